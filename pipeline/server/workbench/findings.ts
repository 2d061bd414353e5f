import type { Reconciled } from '../../catalog/reconcile.ts'
import type { SiteTexts } from '../../catalog/site.ts'
import { check, gatherFacts, type FactsOf } from '../../check/check.ts'
import type { Glossary } from '../../check/glossary.ts'
import { RULES } from '../../check/registry.ts'
import type { Examinable, Examined } from '../../check/rule.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import type { Problem } from '../../problem.ts'
import type { Anchors } from '../../source/anchors.ts'

/** The texts of one document with their links, or those of the interface. */
export type Subject =
  { readonly document: Reconciled; readonly anchorsOf: (document: string) => Anchors | undefined } | { readonly site: SiteTexts }

/** Looks at the texts of a document, or of the interface, in one language. */
export interface Examiner {
  /** What is found in all of them, by key. */
  all(): ReadonlyMap<string, readonly Problem[]>
  /** What rules of single texts find in one that is being written. */
  one(key: string, text: string): readonly Problem[]
}

/** The state of a text is told by itself; dictionaries are not installed everywhere, and take a second to load. */
const ELSEWHERE: ReadonlySet<string> = new Set(['missing', 'stale', 'unknown-key', 'spelling'])
const ALL = RULES.filter(({ id }) => !ELSEWHERE.has(id)).map(({ id }) => id)
const OF_ONE = RULES.filter(({ id, looksAt }) => !ELSEWHERE.has(id) && looksAt !== 'whole').map(({ id }) => id)

export function openExaminer(subject: Subject, tag: Tag, publication: Publication, glossary: Glossary): Examiner {
  const examined: Examined = { publication, collection: collectionOf(subject), editions: [tag] }
  const run = (of: Examined, rules: readonly string[], factsOf?: FactsOf): readonly Problem[] =>
    check(of, { glossary, spellers: new Map(), rules, ...(factsOf && { factsOf }) }).problems.filter(({ edition }) => edition === tag)
  let all: ReadonlyMap<string, readonly Problem[]> | undefined
  let factsOf: FactsOf | undefined
  return {
    all: () => (all ??= byKey(run(examined, ALL))),
    one: (key, text) => {
      factsOf ??= gatherFacts(examined, glossary)
      const found = run({ ...examined, collection: collectionOf(narrowed(subject, tag, key, text)) }, OF_ONE, factsOf)
      return found.filter((each) => each.key === key)
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
