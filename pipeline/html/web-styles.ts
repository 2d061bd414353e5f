import { fontFaces, type FontFile } from './fonts.ts'
import { lookStyle, type Looked } from './look.ts'
import { stylesOf, type Theme } from './theme.ts'

/** The style sheet of the web pages, with the faces at their addresses. */
export function webStyles(theme: Theme, publication: Looked, address: (file: FontFile) => string): string {
  return [fontFaces(theme.fonts, address), ...stylesOf(theme, 'web.css', 'site.css'), lookStyle(publication)].filter(Boolean).join('\n')
}
