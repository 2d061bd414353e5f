import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Problem } from '../problem.ts'
import { SITE } from '../catalog/store.ts'
import { checkInTurns, type Checked } from './check.ts'
import type { Glossary } from '../catalog/glossary.ts'
import type { KeptFindings } from './kept-findings.ts'
import { RULES } from './registry.ts'
import type { Examinable } from './rule.ts'
import { picture } from './source/picture.ts'

/** Counts the texts of an edition with an error from a check, including errors in their English. */
export type CountWrong = (document: string, tag: Tag) => number

/** The result of a check for the gates. */
export interface GateCheck extends Checked {
  readonly countWrong: CountWrong
}

/**
 * Runs the checks that a build needs: rules of severity `error`, and keys whose texts appear nowhere. Missing and stale texts are
 * known from the states; advice is left to `check`. Between steps the browser gets its orders.
 */
export async function checkForGates(
  publication: Publication,
  collection: Examinable,
  glossary: Glossary,
  kept?: KeptFindings,
): Promise<GateCheck> {
  const rules = RULES.filter(
    ({ id, severity }) => (severity === 'error' && id !== 'missing' && id !== 'stale') || id === 'unknown-key',
  ).map(({ id }) => id)
  const examined = { publication, collection, editions: publication.editions }
  const checked = await checkInTurns(examined, { glossary, spellers: new Map(), rules, kept })
  const problems = checked.problems.filter(({ severity }) => severity !== 'info')
  return { ...checked, problems, countWrong: wrongTexts(problems, collection) }
}

/**
 * Counts the wrong texts of a whole publication, one document after the other: what checks learn of a text takes more memory than
 * the text.
 */
export async function countWrongByDocument(
  publication: Publication,
  { documents, site, anchorsOf }: Examinable,
  glossary: Glossary,
): Promise<CountWrong> {
  const counts = new Map<string, CountWrong>()
  for (const [name, part] of [
    [SITE, { documents: [], site, anchorsOf }] as const,
    ...documents.map((each) => [each.document.id, { documents: [each], anchorsOf }] as const),
  ])
    counts.set(name, (await checkForGates(publication, part, glossary)).countWrong)
  return (document, tag) => counts.get(document)!(document, tag)
}

/** Counts wrong texts. Pictures of the document are counted separately. */
function wrongTexts(problems: readonly Problem[], collection: Examinable): CountWrong {
  const errors = problems.filter(({ severity, ruleId, key }) => severity === 'error' && (ruleId !== picture.id || key !== undefined))
  const keys = errors.some(({ key }) => key === undefined) ? keysByLine(collection) : new Map<string, string>()
  const nameOf = ({ key, file, line }: Problem): string => key ?? keys.get(`${file}:${line}`) ?? `${file}:${line}`
  const sourceOf = new Map(collection.documents.map(({ document: { id, language } }) => [id, language] as const))
  const wrong = new Set(errors.map((each) => [each.document, each.edition, nameOf(each)].join('\n')))
  return (document, tag) => {
    // A derived edition has the errors of its origin, and every edition those of the English source.
    const editions = new Set<string | undefined>([tag, originOf(tag), document === SITE ? undefined : sourceOf.get(document)])
    return new Set(
      [...wrong].map((each) => each.split('\n')).flatMap(([of, edition, key]) => (of === document && editions.has(edition) ? [key] : [])),
    ).size
  }
}

/** Keys of texts by line of the document, for errors that state only a line. */
function keysByLine({ documents }: Examinable): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const { node, place, key } of documents.flatMap(({ document }) => document.segments))
    for (let line = place.line; line <= (node?.position?.end.line ?? place.line); line++)
      if (!keys.has(`${place.file}:${line}`)) keys.set(`${place.file}:${line}`, key)
  return keys
}
