import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const FILES = {
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
  'content/paper/document.md':
    '---\ntitle: Paper\nkind: Report\ndescription: One sentence.\ndate: 2026-05-31\n---\n\n## Part\n\n![A map](map.png) and [an annex](annex.pdf).\n',
}

const places: SmallPublication[] = []
afterEach(() => places.splice(0).forEach((place) => place.remove()))

function withPipe(path: string): SmallPublication {
  const place = createPublication(FILES)
  places.push(place)
  mkdirSync(dirname(join(place.root, path)), { recursive: true })
  execFileSync('mkfifo', [join(place.root, path)])
  return place
}

test.each(['templates/styles/web.css', 'templates/partials/cover.hbs', 'locales/glossary.yaml', 'output/manifest.json'])(
  'a pipe in the place of %s is named, and not passed over',
  (path) => {
    const { status, said } = withPipe(path).run('build', '--format', 'html')
    expect([status, said]).toEqual([2, expect.stringMatching(new RegExp(`${path}.*\n.*found +a pipe`))])
  },
)

test.each(['map.png', 'annex.pdf'])('a pipe beside a document is no file that could be shown, as %s', (name) => {
  const { said } = withPipe(`content/paper/${name}`).run('check')
  expect(said).toMatch(new RegExp(`No file stands in this place:.*\n +found +${name}`))
})
