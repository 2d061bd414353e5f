import { asCalled } from '../files/called.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import { Failure, failure, problem, type Problem } from '../problem.ts'
import { digestOf, type Answer, type Ledger, type Origin, type Review } from './ledger.ts'
import type { TextCollection } from './text-collection.ts'
import type { KeyedText, Texts } from './reconcile.ts'
import { stateOf } from './states.ts'
import { SITE, catalogFile } from './store.ts'

/** The translations that a person confirms, and the kind of confirmation. */
export interface Confirmation {
  readonly tag: Tag
  /** Document of the keys. Absent if it is not specified. */
  readonly document: string | undefined
  /** `all` selects every translation without review. */
  readonly keys: readonly string[] | 'all'
  /** Marks translations as reviewed. Without it they are accepted as answers to the present English. */
  readonly review: Review | undefined
}

/** The changes of a confirmation. */
export interface Confirmed {
  readonly keys: readonly { readonly document: string; readonly key: string }[]
  readonly ledgers: readonly { readonly before: Ledger; readonly after: Ledger }[]
}

/**
 * Confirms translations, in the state after a sync.
 * @throws Failure with every key that cannot be confirmed; nothing is changed then
 */
export function confirm(collection: TextCollection, { tag, document, keys, review }: Confirmation): Confirmed {
  const rows = rowsOf(collection).filter(({ name, texts }) => (document === undefined ? texts.english.tag !== tag : name === document))
  refuseSource(tag, rows)
  const problems: Problem[] = []
  const chosen = new Map<Row, Map<string, Answer>>()
  const choose = (row: Row, key: string, answer: Answer): void => void chosen.set(row, (chosen.get(row) ?? new Map()).set(key, answer))
  if (keys === 'all') {
    for (const row of rows) {
      for (const { key } of row.segments) {
        const { text, english, origin, state } = translationIn(row, tag, key)
        if (state.state === 'translated' || (state.state === 'stale' && state.minor))
          choose(row, key, answerTo(english, text, origin, review))
      }
    }
  }
  for (const key of keys === 'all' ? [] : keys) {
    const holders = rows.filter(({ segments }) => segments.some((segment) => segment.key === key))
    const [row] = holders
    if (!row || holders.length > 1) {
      problems.push(unclear(key, tag, holders, document))
      continue
    }
    const { text, english, origin, state } = translationIn(row, tag, key)
    if (state.state === 'missing') problems.push(missing(key, tag, row.name))
    else if (review && state.state === 'stale' && !state.minor) problems.push(stale(key, tag, row.name))
    else {
      const kept = state.state === 'reviewed' || (state.state === 'stale' && state.minor) ? reviewOf(row, tag, key) : undefined
      choose(row, key, answerTo(english, text, origin, review ?? kept))
    }
  }
  if (problems.length > 0) throw new Failure(...problems)
  return {
    keys: [...chosen].flatMap(([{ name }, answers]) => [...answers.keys()].map((key) => ({ document: name, key }))),
    ledgers: [...chosen].map(([{ texts }, answers]) => {
      const before = texts.ledgers.find((ledger) => ledger.tag === tag)!
      return { before, after: { ...before, answers: new Map([...before.answers, ...answers]) } }
    }),
  }
}

interface Row {
  readonly name: string
  readonly segments: readonly KeyedText[]
  readonly texts: Texts
}

function rowsOf({ documents, site }: TextCollection): Row[] {
  return [
    ...documents.map((texts) => ({ name: texts.document.id, segments: texts.document.segments, texts })),
    { name: SITE, segments: [...site.english.entries].map(([key, { text }]) => ({ key, text })), texts: site },
  ]
}

function translationIn({ segments, texts }: Row, tag: Tag, key: string) {
  const english = segments.find((segment) => segment.key === key)!.text
  const text = texts.translations.find((catalog) => catalog.tag === tag)?.entries.get(key)?.text ?? ''
  const answer = texts.ledgers.find((ledger) => ledger.tag === tag)?.answers.get(key)
  return { text, english, origin: answer?.origin, state: stateOf(english, text, answer) }
}

function reviewOf({ texts }: Row, tag: Tag, key: string): Review | undefined {
  return texts.ledgers.find((ledger) => ledger.tag === tag)?.answers.get(key)?.review
}

function answerTo(basis: string, text: string, origin: Origin | undefined, review: Review | undefined): Answer {
  return { basis, digest: digestOf(text), ...(origin && { origin }), ...(review && { review }) }
}

function refuseSource(tag: Tag, rows: readonly Row[]): void {
  if (rows.some(({ texts }) => texts.english.tag !== tag)) return
  throw failure({
    rule: 'confirm',
    file: 'content/',
    message: 'This is the language of the source: there is nothing to confirm in it.',
    remedy: 'Name the language of a translation with --edition.',
  })
}

function unclear(key: string, tag: Tag, holders: readonly Row[], document: string | undefined): Problem {
  const known = holders.length > 0
  return problem({
    rule: known ? 'confirm' : 'unknown-key',
    file: document === undefined ? `locales/${tag}/` : catalogFile(tag, document),
    message: known ? 'Several documents have a text with this key.' : 'There is no text with this key.',
    found: key,
    expected: known ? `one of ${holders.map(({ name }) => name).join(', ')}` : 'a key of the locale file',
    remedy: known ? 'Name the document with --document.' : 'Copy the key from the locale file.',
  })
}

function missing(key: string, tag: Tag, document: string): Problem {
  const derivedFrom = originOf(tag)
  return problem({
    rule: 'confirm',
    file: catalogFile(tag, document),
    message: derivedFrom ? `“${key}” is derived from ${derivedFrom}.` : `“${key}” has no translation yet.`,
    remedy: derivedFrom ? `Confirm it there: --edition ${derivedFrom}` : 'Write the translation first.',
  })
}

function stale(key: string, tag: Tag, document: string): Problem {
  return problem({
    rule: 'confirm',
    file: catalogFile(tag, document),
    message: `The source of “${key}” has changed since it was translated.`,
    expected: 'a translation of the present source',
    remedy: `Adapt the translation and run sync, or, if it still says the same: ${asCalled(`accept --edition ${tag} ${key}`)}`,
  })
}
