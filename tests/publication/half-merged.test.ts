import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

const PUBLICATION = 'title: T\npublisher: P\neditions: [en]\n'
const MARKED = '<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> other\n'

test.each([
  ['content/publication.yaml', PUBLICATION],
  ['content/paper/programme.yaml', ''],
  ['locales/glossary.yaml', 'terms: {}\n'],
  ['languages/xx/pack.yaml', 'name: X\n'],
  ['templates/styles/web.css', readFileSync('templates/styles/web.css', 'utf8')],
  ['templates/partials/cover.hbs', readFileSync('templates/partials/cover.hbs', 'utf8')],
])('the lines with which git marks a conflict are named in %s, with the line and what to do', (file, before) => {
  const place = createPublication({
    'content/publication.yaml': PUBLICATION,
    'content/paper/document.md':
      '---\ntitle: Paper\nkind: Report\ndescription: One sentence.\ndate: 2026-05-31\n---\n\n## Part\n\nA text.\n',
  })
  try {
    mkdirSync(dirname(join(place.root, file)), { recursive: true })
    place.write(file, before + MARKED)
    const { status, said } = place.run('build', '--format', 'html')
    expect([status, said]).toEqual([2, expect.stringContaining(`${file}:${before.split('\n').length}:1  This file is half merged`)])
    expect(said).toContain('remedy    In each marked place keep the right lines')
  } finally {
    place.remove()
  }
})
