import type { Reconciled } from '../../catalog/reconcile.ts'
import type { SiteTexts } from '../../catalog/site.ts'
import { check, checkInTurns, gatherFacts, type FactsOf } from '../../check/check.ts'
import type { Glossary } from '../../check/glossary.ts'
import { RULES } from '../../check/registry.ts'
import type { Examinable, Examined } from '../../check/rule.ts'
import { textsOf } from '../../check/translations.ts'
import type { Speller } from '../../language/spelling.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import type { Problem } from '../../problem.ts'
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
}

/** The state of a text is told by itself; a dictionary takes a second to load, and is asked while a text is written. */
const ELSEWHERE: ReadonlySet<string> = new Set(['missing', 'stale', 'unknown-key', 'spelling'])
const ALL = RULES.filter(({ id }) => !ELSEWHERE.has(id)).map(({ id }) => id)
const OF_ONE = RULES.filter(({ id, looksAt }) => !ELSEWHERE.has(id) && looksAt !== 'whole').map(({ id }) => id)

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
  const examined: Examined = { publication, collection: collectionOf(subject), editions: [tag] }
  const run = (of: Examined, rules: readonly string[], factsOf?: FactsOf, speller?: Speller): readonly Problem[] =>
    check(of, { glossary, spellers: new Map([[tag, speller]]), rules, ...(factsOf && { factsOf }) }).problems.filter(
      ({ edition }) => edition === tag,
    )
  const narrowedTo = (key: string, text: string): Examined => ({ ...examined, collection: collectionOf(narrowed(subject, tag, key, text)) })
  // A dictionary is loaded before somebody types.
  spellerOf()
  const gathered = (): FactsOf => (told.factsOf = gatherFacts(examined, glossary))
  let all: Promise<ReadonlyMap<string, readonly Problem[]>> | undefined
  let found: ReadonlyMap<string, readonly Problem[]> | undefined
  const one = (key: string, text: string, speller?: Speller): readonly Problem[] => {
    const rules = speller ? [...OF_ONE, 'spelling'] : OF_ONE
    return run(narrowedTo(key, text), rules, told.factsOf ?? gathered(), speller).filter((each) => each.key === key)
  }
  return {
    all: () =>
      (all ??= checkInTurns(examined, { glossary, spellers: new Map(), rules: ALL, factsOf: gathered() }).then(
        ({ problems }) => (found = byKey(problems.filter(({ edition }) => edition === tag))),
      )),
    standing: (key, text) => found?.get(key) ?? (found || text === '' ? [] : one(key, text)),
    one: (key, text) => one(key, text, spellerOf()),
    terms: (key, text) => {
      const translation = textsOf(narrowedTo(key, text)).translations.find((each) => each.tag === tag)
      return translation ? termsOf(translation, (told.factsOf ?? gathered())(translation)) : []
    },
  }
}

function collectionOf(subject: Subject): Examinable {
  if ('site' in subject) return { documents: [], site: subject.site, anchorsOf: () => undefined }
  return { documents: [subject.document], anchorsOf: subject.anchorsOf }
}

function byKey(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  return Map.groupBy(
    problems.filter(({ key }) => key !== undefined),
    ({ key }) => key!,
  )
}

/** The same with one text alone, as it would be. */
function narrowed(subject: Subject, tag: Tag, key: string, text: string): Subject {
  const texts = 'site' in subject ? subject.site : subject.document
  const translations = texts.translations
    .filter((catalog) => catalog.tag === tag)
    .map((catalog) => {
      const position = catalog.entries.get(key)?.position ?? { line: 1, column: 1 }
      return { ...catalog, twins: undefined, entries: new Map([[key, { text, position }]]) }
    })
  if ('document' in subject) {
    const { document } = subject.document
    const segments = document.segments.filter((segment) => segment.key === key)
    return { ...subject, document: { ...subject.document, document: { ...document, segments }, translations } }
  }
  const english = { ...texts.english, entries: new Map([...texts.english.entries].filter(([each]) => each === key)) }
  return { site: { ...subject.site, english, translations } }
}
