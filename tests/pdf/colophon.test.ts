import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
/** Some of these lengths bring what ends a paper to the foot of its page, where a note goes on. */
const HEIGHTS = [3, 4, 5, 6, 7]

/** An address of five lines, at whose end a note is parted. */
const ADDRESS = `https://example.org/${'interinstitutionalisation'.repeat(8)}`
const documentOf = (height: number): string => `---
title: A paper
kind: Paper
description: A paper for the tests.
date: 2018-06-08
isbn: "978-0-306-40615-7"
licence: ${LICENCE}
---

## One

Text.

${'A line of text.\n\n'.repeat(height)}

## Two

A call of a note[^long].

[^long]: ${`${ADDRESS}/ `.repeat(3)}

## Three

> Words.
>
> | One | Two |
> | --- | --- |
> | 1 | 2 |

## Four

- - - | One |
      | --- |
      | |
      | |

## Five

- - - | One |
      | --- |
      | two |
      | three |
      | four |
`

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [sq]\n',
    ...Object.fromEntries(HEIGHTS.map((height) => [`content/paper-${height}/document.md`, documentOf(height)])),
  })
  publication.run('build', '--format', 'pdf')
})

afterAll(() => publication?.remove())

test.each(HEIGHTS)(
  'what ends a paper stands in lines of its own, above the notes of its page or overleaf: %i lines before it',
  async (height) => {
    const pages = await linesOf(await publication.pdf('sq', `paper-${height}`))
    const lines = pages.flatMap((page) => page.map(({ text }) => text))
    expect(lines.some((line) => line.endsWith('978-0-306-40615-7'))).toBe(true)
    expect(lines.some((line) => line.endsWith(LICENCE.replace(/^https:\/\/|\/$/g, '')))).toBe(true)
  },
)
