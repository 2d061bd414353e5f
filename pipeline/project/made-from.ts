import { join } from 'node:path'
import { BUILT_IN_TEMPLATES } from '../publication/overlay.ts'
import { knownTags } from '../language/registry.ts'

/** The files that hold a document’s texts in one language. */
const TEXTS = ['locales/{locale}/{document}.json', 'locales/ledger/{locale}/{document}.json'] as const

/**
 * What is made from which files, as paths relative to the publication’s root; a folder stands for all that is in it. In
 * `{document}` is a document’s id, in `{locale}` each language’s tag.
 */
export const MADE_FROM = {
  /** What all documents share, beside what the publication says of itself. */
  everything: ['locales/glossary.yaml', 'locales/{locale}/site.json', 'locales/ledger/{locale}/site.json', 'languages', 'templates'],
  source: ['content/{document}'],
  texts: TEXTS,
  document: ['content/{document}', ...TEXTS],
} as const

/** The files that something is made from, as absolute paths. @param locales the languages, where it is not made from all */
export function filesOf(what: keyof typeof MADE_FROM, root: string, document = '', locales: readonly string[] = knownTags()): string[] {
  const own = MADE_FROM[what].flatMap((pattern) => {
    const path = pattern.replace('{document}', document)
    const paths = path.includes('{locale}') ? locales.map((tag) => path.replace('{locale}', tag)) : [path]
    return paths.map((each) => join(root, each))
  })
  // What else comes with the program, its version tells.
  return what === 'everything' ? [...own, BUILT_IN_TEMPLATES] : own
}
