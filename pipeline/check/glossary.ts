import { join } from 'node:path'
import { z } from 'zod'
import { readText } from '../disk.ts'
import { LANGUAGES } from '../language/languages.ts'
import type { Publication, Tag } from '../model.ts'
import { parseYaml } from '../yaml.ts'

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

const tag = z.custom<Tag>(
  (value) => typeof value === 'string' && Object.hasOwn(LANGUAGES, value),
  `one of ${Object.keys(LANGUAGES).join(', ')}`,
)
const forms = z.array(z.string('a text').min(1, 'a text'), 'a list of forms: [one, another]')
const term = z.partialRecord(
  tag,
  z.strictObject({
    accepted: forms.min(1, 'at least one form'),
    stems: forms.default([]),
    forbidden: forms.default([]),
  }),
)
const schema = z.strictObject({
  terms: z.record(z.string(), term).default({}),
  organisations: z.record(z.string(), term).default({}),
  names: z.record(z.string(), z.partialRecord(tag, z.string('a name'))).default({}),
  words: z.partialRecord(tag, forms).default({}),
})

/**
 * Reads the glossary; a publication without one has no settled terms.
 * @throws Failure where it is malformed
 */
export async function readGlossary({ root }: Publication): Promise<Glossary> {
  const text = await readText(join(root, FILE))
  if (text === undefined) return { terms: new Map(), names: new Map(), words: {} }
  const { terms, organisations, names, words } = parseYaml(text, FILE, schema).value
  return { terms: new Map(Object.entries({ ...terms, ...organisations })), names: new Map(Object.entries(names)), words }
}
