import { join } from 'node:path'
import * as v from 'valibot'
import { readText } from '../files/disk.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { byLanguage, byName, filled, group } from '../publication/schema.ts'
import { parseYaml } from '../files/yaml.ts'

/** The forms of a term in one language. */
export interface TermForms {
  /** Accepted forms, the preferred one first. */
  readonly accepted: readonly string[]
  /** Stems of inflected forms: the beginning of each word, separated by spaces. */
  readonly stems: readonly string[]
  /** Forbidden forms. */
  readonly forbidden: readonly string[]
}

export type ByTag<T> = Readonly<Partial<Record<Tag, T>>>

/** Settled terms, names and words of the translations, from `locales/glossary.yaml`. */
export interface Glossary {
  /** Terms, including institutions, by English form and language. */
  readonly terms: ReadonlyMap<string, ByTag<TermForms>>
  /** Settled spellings of names by English spelling and language. */
  readonly names: ReadonlyMap<string, ByTag<string>>
  /** Correct words that dictionaries lack. */
  readonly words: ByTag<readonly string[]>
}

export const GLOSSARY_FILE = 'locales/glossary.yaml'

const forms = v.array(filled('a text'), 'a list of forms: [one, another]')
const term = byLanguage(
  group({
    accepted: v.pipe(forms, v.minLength(1, 'at least one form')),
    stems: v.optional(forms, []),
    forbidden: v.optional(forms, []),
  }),
)
const schema = group({
  terms: v.nullish(byName(term, 'terms as the source has them'), {}),
  organisations: v.nullish(byName(term, 'terms as the source has them'), {}),
  names: v.nullish(byName(byLanguage(filled('a name')), 'names as the source spells them'), {}),
  words: v.nullish(byLanguage(forms), {}),
})

/** The parts of the file in which terms stand: institutions are terms too, and names have one form in each language. */
export const TERM_SECTIONS = ['terms', 'organisations', 'names'] as const
export type TermSection = (typeof TERM_SECTIONS)[number]

/** Terms by section, by English form and language. */
export type TermSections = Readonly<Record<TermSection, ReadonlyMap<string, ByTag<TermForms>>>>

/**
 * Reads the glossary. A publication without one has no settled terms.
 * @throws Failure if it is malformed
 */
export async function readGlossary({ root }: Publication): Promise<Glossary> {
  const text = await readText(join(root, GLOSSARY_FILE))
  if (text === undefined || isRemarks(text)) return { terms: new Map(), names: new Map(), words: {} }
  const { terms, organisations, names, words } = parseYaml(text, GLOSSARY_FILE, schema).value
  return { terms: new Map([...terms, ...organisations]), names, words }
}

/** True for a text in which remarks stand alone. An empty one may be what is left of a file. */
function isRemarks(text: string): boolean {
  return text.includes('#') && text.split('\n').every((line) => /^\s*(?:#|$)/.test(line))
}

/** Parses the terms of a glossary; an empty text has none. @throws Failure if it is malformed */
export function parseTerms(text: string): TermSections {
  if (text.trim() === '' || isRemarks(text)) return { terms: new Map(), organisations: new Map(), names: new Map() }
  const { terms, organisations, names } = parseYaml(text, GLOSSARY_FILE, schema).value
  const formsOf = (byTag: ByTag<string>): ByTag<TermForms> =>
    Object.fromEntries(Object.entries(byTag).map(([tag, name]) => [tag, { accepted: [name!], stems: [], forbidden: [] }]))
  return { terms, organisations, names: new Map([...names].map(([name, byTag]) => [name, formsOf(byTag)])) }
}
