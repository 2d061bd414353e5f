import { createHash } from 'node:crypto'
import type { Picture } from '../model/document.ts'
import type { Artifact } from '../model/edition.ts'
import { searchScript } from '../search/script.ts'
import { fontsFor } from './fonts.ts'
import type { Looked } from './look.ts'
import { webStyles } from './web-styles.ts'
import type { Theme } from './theme.ts'

/** What all web pages share. Addresses are relative to the output folder. */
export interface SharedFiles {
  readonly stylesheet: string
  readonly script: string
  /** The script that searches a library, which is loaded when a reader begins to. */
  readonly search: string
  readonly logo: string | undefined
  readonly artifacts: readonly Artifact[]
}

/** Makes what all web pages share: the style sheet, the script, the faces and the logo, named by their content, so that a browser may keep them for good. */
export function webAssets(theme: Theme, publication: Looked, logo: Picture | undefined): SharedFiles {
  const fonts = theme.fonts.map((file) => ({ file, name: withDigest(file.name, file.bytes) }))
  const names = new Map(fonts.map(({ file, name }) => [file, name]))
  const css = new TextEncoder().encode(webStyles(theme, publication, (file) => names.get(file)!))
  const shown = logo && { path: `assets/${withDigest(logo.name.split('/').at(-1)!, logo.bytes)}`, bytes: logo.bytes }
  const stylesheet = `assets/${withDigest('editions.css', css)}`
  const code = new TextEncoder().encode(theme.script)
  const script = `assets/${withDigest('editions.js', code)}`
  const searching = new TextEncoder().encode(searchScript(theme.searchScript))
  const search = `assets/${withDigest('search.js', searching)}`
  return {
    stylesheet,
    script,
    search,
    logo: shown?.path,
    artifacts: [
      { path: stylesheet, bytes: css },
      { path: script, bytes: code },
      { path: search, bytes: searching },
      ...(shown ? [shown] : []),
      ...fonts.map(({ file, name }) => ({ path: `assets/${name}`, bytes: file.bytes })),
    ],
  }
}

/**
 * What a single page needs of the same, for a place where no other page shares it: of the faces those that its signs are set in.
 * @param page its HTML
 */
export async function packedAssets(theme: Theme, publication: Looked, logo: Artifact | undefined, page: string): Promise<Artifact[]> {
  const needed = new Set((await fontsFor(page)).map(({ name }) => name))
  const fonts = theme.fonts.filter(({ name }) => needed.has(name))
  const css = webStyles({ ...theme, fonts }, publication, ({ name }) => name)
  return [
    { path: PACKED.styles, bytes: new TextEncoder().encode(css) },
    { path: PACKED.script, bytes: new TextEncoder().encode(theme.script) },
    { path: PACKED.search, bytes: new TextEncoder().encode(searchScript(theme.searchScript)) },
    ...(logo ? [logo] : []),
    ...fonts.map(({ name, bytes }) => ({ path: `assets/${name}`, bytes })),
  ]
}

/** Where a page that shares nothing has its style sheet and its scripts. */
export const PACKED = { styles: 'assets/editions.css', script: 'assets/editions.js', search: 'assets/search.js' } as const

function withDigest(name: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}.${digest}${name.slice(dot)}`
}
