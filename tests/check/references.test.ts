import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, png } from '../small-publication.ts'

/** The definitions stand at the end of the document, and no catalog has them. */
const DEFINITIONS = `[Report]: https://example.org/report
[Two words]: https://example.org/two
[1]: https://example.org/one 'A title'
[ẞ]: https://example.org/s
[Map]: map.png
[below]: #below

[^n]: A note.
[^Long-name]: Another note.`

const OF_MARKS = new Set(['links', 'urls', 'images', 'footnotes', 'markdown', 'brackets', 'broken-markdown', 'shown-nowhere'])

/** What the English says, what a translation says, and the rules that find it wrong. */
const CASES: readonly [english: string, translation: string, ...rules: string[]][] = [
  ['See the [Report] now.', 'Shih [raportin][Report] tani.'],
  ['See the [Report] now.', 'Shih [Report] tani.'],
  ['See the [Report] now.', 'Shih [raportin][report] tani.'],
  ['See the [Report] now.', 'Shih [raportin](https://example.org/report) tani.'],
  ['See the [Report] now.', 'Shih [raportin] tani.', 'links'],
  ['See the [Report] now.', 'Shih [raportin][] tani.', 'links', 'markdown'],
  ['See the [Report] now.', 'Shih [raportin][raporti] tani.', 'links'],
  ['See the [Report] now.', 'Shih [raportin][1] tani.', 'links'],
  ['See the [Report] now.', 'Shih raportin tani.', 'links'],
  ['See [Report][] now.', 'Shih [raportin][Report] tani.'],
  ['See [Report][] now.', 'Shih [REPORT][] tani.'],
  ['See [the one][1] now.', 'Shih [njërin][1] tani.'],
  ['See [the one][1] now.', 'Shih [njërin] [1] tani.'],
  ['See [the one][1] now.', 'Shih [1] njërin tani.'],
  ['See [these][Two words] now.', 'Shih [këto][two  Words] tani.'],
  ['See [these][two WORDS] now.', 'Shih [këto][Two words] tani.'],
  ['See [these][ Two\nwords ] now.', 'Shih [këto][ Two words ] tani.'],
  ['See [ Report ] now.', 'Shih [raportin][ Report ] tani.'],
  ['See [this][SS] now.', 'Shih [këtë][ẞ] tani.'],
  ['See [*this* one][Report] now.', 'Shih [*këtë* një][Report] tani.'],
  ['See [what stands below][below] now.', 'Shih [çfarë është poshtë][below] tani.'],
  ['See https://example.org/report now.', 'Shih [Report] tani.'],
  ['See the ![Map] here.', 'Shih ![hartën][Map] këtu.'],
  ['See the ![map][Map] here.', 'Shih ![hartën][map] këtu.'],
  ['See the ![map][Map] here.', 'Shih ![hartën](map.png) këtu.'],
  ['See the ![map][Map] here.', 'Shih hartën këtu.', 'images'],
  ['See the [![map][Map]][Report] here.', 'Shih [![hartën][Map]][Report] këtu.'],
  ['Called here[^n] once.', 'Thirret këtu[^n] një herë.'],
  ['Called here[^n] once.', 'Thirret këtu[^N] një herë.'],
  ['Called here[^Long-name] once.', 'Thirret këtu[^long-name] një herë.'],
  ['Called here[^n] once.', 'Thirret këtu një herë.', 'footnotes'],
  ['Called here[^n] once.', 'Thirret këtu[^m] një herë.', 'footnotes'],
  ['He said so [sic] then.', 'Ai e tha [kështu] atëherë.'],
  [String.raw`Not a link: \[Report] at all.`, String.raw`Nuk është lidhje: \[Report] fare.`],
  ['Code `[Report]` is code.', 'Kodi `[Report]` është kod.'],
]

describe('references are read by the definitions of their document', () => {
  const text = CASES.map(([english], index) => `## Case ${index}\n\n${english}`).join('\n\n')
  const publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq, en]\n',
    'content/paper/document.md': `---\ntitle: One\nkind: Paper\ndescription: A paper.\ndate: 2026-05-31\n---\n\n${text}\n\n## Below\n\nText.\n\n${DEFINITIONS}\n`,
    'content/paper/map.png': png(4, 4),
  })
  const path = join(publication.root, 'locales/sq/paper.json')
  let found: { rule: string; key: string; found: string }[] = []

  beforeAll(() => {
    publication.run('sync')
    const keys = Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object)
    const keyOf = (index: number): string => keys.find((key) => key.startsWith(`case-${index}.`) && !/\.(?:heading|map)$/.test(key))!
    writeFileSync(path, JSON.stringify(Object.fromEntries(CASES.map(([, translation], index) => [keyOf(index), translation]))))
    found = JSON.parse(publication.run('check', '--edition', 'sq', '--format', 'json').said) as typeof found
  })
  afterAll(() => publication.remove())

  test.each(CASES.map(([english, translation, ...rules], index) => ({ english, translation, rules, index })))(
    '$english → $translation: $rules',
    ({ rules, index }) => {
      const own = found.filter(({ key, rule }) => key?.startsWith(`case-${index}.`) && OF_MARKS.has(rule))
      expect(own.map(({ rule }) => rule).sort()).toEqual(rules.toSorted())
    },
  )
})
