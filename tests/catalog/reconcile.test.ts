import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../pipeline/catalog/ledger.ts'
import { reconcile, type Reconciled, type Texts } from '../../pipeline/catalog/reconcile.ts'
import { stateOf } from '../../pipeline/catalog/states.ts'
import type { Tag } from '../../pipeline/model/language.ts'
import type { ParsedDocument } from '../../pipeline/model/document.ts'
import type { Catalog, SegmentState } from '../../pipeline/model/catalog.ts'
import { parseDocument } from '../../pipeline/source/document.ts'

const FRONT = '---\ntitle: T\nkind: K\ndescription: D\ndate: 2018-06-08\n---\n\n'

const draftOf = (paragraphs: readonly string[]) =>
  parseDocument({ id: 'paper', document: { file: 'content/paper/document.md', text: FRONT + paragraphs.join('\n\n') } })

const catalog = (tag: Tag, texts: Record<string, string>): Catalog => ({
  tag,
  namespace: 'paper',
  file: `locales/${tag}/paper.json`,
  entries: new Map(Object.entries(texts).map(([key, text]) => [key, { text, position: { line: 1, column: 1 } }])),
})

const ledger = (tag: Tag): Ledger => ({ tag, file: `locales/ledger/${tag}/paper.json`, answers: new Map(), retired: [] })

const fresh: Texts = { english: catalog('en', {}), translations: [catalog('sq', {})], ledgers: [ledger('sq')] }

/** Translators work on the texts as they stand. */
const syncDraft = (draft: ParsedDocument, texts: Texts): Reconciled => reconcile(draft, texts, () => true, () => undefined) // prettier-ignore
const sync = (paragraphs: readonly string[], texts: Texts): Reconciled => syncDraft(draftOf(paragraphs), texts)

/** The translator writes texts over those of the locale file, by English. */
const write = (texts: Texts, translations: Record<string, string>): Texts => {
  const [sq] = texts.translations
  const keyOf = new Map([...texts.english.entries].map(([key, { text }]) => [text, key]))
  const written = Object.entries(translations).map(([english, text]): [string, string] => [keyOf.get(english)!, text])
  const present = [...sq!.entries].map(([key, { text }]): [string, string] => [key, text])
  return { ...texts, translations: [catalog('sq', Object.fromEntries([...present, ...written]))] }
}

const translateAll = (texts: Texts): Texts =>
  write(texts, Object.fromEntries([...texts.english.entries.values()].map(({ text }) => [text, `sq ${text}`])))

/** English → translation, as the locale file has it. */
const translations = (texts: Texts): Record<string, string> =>
  Object.fromEntries([...texts.english.entries].map(([key, { text }]) => [text, texts.translations[0]!.entries.get(key)!.text]))

const state = (texts: Reconciled, english: string): SegmentState => {
  const key = [...texts.english.entries].find(([, { text }]) => text === english)![0]
  return stateOf(english, texts.translations[0]!.entries.get(key)!.text, texts.ledgers[0]!.answers.get(key))
}

const CAT = 'The committee met in Tirana on 6 June and adopted the plan.'
const CAT_COMMA = 'The committee met in Tirana on 6 June, and adopted the plan.'
const CAT_FACT = 'The committee met in Tirana on 7 June and adopted the plan.'
const DOG = 'Nobody had foreseen how quickly the river would rise.'
const FISH = 'Schools reopened within a fortnight.'

/** Three texts, translated and synced. */
const first = sync([CAT, DOG, FISH], translateAll(sync([CAT, DOG, FISH], fresh)))

