import { digestOf } from '../../catalog/ledger.ts'
import type { Reconciled } from '../../catalog/reconcile.ts'
import type { SiteTexts } from '../../catalog/site.ts'
import { check, checkInTurns, gatherFacts, type FactsOf } from '../../check/check.ts'
import type { Glossary } from '../../catalog/glossary.ts'
import { FAMILIES, RULES } from '../../check/registry.ts'
import type { Examinable, Examined } from '../../check/rule.ts'
import { textsOf } from '../../check/translations.ts'
import type { Speller } from '../../language/spelling.ts'
import type { Entry } from '../../model/catalog.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import type { Problem } from '../../problem.ts'
import { linkDefinitions } from '../../source/links.ts'
import type { Anchors } from '../../source/anchors.ts'
import { termsOf, type TermUse } from './terms.ts'

/** The texts of one document with their links, or those of the interface. */
export type Subject =
  { readonly document: Reconciled; readonly anchorsOf: (document: string) => Anchors | undefined } | { readonly site: SiteTexts }

/** Looks at the texts of a document, or of the interface, in one language. */
export interface Examiner {
  /** What is found in all of them, by key. It lets others be answered meanwhile. */
  all(): Promise<ReadonlyMap<string, readonly Problem[]>>
  /** What is known to be found in the text of a key as it stands: in all texts where they were looked at, else in itself. */
  standing(key: string, text: string): readonly Problem[]
  /** What rules of single texts find in one that is being written. */
  one(key: string, text: string): readonly Problem[]
  /** The terms and names in its source, and how the text says them. */
  terms(key: string, text: string): readonly TermUse[]
}

/**
 * What all texts of a document tell of each. Of a long one it takes too long for who types on after a save, which changes next to
 * nothing of it: until all texts are looked at again, it is what they told before.
 */
export interface Told {
  factsOf?: FactsOf
  /** What rules of single texts found, by key. */
  found?: ReadonlyMap<string, Found>
}

/** What rules of single texts found in one, and in which text of which source, at which place, by which names. */
interface Found {
  readonly from: string
  readonly problems: readonly Problem[]
}

/** The state of a text is told by itself; a dictionary takes a second to load, and is asked while a text is written. */
const ELSEWHERE: ReadonlySet<string> = new Set(['missing', 'stale', 'unknown-key', 'spelling'])
const [OF_ALL, OF_ONE] = [true, false].map((isWhole) =>
  // Those of a source find nothing in a translation.
  RULES.filter(({ looksAt }) => (looksAt === 'whole') === isWhole)
    .map(({ id }) => id)
    .filter((id) => !ELSEWHERE.has(id) && !FAMILIES['source']?.some((rule) => rule.id === id)),
) as [string[], string[]]

/**
 * @param spellerOf the dictionary, once it is loaded
 * @param told of the same document before a change
 */
