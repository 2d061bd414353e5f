import { expect, test } from 'vitest'
import type { TextCollection } from '../../pipeline/catalog/text-collection.ts'
import { reconcile, type Texts } from '../../pipeline/catalog/reconcile.ts'
import { createSuggest } from '../../pipeline/catalog/suggestions.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import { parseDocument } from '../../pipeline/source/document.ts'

const FRONT = '---\ntitle: T\nkind: K\ndescription: D\ndate: 2018-06-08\n---\n\n'
const LONG =
  'The programme consisted of an opening, four panels and a closing statement: the opening and three panels on the first day, the fourth panel and the closing on the second.'
const SHORT = 'Nobody objected.'

const catalog = (tag: 'en' | 'sq', namespace: string, texts: Record<string, string>): Catalog => ({
  tag,
  namespace,
  file: `locales/${tag}/${namespace}.json`,
  entries: new Map(Object.entries(texts).map(([key, text]) => [key, { text, position: { line: 1, column: 1 } }])),
})
const ledger = { tag: 'sq', file: 'locales/ledger/sq/paper.json', answers: new Map(), retired: [] } as const

/** A document of these paragraphs with their translations, synced; then it has other paragraphs, and is synced again. */
function collectionOf(translated: Readonly<Record<string, string>>, present: readonly string[]): TextCollection {
  const sync = (paragraphs: readonly string[], texts: Texts) => {
    const document = { file: 'content/paper/document.md', text: FRONT + paragraphs.join('\n\n') }
    return reconcile(
      parseDocument({ id: 'paper', document }),
      texts,
      () => true,
      () => undefined,
    )
  }
  const first = sync(Object.keys(translated), {
    english: catalog('en', 'paper', {}),
    translations: [catalog('sq', 'paper', {})],
    ledgers: [ledger],
  })
  const texts = Object.fromEntries([...first.english.entries].map(([key, { text }]) => [key, translated[text] ?? '']))
  const second = sync(Object.keys(translated), { ...first, translations: [catalog('sq', 'paper', texts)] })
  const site = { english: catalog('en', 'site', {}), translations: [catalog('sq', 'site', {})], ledgers: [ledger] }
  const pending = { catalogs: [], ledgers: [], moved: [] }
  return {
    documents: [sync(present, second)],
    site: { ...site, overridable: [] },
    failures: [],
    unsynced: [],
    renamed: [],
    transfers: [],
    shared: [],
    lost: [],
    orphans: [],
    questions: new Map(),
    pending,
    anchorsOf: () => undefined,
  }
}

test('both parts of a divided text are offered its translation, however short one is', () => {
  const suggest = createSuggest(collectionOf({ [`${LONG} ${SHORT}`]: 'E tëra.' }, [LONG, SHORT]), 'sq')
  expect(suggest(LONG)[0]).toMatchObject({ text: 'E tëra.' })
  expect(suggest(SHORT)[0]).toMatchObject({
    text: 'E tëra.',
    difference: [
      { kind: 'removed', text: `${LONG} ` },
      { kind: 'same', text: SHORT },
    ],
  })
})

test('a joined text is offered the translations of both, the one that holds more of it first', () => {
  const suggest = createSuggest(collectionOf({ [LONG]: 'E gjata.', [SHORT]: 'E shkurtra.' }, [`${LONG} ${SHORT}`]), 'sq')
  expect(suggest(`${LONG} ${SHORT}`).map(({ text }) => text)).toEqual(['E gjata.', 'E shkurtra.'])
})

test('a short text whose words stand in a long one by chance is not offered', () => {
  const suggest = createSuggest(collectionOf({ 'Panel 4: The second day': 'Paneli 4: Dita e dytë' }, [LONG]), 'sq')
  expect(suggest(LONG)).toEqual([])
})
