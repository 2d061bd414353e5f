import { join } from 'node:path'
import { BUILT_IN_TEMPLATES } from '../publication/overlay.ts'
import { knownTags } from '../language/registry.ts'

/** The files of a document’s texts in one language. */
const TEXTS = ['locales/{locale}/{document}.json', 'locales/ledger/{locale}/{document}.json'] as const

/**
 * The input files of each kind of result, relative to the root. A folder stands for its whole contents. `{document}` is a
 * document id, `{locale}` each language tag.
 */
export const MADE_FROM = {
  /** Inputs that all documents share, besides the facts of the publication. */
  everything: ['locales/glossary.yaml', 'locales/{locale}/site.json', 'locales/ledger/{locale}/site.json', 'languages', 'templates'],
  source: ['content/{document}'],
  texts: TEXTS,
  document: ['content/{document}', ...TEXTS],
} as const

/**
 * Input files of a result, as absolute paths.
 * @param locales the languages, if not all
 */
export function filesOf(what: keyof typeof MADE_FROM, root: string, document = '', locales: readonly string[] = knownTags()): string[] {
  const own = MADE_FROM[what].flatMap((pattern) => {
    const path = pattern.replace('{document}', document)
    const paths = path.includes('{locale}') ? locales.map((tag) => path.replace('{locale}', tag)) : [path]
    return paths.map((each) => join(root, each))
  })
  // The program’s version covers its other files.
  return what === 'everything' ? [...own, BUILT_IN_TEMPLATES] : own
}
