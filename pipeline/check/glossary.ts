import { join } from 'node:path'
import * as v from 'valibot'
import { readText } from '../files/disk.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { byLanguage, byName, filled, group } from '../publication/schema.ts'
import { parseYaml } from '../files/yaml.ts'

/** How a term stands in one language. */
export interface TermForms {
  /** The forms that may stand for the term, the preferred one first. */
  readonly accepted: readonly string[]
  /** How its inflected forms begin: the beginning of each word, parted by spaces. */
  readonly stems: readonly string[]
  /** Forms that must not stand for it. */
  readonly forbidden: readonly string[]
}

type ByTag<T> = Readonly<Partial<Record<Tag, T>>>

/** `locales/glossary.yaml`: the terms, names and words that the translations have settled on. */
export interface Glossary {
  /** English term → language → forms; institutions are terms too. */
  readonly terms: ReadonlyMap<string, ByTag<TermForms>>
  /** English spelling of a name → language → settled spelling. */
  readonly names: ReadonlyMap<string, ByTag<string>>
  /** Right words that no dictionary has. */
  readonly words: ByTag<readonly string[]>
}

const FILE = 'locales/glossary.yaml'

const forms = v.array(filled('a text'), 'a list of forms: [one, another]')
const term = byLanguage(
  group({
    accepted: v.pipe(forms, v.minLength(1, 'at least one form')),
    stems: v.optional(forms, []),
    forbidden: v.optional(forms, []),
  }),
)
const schema = group({
  terms: v.optional(byName(term, 'terms as the source has them'), {}),
  organisations: v.optional(byName(term, 'terms as the source has them'), {}),
  names: v.optional(byName(byLanguage(filled('a name')), 'names as the source spells them'), {}),
  words: v.optional(byLanguage(forms), {}),
})

/**
 * Reads the glossary; a publication without one has no settled terms.
 * @throws Failure where it is malformed
 */
export async function readGlossary({ root }: Publication): Promise<Glossary> {
  const text = await readText(join(root, FILE))
  if (text === undefined) return { terms: new Map(), names: new Map(), words: {} }
  const { terms, organisations, names, words } = parseYaml(text, FILE, schema).value
  return { terms: new Map([...terms, ...organisations]), names, words }
}
