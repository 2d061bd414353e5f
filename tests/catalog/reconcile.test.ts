import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../pipeline/catalog/ledger.ts'
import { reconcile, type Reconciled, type Texts } from '../../pipeline/catalog/reconcile.ts'
import { parseCatalog, serializeCatalog } from '../../pipeline/catalog/store.ts'
import type { Catalog, Tag } from '../../pipeline/model.ts'
import { parseDocument } from '../../pipeline/source/document.ts'

const FRONT = '---\ntitle: T\nkind: K\ndescription: D\ndate: 2018-06-08\n---\n\n'

const draftOf = (paragraphs: readonly string[]) =>
  parseDocument({ id: 'paper', document: { file: 'content/paper/document.md', text: FRONT + paragraphs.join('\n\n') } }, [])

const catalog = (tag: Tag, texts: Record<string, string>): Catalog => ({
  tag,
  namespace: 'paper',
  file: `locales/${tag}/paper.json`,
  entries: new Map(Object.entries(texts).map(([key, text]) => [key, { text, position: { line: 1, column: 1 } }])),
})

const ledger = (tag: Tag): Ledger => ({ tag, file: `locales/ledger/${tag}/paper.json`, retired: [] })

const fresh: Texts = { english: catalog('en', {}), translations: [catalog('sq', {})], ledgers: [ledger('sq')] }

const sync = (paragraphs: readonly string[], texts: Texts): Reconciled => reconcile(draftOf(paragraphs), texts, () => true)

const translate = (texts: Texts, translation: (english: string) => string): Texts => ({
  ...texts,
  translations: [
    catalog(
      'sq',
      Object.fromEntries(
        [...texts.english.entries].map(([key, { text }]) => [key, texts.translations[0]!.entries.get(key)?.text || translation(text)]),
      ),
    ),
  ],
})

const translations = (texts: Texts): Record<string, string> =>
  Object.fromEntries([...texts.english.entries].map(([key, { text }]) => [text, texts.translations[0]!.entries.get(key)!.text]))

describe('sync', () => {
  const first = translate(sync(['One fish.', 'Two fish.', 'Red fish.'], fresh), (english) => `sq ${english}`)

  test('text that moved keeps its key and its translation', () => {
    const moved = sync(['Red fish.', 'One fish.', 'Two fish.'], first)
    expect(moved.report).toMatchObject({ moved: ['start.red-fish'], added: [], retired: [] })
    expect(translations(moved)).toMatchObject({ 'Red fish.': 'sq Red fish.', 'One fish.': 'sq One fish.' })
  })

  test('new text gets a readable key and waits for its translation; text that went leaves its translation in the ledger', () => {
    const edited = sync(['One fish.', 'Blue fish.', 'Red fish.'], first)
    expect(edited.report).toMatchObject({ added: ['start.blue-fish'], retired: ['start.two-fish'] })
    expect(edited.translations[0]!.entries.get('start.blue-fish')!.text).toBe('')
    expect(edited.ledgers[0]!.retired).toEqual([{ key: 'start.two-fish', basis: 'Two fish.', text: 'sq Two fish.' }])
    const back = sync(['One fish.', 'Two fish.', 'Red fish.'], edited)
    expect(translations(back)['Two fish.']).toBe('sq Two fish.')
    expect(back.ledgers[0]!.retired).toEqual([])
  })

  test('a key that no text had stays where the translator put it', () => {
    const slip = { ...first, translations: [catalog('sq', { 'start.on-fish': 'sq slip' })] }
    expect(sync(['One fish.'], slip).translations[0]!.entries.get('start.on-fish')!.text).toBe('sq slip')
  })

  test('a second sync changes nothing', () => {
    const again = sync(['One fish.', 'Two fish.', 'Red fish.'], first)
    expect(again.translations).toEqual(first.translations)
    expect(again.report).toMatchObject({ moved: [], edited: [], added: [], retired: [] })
  })

  test('no sequence of edits, translations and syncs loses a text or gives it to other English', () => {
    const document = fc.uniqueArray(fc.constantFrom('A b.', 'A c.', 'B.', 'C d e.', 'A b', 'D.', 'E f.', '7.'), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 8 }), (versions) => {
        let texts: Texts = fresh
        const written = new Set<string>()
        for (const version of versions) {
          texts = translate(sync(version, texts), (english) => `sq ${english}`)
          for (const { text } of texts.translations[0]!.entries.values()) written.add(text)
          for (const [english, translation] of Object.entries(translations(texts))) expect(translation).toBe(`sq ${english}`)
          const kept = new Set([
            ...[...texts.translations[0]!.entries.values()].map(({ text }) => text),
            ...texts.ledgers[0]!.retired.map(({ text }) => text),
          ])
          expect([...written].filter((text) => !kept.has(text))).toEqual([])
        }
      }),
    )
  })
})

test('a catalog written and read again is the same, whatever its texts', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), { selector: ([key]) => key }),
      (pairs) => {
        const texts = new Map(pairs)
        const read = parseCatalog(serializeCatalog(texts), 'test.json')
        expect([...read].map(([key, { text }]) => [key, text])).toEqual(pairs)
      },
    ),
  )
})
