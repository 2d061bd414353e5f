import { GLOSSARY_FILE, TERM_SECTIONS, parseTerms, type TermForms, type TermSection, type TermSections } from '../catalog/glossary.ts'
import { withSettings, type Setting } from '../files/yaml-set.ts'
import { tagNamed } from '../language/gettext-name.ts'
import type { Tag } from '../model/language.ts'
import { Failure, failure, problem, type Position, type Problem } from '../problem.ts'
import { wording } from '../wording.ts'
import { refusing } from './refusing.ts'
import { oneLine, type ReadConcept, type ReadTerms, type TermPlace } from './tbx.ts'
import { digestOfForms, formsText, isAlike, namedBy } from './term-forms.ts'

/** A term whose forms in a language are new, or others than here. */
export interface TermChange {
  readonly section: TermSection
  readonly term: string
  readonly tag: Tag
  /** Absent if there were none. */
  readonly before?: TermForms | undefined
  readonly after: TermForms
}

/** What of a file is not taken. */
export type TermRemark = {
  readonly kind:
    'no-name' | 'repeated' | 'language' | 'synonym' | 'none-accepted' | 'remark' | 'further-name' | Extract<Fate, 'newer' | 'removed'>
  readonly text: string
}

/** What an import of terms would do. */
export interface TermPlan {
  readonly file: string
  readonly changes: readonly TermChange[]
  readonly unchanged: number
  readonly remarks: readonly TermRemark[]
  /** The glossary’s text that it was planned for. */
  readonly former: string
  /** The glossary’s text afterwards. */
  readonly text: string
}

/**
 * Plans an import of terms. Pure. Law: of what was written from the same glossary, nothing is changed. Terms that the file lacks stay,
 * and so do languages of a term that it lacks.
 * @param text of the glossary; empty if there is none
 * @throws Failure where the glossary is malformed, and with the terms that were changed here since the export and in the file otherwise
 */
export function planTerms(text: string, { origin, concepts }: ReadTerms, { publication, source, tags }: TermPlace, file: string): TermPlan {
  const known = parseTerms(text)
  const seen = new Set<string>()
  const changes: TermChange[] = []
  const remarks: TermRemark[] = []
  const conflicts: Problem[] = []
  let unchanged = 0
  for (const { id, languages, remarks: said } of concepts) {
    const named = joinedByTag(languages.map((each) => ({ ...each, tag: tagOf(each.language, [source, ...tags]) })))
    const names = named.filter(({ tag }) => tag === source).flatMap(({ accepted }) => accepted)
    const first = named.flatMap(({ accepted }) => accepted)[0] ?? id
    const term = names.find((name) => sectionOf(known, name) !== undefined) ?? names[0]
    if (term === undefined || seen.has(term)) {
      remarks.push({ kind: term === undefined ? 'no-name' : 'repeated', text: term ?? first })
      continue
    }
    seen.add(term)
    const section = sectionOf(known, term) ?? TERM_SECTIONS.find((each) => id.startsWith(`${each}.`)) ?? 'terms'
    const own = namedBy(term, known[section].get(term)?.[source])
    remarks.push(
      ...names
        .filter((name) => name !== term && !own.accepted.includes(name))
        .map((name) => ({ kind: 'synonym' as const, text: `${name} (${term})` })),
    )
    remarks.push(...said.map((each) => ({ kind: 'remark' as const, text: `${term}: ${each}` })))
    const isOurs = origin === oneLine(publication) && languages.some(({ exported }) => exported !== undefined)
    for (const each of named) {
      const { tag, language, accepted, forbidden } = each
      const here = tag === undefined ? undefined : known[section].get(term)?.[tag]
      if (accepted.length + forbidden.length === 0) continue
      // Of the source’s own words a file need not say which are forbidden.
      if (tag === source && forbidden.length === 0 && !(isOurs && here)) continue
      if (tag === undefined || accepted.length === 0) {
        remarks.push({ kind: tag === undefined ? 'language' : 'none-accepted', text: tag === undefined ? language : `${term} (${tag})` })
        continue
      }
      const before = tag === source ? own : here
      if (section === 'names' && accepted.length + forbidden.length > 1) remarks.push({ kind: 'further-name', text: `${term} (${tag})` })
      const after = formsIn(each, before, { section, term, isSource: tag === source })
      const fate = fateOf(each, before, after, isOurs)
      if (fate === 'unchanged') unchanged++
      else if (fate === 'changed') changes.push({ section, term, tag, before: here, after })
      else if (fate === 'conflict') conflicts.push(conflict(term, tag, before, after, each.position, file))
      else remarks.push({ kind: fate, text: `${term} (${tag})` })
    }
  }
  if (conflicts.length > 0) throw refusing(conflicts)
  const after = changes.length === 0 ? text : withSettings(text, changes.flatMap(settingsOf))
  if (changes.length > 0 && !isWritten(after, known, changes)) throw unwritable(file)
  return { file, changes, unchanged, remarks: once(remarks), former: text, text: after }
}

/** What becomes of the forms of a language. Those that were exported from here are held against what was here then. */
type Fate = 'unchanged' | 'changed' | 'newer' | 'removed' | 'conflict'