export function openExaminer(
  subject: Subject,
  tag: Tag,
  publication: Publication,
  glossary: Glossary,
  spellerOf: () => Speller | undefined,
  told: Told,
): Examiner {
  const texts = 'site' in subject ? subject.site : subject.document
  const entries = texts.translations.find((catalog) => catalog.tag === tag)?.entries ?? new Map<string, Entry>()
  const examined: Examined = { publication, collection: collectionOf(subject), editions: [tag] }
  const run = (of: Examined, rules: readonly string[], factsOf?: FactsOf, speller?: Speller): readonly Problem[] =>
    check(of, { glossary, spellers: new Map([[tag, speller]]), rules, ...(factsOf && { factsOf }) }).problems.filter(
      ({ edition }) => edition === tag,
    )
  const narrowedTo = (some: ReadonlyMap<string, Entry>): Examined => ({
    ...examined,
    collection: collectionOf(narrowed(subject, tag, some)),
  })
  const asWritten = (key: string, text: string): Examined =>
    narrowedTo(new Map([[key, { text, position: entries.get(key)?.position ?? { line: 1, column: 1 } }]]))
  // A dictionary is loaded before somebody types.
  spellerOf()
  const gathered = (): FactsOf => (told.factsOf = gatherFacts(examined, glossary))
  let all: Promise<ReadonlyMap<string, readonly Problem[]>> | undefined
  let found: ReadonlyMap<string, readonly Problem[]> | undefined
  const one = (key: string, text: string, speller?: Speller): readonly Problem[] => {
    const rules = speller ? [...OF_ONE, 'spelling'] : OF_ONE
    return run(asWritten(key, text), rules, told.factsOf ?? gathered(), speller).filter((each) => each.key === key)
  }
  const inTurns = async (of: Examined, rules: readonly string[], factsOf: FactsOf): Promise<readonly Problem[]> => {
    const { problems } = await checkInTurns(of, { glossary, spellers: new Map(), rules, factsOf })
    return problems.filter(({ edition, key }) => edition === tag && key !== undefined)
  }
  /** Looks at the texts that have changed since the last look, and at all where names or the standard of the language have. */
  const look = async (): Promise<ReadonlyMap<string, readonly Problem[]>> => {
    const factsOf = gathered()
    const sources = new Map(sourceTextsOf(subject))
    const [first] = textsOf(narrowedTo(new Map([...entries].filter(([key]) => sources.has(key)).slice(0, 1)))).translations
    const { names = [], dialect = '' } = first ? factsOf(first) : {}
    const settled = digestOf(JSON.stringify([names, dialect, definitionsOf(subject)]))
    const fromOf = (key: string, { text, position }: Entry): string => JSON.stringify([text, sources.get(key), position, settled])
    const froms = new Map([...entries].flatMap(([key, entry]) => (sources.has(key) ? [[key, fromOf(key, entry)] as const] : [])))
    const known = new Map([...froms].flatMap(([key, from]) => (told.found?.get(key)?.from === from ? [[key, told.found.get(key)!]] : [])))
    const changed = new Map([...entries].filter(([key]) => froms.has(key) && !known.has(key)))
    const fresh =
      changed.size > 0 ? Map.groupBy(await inTurns(narrowedTo(changed), OF_ONE, factsOf), ({ key }) => key!) : new Map<string, Problem[]>()
    told.found = new Map([...froms].map(([key, from]) => [key, known.get(key) ?? { from, problems: fresh.get(key) ?? [] }]))
    const together = Map.groupBy(await inTurns(examined, OF_ALL, factsOf), ({ key }) => key!)
    found = new Map([...told.found].map(([key, { problems }]) => [key, [...problems, ...(together.get(key) ?? [])]]))
    return found
  }
  return {
    all: () => (all ??= look()),
    standing: (key, text) => found?.get(key) ?? (found || text === '' ? [] : one(key, text)),
    one: (key, text) => one(key, text, spellerOf()),
    terms: (key, text) => {
      const translation = textsOf(asWritten(key, text)).translations.find((each) => each.tag === tag)
      return translation ? termsOf(translation, (told.factsOf ?? gathered())(translation)) : []
    },
  }
}

function sourceTextsOf(subject: Subject): (readonly [key: string, text: string])[] {
  if ('site' in subject) return [...subject.site.english.entries].map(([key, { text }]) => [key, text])
  return subject.document.document.segments.map(({ key, text }) => [key, text])
}

/** What the references of all texts stand for. */
function definitionsOf(subject: Subject): readonly unknown[] {
  return 'site' in subject ? [] : [...linkDefinitions(subject.document.document.tree)]
}

function collectionOf(subject: Subject): Examinable {
  if ('site' in subject) return { documents: [], site: subject.site, anchorsOf: () => undefined }
  return { documents: [subject.document], anchorsOf: subject.anchorsOf }
}

/** The same with some texts alone, as they would be. */
function narrowed(subject: Subject, tag: Tag, entries: ReadonlyMap<string, Entry>): Subject {
  const texts = 'site' in subject ? subject.site : subject.document
  const translations = texts.translations
    .filter((catalog) => catalog.tag === tag)
    .map((catalog) => ({ ...catalog, twins: undefined, entries: new Map(entries) }))
  if ('document' in subject) {
    const { document } = subject.document
    const segments = document.segments.filter(({ key }) => entries.has(key))
    return { ...subject, document: { ...subject.document, document: { ...document, segments }, translations } }
  }
  const english = { ...texts.english, entries: new Map([...texts.english.entries].filter(([key]) => entries.has(key))) }
  return { site: { ...subject.site, english, translations } }
}
