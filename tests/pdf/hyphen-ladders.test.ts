import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'

const LONG =
  'international organisations communication understanding representatives governmental independent investigation municipality translation responsibilities environmental'.split(
    ' ',
  )
const paragraph = (seed: number): string =>
  Array.from({ length: 60 }, (_, at) => LONG[(at * at + at * 5 + seed * 7) % LONG.length]).join(' ')

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en]\n',
  'content/paper/document.md': `---
title: A paper
kind: Paper
description: D.
date: 2018-06-08
---

${Array.from({ length: 40 }, (_, seed) => `${paragraph(seed)}${seed % 4 === 0 ? `[^${seed}]` : ''}`).join('\n\n')}

${Array.from({ length: 10 }, (_, at) => `[^${at * 4}]: ${LONG.slice(at % 5).join(' ')}`).join('\n\n')}
`,
})
publication.run('build')

afterAll(() => publication.remove())

test('no more than two lines in a row end in a hyphen', async () => {
  const lines = (await linesOf(await publication.pdf('en'))).flat()
  const ends = lines.map(({ text }) => /[-‐\u00AD]$/.test(text))
  expect(ends.filter(Boolean).length).toBeGreaterThan(30)
  expect(lines.filter((_, at) => [0, 1, 2].every((next) => ends[at + next])).map(({ text }) => text)).toEqual([])
})