describe('sync', () => {
  test('text that moved keeps its key and its translation', () => {
    const moved = sync([FISH, CAT, DOG], first)
    expect(moved.report).toMatchObject({ edited: [], new: [], retired: [] })
    expect(moved.report.moved).toHaveLength(1)
    expect(translations(moved)).toMatchObject({ [FISH]: `sq ${FISH}`, [CAT]: `sq ${CAT}`, [DOG]: `sq ${DOG}` })
  })

  test('a second sync changes nothing', () => {
    const again = sync([CAT, DOG, FISH], first)
    expect(again.translations).toEqual(first.translations)
    expect(again.ledgers).toEqual(first.ledgers)
  })

  test('unrelated text gets a new key; the translation of what went is in the ledger, and back when its English is', () => {
    const bird = 'Ticket prices follow the season.'
    const edited = sync([CAT, bird, FISH], first)
    expect(edited.report.new).toHaveLength(1)
    expect(edited.report.retired).toHaveLength(1)
    expect(translations(edited)[bird]).toBe('')
    expect(edited.ledgers[0]!.retired).toMatchObject([{ basis: DOG, text: `sq ${DOG}` }])
    const back = sync([CAT, DOG, FISH], edited)
    expect(back.report.returned).toHaveLength(1)
    expect(translations(back)).toEqual(translations(first))
    expect(back.ledgers).toEqual(first.ledgers)
  })

  test('a key that no text had stays where the translator put it', () => {
    const slip = { ...first, translations: [catalog('sq', { 'start.nobody-had-forseen': 'sq slip' })] }
    expect(sync([CAT, DOG, FISH], slip).translations[0]!.entries.get('start.nobody-had-forseen')!.text).toBe('sq slip')
  })

  test('a person’s id that was renamed takes its name forms along', () => {
    const programme = (id: string) =>
      `place: Tirana\norganisers: []\nframework: F\norganisations: {}\npeople:\n  ${id}: { name: Florian Qehaja, gender: male }\ndays:\n  - { date: 2018-06-06, sessions: [] }\n`
    const draft = (id: string) =>
      parseDocument({
        id: 'paper',
        document: { file: 'content/paper/document.md', text: FRONT },
        programme: { file: 'content/paper/programme.yaml', text: programme(id) },
      })
    const before = syncDraft(draft('qehaja'), write(syncDraft(draft('qehaja'), fresh), { 'Florian Qehaja': 'Флоријан' }))
    const after = syncDraft(draft('florian-qehaja'), before)
    expect(translations(after)['Florian Qehaja']).toBe('Флоријан')
    expect(after.ledgers[0]!.retired).toEqual([])
  })
})

describe('the state of a translation', () => {
  test('is stale when its English was edited, with what changed', () => {
    const edited = sync([CAT_FACT, DOG, FISH], first)
    expect(edited.report.edited).toMatchObject([{ kind: 'facts', before: CAT, after: CAT_FACT }])
    expect(translations(edited)[CAT_FACT]).toBe(`sq ${CAT}`)
    expect(state(edited, CAT_FACT)).toMatchObject({ state: 'stale', minor: false, change: { kind: 'facts', before: CAT, after: CAT_FACT } })
    expect(state(sync([CAT_FACT, DOG, FISH], edited), CAT_FACT)).toMatchObject({ state: 'stale' })
  })

  test('is minor when only punctuation or capitals changed', () => {
    expect(state(sync([CAT_COMMA, DOG, FISH], first), CAT_COMMA)).toMatchObject({ state: 'stale', minor: true })
  })

  test('is translated again when the translator changes the text after the edit was seen', () => {
    const edited = sync([CAT_FACT, DOG, FISH], first)
    const mended = sync([CAT_FACT, DOG, FISH], write(edited, { [CAT_FACT]: 'sq new' }))
    expect(state(mended, CAT_FACT)).toEqual({ state: 'translated' })
    expect(mended.ledgers[0]!.retired).toMatchObject([{ basis: CAT, text: `sq ${CAT}` }])
  })

  test('is stale until confirmed when both changed since the last sync', () => {
    const both = sync([CAT_FACT, DOG, FISH], write(first, { [CAT]: 'sq meanwhile' }))
    expect(state(both, CAT_FACT)).toMatchObject({ state: 'stale', change: { before: CAT } })
  })

  test('a reverted commit costs nothing: the former translation is back in its place', () => {
    const edited = sync([CAT_FACT, DOG, FISH], first)
    const mended = sync([CAT_FACT, DOG, FISH], write(edited, { [CAT_FACT]: 'sq new' }))
    const reverted = sync([CAT, DOG, FISH], mended)
    expect(translations(reverted)[CAT]).toBe(`sq ${CAT}`)
    expect(state(reverted, CAT)).toEqual({ state: 'translated' })
    expect(translations(sync([CAT_FACT, DOG, FISH], reverted))[CAT_FACT]).toBe('sq new')
    expect(sync([CAT, DOG, FISH], edited).ledgers).toEqual(first.ledgers)
  })
})

