import { parseTerms } from '../catalog/glossary.ts'
import type { Tag } from '../model/language.ts'
import type { ExportFile } from './export-file.ts'
import { writeTbx, type TermPlace } from './tbx.ts'

/** The format of terms, which are the glossary’s and no document’s. */
export const TERMS = 'tbx'

/**
 * The file of the glossary’s terms.
 * @param text of the glossary
 * @param tag the only language besides the source’s, if it is named
 */
export function termFile(text: string, place: TermPlace, tag: Tag | undefined): ExportFile {
  const sections = parseTerms(text)
  const count = Object.values(sections).reduce((sum, terms) => sum + terms.size, 0)
  const name = `glossary${tag === undefined ? '' : `.${tag}`}.${TERMS}`
  return { name, content: writeTbx(sections, tag === undefined ? place : { ...place, tags: [tag] }), count }
}