function fateOf({ exported, accepted, forbidden, stems }: Named, before: TermForms | undefined, after: TermForms, isOurs: boolean): Fate {
  if (before && isAlike(before, after)) return 'unchanged'
  if (!isOurs) return 'changed'
  // A term of ours without a digest was added to the file.
  if (exported === undefined) return before ? 'conflict' : 'changed'
  const isUntouched = [after, { accepted, forbidden, stems: stems ?? [] }].some((forms) => digestOfForms(forms) === exported)
  if (isUntouched) return before ? 'newer' : 'removed'
  return before && digestOfForms(before) === exported ? 'changed' : 'conflict'
}

/** What stands for a term afterwards: a name has one form, and of the source’s own words the file says which are forbidden. */
function formsIn(
  { accepted, forbidden, stems }: Named,
  before: TermForms | undefined,
  { section, term, isSource }: { readonly section: TermSection; readonly term: string; readonly isSource: boolean },
): TermForms {
  if (section === 'names') return { accepted: isSource ? [term] : accepted.slice(0, 1), stems: [], forbidden: [] }
  if (isSource) return { accepted: before?.accepted ?? [term], stems: before?.stems ?? [], forbidden }
  return { accepted, forbidden, stems: stems ?? before?.stems ?? [] }
}

/** A language of a concept, by its tag here; absent if nobody translates into it. */
type Named = ReadConcept['languages'][number] & { readonly tag: Tag | undefined }

/** Languages that are one here, such as `mk` and `mk-MK`, with the forms of all. */
function joinedByTag(languages: readonly Named[]): Named[] {
  return [...Map.groupBy(languages, ({ tag, language }) => tag ?? language).values()].map((alike) => {
    const all = (name: 'accepted' | 'forbidden'): string[] => [...new Set(alike.flatMap((each) => each[name]))]
    const stems = alike.flatMap((each) => each.stems ?? [])
    return { ...alike[0]!, accepted: all('accepted'), forbidden: all('forbidden'), stems: stems.length > 0 ? stems : undefined }
  })
}

function tagOf(language: string, tags: readonly Tag[]): Tag | undefined {
  return tags.find((tag) => tag === language) ?? tagNamed(language, tags)
}

function sectionOf(known: TermSections, term: string): TermSection | undefined {
  return TERM_SECTIONS.find((section) => known[section].has(term))
}

/** Tells whether a glossary is well-formed, has the changes, and all else as it was: what an anchor names stands in several places. */
function isWritten(text: string, known: TermSections, changes: readonly TermChange[]): boolean {
  try {
    const written = formsByPath(parseTerms(text))
    const wanted = formsByPath(known)
    for (const { section, term, tag, after } of changes) wanted.set(pathOf(section, term, tag), after)
    return written.size === wanted.size && [...wanted].every(([path, forms]) => isAlike(written.get(path) ?? NONE, forms))
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

const NONE: TermForms = { accepted: [], stems: [], forbidden: [] }

function pathOf(section: TermSection, term: string, tag: string): string {
  return [section, term, tag].join('\n')
}

function formsByPath(sections: TermSections): Map<string, TermForms> {
  return new Map(
    TERM_SECTIONS.flatMap((section) =>
      [...sections[section]].flatMap(([term, byTag]) =>
        Object.entries(byTag).map(([tag, forms]) => [pathOf(section, term, tag), forms!] as const),
      ),
    ),
  )
}

/** Lists that are as they were stay as they are written. */
function settingsOf({ section, term, tag, before, after }: TermChange): Setting[] {
  const path = [section, term, tag]
  if (section === 'names') return [{ path, value: after.accepted[0]! }]
  const lists = (['accepted', 'stems', 'forbidden'] as const).map((name) => [name, after[name], before?.[name] ?? []] as const)
  if (!before) return [{ path, value: Object.fromEntries(lists.filter(([, list]) => list.length > 0)) }]
  const changed = lists.filter(([, list, former]) => list.join('\n') !== former.join('\n'))
  return changed.map(([name, list]) => ({ path: [...path, name], value: list }))
}

function once(remarks: readonly TermRemark[]): TermRemark[] {
  return [...new Map(remarks.map((each) => [`${each.kind} ${each.text}`, each])).values()]
}

function conflict(term: string, tag: Tag, before: TermForms | undefined, after: TermForms, position: Position, file: string): Problem {
  return problem({
    rule: 'exchange',
    file,
    position,
    message: wording`The term “${{ term }}” was changed here in ${{ tag }} since the export, and in this file otherwise.`,
    found: formsText(after),
    expected: before ? formsText(before) : 'none, since it was removed here',
    remedy: wording`Write the forms that are right in both places: in this file, and in ${{ glossary: GLOSSARY_FILE }}.`,
  })
}

function unwritable(file: string): Error {
  return failure({
    rule: 'exchange',
    file,
    message: wording`The terms of this file cannot be set in ${{ glossary: GLOSSARY_FILE }} without changing others.`,
    found: 'anchors, tags or other shorthands of YAML in the glossary',
    expected: 'terms, languages and forms as a plain list',
    remedy: 'Write the terms into the glossary by hand, or write what its shorthands stand for, and import again.',
  })
}