const CAT_DOG = `${CAT} ${DOG}`
const SENTENCES = [CAT, CAT_COMMA, CAT_FACT, DOG, FISH, `${DOG} ${FISH}`, CAT_DOG, 'A b.', 'A c.', 'B.', '7.']
const versions = fc.uniqueArray(fc.constantFrom(...SENTENCES), { maxLength: 6 })
const steps = fc.array(
  fc.oneof(
    fc.record({ edit: versions }),
    fc.record({ translate: fc.nat({ max: 8 }), twice: fc.boolean() }),
    fc.constant({ empty: true } as const),
  ),
  { minLength: 1, maxLength: 24 },
)

test('no sequence of edits, syncs and translator’s changes loses a text that answers an English of its own', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      let paragraphs: readonly string[] = []
      let texts: Reconciled = sync(paragraphs, fresh)
      let number = 0
      // By key and English that a sync has seen together: what the translator wrote last for it.
      const seen = new Map<string, string>()
      for (const step of sequence) {
        if ('edit' in step) paragraphs = step.edit
        else if ('translate' in step) {
          const keys = [...texts.english.entries.keys()]
          const key = keys[step.translate % keys.length]!
          const text = `sq ${number++}`
          // What translators write over while it answers the present English, they mean to replace.
          const answer = texts.ledgers[0]!.answers.get(key)
          if (answer?.basis === texts.english.entries.get(key)!.text) seen.delete(`${key}\n${answer.basis}`)
          const entries = new Map(texts.translations[0]!.entries).set(key, { text, position: { line: 1, column: 1 } })
          texts = Object.assign(texts, { translations: [{ ...texts.translations[0]!, entries }] })
          if (step.twice) continue
        }
        texts = sync(paragraphs, texts)
        for (const [key, { basis }] of texts.ledgers[0]!.answers) {
          seen.set(`${key}\n${basis}`, texts.translations[0]!.entries.get(key)!.text)
        }
        const kept = new Set([
          ...[...texts.translations[0]!.entries.values()].map(({ text }) => text),
          ...texts.ledgers[0]!.retired.map(({ text }) => text),
        ])
        expect([...seen.values()].filter((text) => !kept.has(text))).toEqual([])
        expect(sync(paragraphs, texts).ledgers).toEqual(texts.ledgers)
        expect(sync(paragraphs, texts).translations[0]!.entries).toEqual(texts.translations[0]!.entries)
      }
    }),
    {
      numRuns: 400,
      examples: [
        // Written while the English was another, and is now as it was: the text stays in its place, stale, sync after sync.
        [[{ edit: [CAT] }, { translate: 3, twice: false }, { edit: [CAT_DOG, 'B.'] }, { translate: 8, twice: true }, { edit: [CAT] }]],
      ],
    },
  )
})

test('no text is ever given to English that it does not answer and that is not kin to it', () => {
  fc.assert(
    fc.property(fc.array(versions, { minLength: 1, maxLength: 8 }), (documents) => {
      let texts: Texts = fresh
      for (const document of documents) {
        texts = sync(document, texts)
        for (const [english, text] of Object.entries(translations(texts)).filter(([, each]) => each !== '')) {
          const words = new Set(english.toLowerCase().match(/\w+/g))
          const shared = (text.slice(3).toLowerCase().match(/\w+/g) ?? []).filter((word) => words.has(word))
          expect(shared.length / Math.max(1, Math.min(words.size, text.split(' ').length - 1))).toBeGreaterThanOrEqual(0.45)
        }
        texts = translateAll(texts)
      }
    }),
  )
})
