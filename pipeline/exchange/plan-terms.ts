import { GLOSSARY_FILE, TERM_SECTIONS, parseTerms, type TermForms, type TermSection, type TermSections } from '../catalog/glossary.ts'
import { withSettings, type Setting } from '../files/yaml-set.ts'
import { tagNamed } from '../language/gettext-name.ts'
import type { Tag } from '../model/language.ts'
import { Failure, failure } from '../problem.ts'
import type { ReadConcept } from './tbx.ts'

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
  readonly kind: 'no-name' | 'repeated' | 'language' | 'synonym' | 'none-accepted' | 'remark' | 'further-name'
  readonly text: string
}

/** What an import of terms would do. */
export interface TermPlan {
  readonly file: string
  readonly changes: readonly TermChange[]
  readonly unchanged: number
  readonly remarks: readonly TermRemark[]
  /** The glossary’s text afterwards. */
  readonly text: string
}

/** What terms are named and translated in. */
export interface TermLanguages {
  readonly source: Tag
  /** Languages that are translated into. */
  readonly tags: readonly Tag[]
}

/**
 * Plans an import of terms. Pure. Law: of what was written from the same glossary, nothing is changed. Terms that the file lacks stay,
 * and so do languages of a term that it lacks.
 * @param text of the glossary; empty if there is none
 * @throws Failure where the glossary is malformed
 */
export function planTerms(text: string, concepts: readonly ReadConcept[], { source, tags }: TermLanguages, file: string): TermPlan {
  const known = parseTerms(text)
  const seen = new Set<string>()
  const changes: TermChange[] = []
  const remarks: TermRemark[] = []
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
    remarks.push(...names.filter((name) => name !== term).map((name) => ({ kind: 'synonym' as const, text: `${name} (${term})` })))
    remarks.push(...said.map((each) => ({ kind: 'remark' as const, text: `${term}: ${each}` })))
    for (const { tag, language, accepted, forbidden, stems } of named) {
      if (tag === source || accepted.length + forbidden.length === 0) continue
      if (tag === undefined || accepted.length === 0) {
        remarks.push({ kind: tag === undefined ? 'language' : 'none-accepted', text: tag === undefined ? language : `${term} (${tag})` })
        continue
      }
      const before = known[section].get(term)?.[tag]
      const isName = section === 'names'
      if (isName && accepted.length + forbidden.length > 1) remarks.push({ kind: 'further-name', text: `${term} (${tag})` })
      const after = isName
        ? { accepted: accepted.slice(0, 1), stems: [], forbidden: [] }
        : { accepted, forbidden, stems: stems ?? before?.stems ?? [] }
      if (before && isAlike(before, after)) unchanged++
      else changes.push({ section, term, tag, before, after })
    }
  }
  const after = changes.length === 0 ? text : withSettings(text, changes.flatMap(settingsOf))
  if (changes.length > 0 && !isWritten(after, known, changes)) throw unwritable(file)
  return { file, changes, unchanged, remarks: once(remarks), text: after }
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

/** The same forms, whatever the order of those that are not preferred. */
function isAlike(one: TermForms, other: TermForms): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each) => b.includes(each))
  return (
    one.accepted[0] === other.accepted[0] &&
    same(one.accepted, other.accepted) &&
    same(one.forbidden, other.forbidden) &&
    same(one.stems, other.stems)
  )
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

function unwritable(file: string): Error {
  return failure({
    rule: 'exchange',
    file,
    message: `The terms of this file cannot be set in ${GLOSSARY_FILE} without changing others.`,
    found: 'anchors, tags or other shorthands of YAML in the glossary',
    expected: 'terms, languages and forms as a plain list',
    remedy: 'Write the terms into the glossary by hand, or write what its shorthands stand for, and import again.',
  })
}
