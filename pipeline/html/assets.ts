import { createHash } from 'node:crypto'
import type { Picture } from '../model/document.ts'
import type { Artifact } from '../model/edition.ts'
import type { Look } from '../model/publication.ts'
import { webStyles } from './pages.ts'
import type { Theme } from './theme.ts'

/** What all web pages share: the style sheet, the faces and the logo, named by their content, so that a browser may keep them for good. */
export function webAssets(
  theme: Theme,
  look: Look,
  logo: Picture | undefined,
): { readonly stylesheet: string; readonly logo: string | undefined; readonly artifacts: readonly Artifact[] } {
  const fonts = theme.fonts.map((file) => ({ file, name: withDigest(file.name, file.bytes) }))
  const names = new Map(fonts.map(({ file, name }) => [file, name]))
  const css = new TextEncoder().encode(webStyles(theme, look, (file) => names.get(file)!))
  const shown = logo && { path: `assets/${withDigest(logo.name.split('/').at(-1)!, logo.bytes)}`, bytes: logo.bytes }
  const stylesheet = `assets/${withDigest('editions.css', css)}`
  return {
    stylesheet,
    logo: shown?.path,
    artifacts: [
      { path: stylesheet, bytes: css },
      ...(shown ? [shown] : []),
      ...fonts.map(({ file, name }) => ({ path: `assets/${name}`, bytes: file.bytes })),
    ],
  }
}

function withDigest(name: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}.${digest}${name.slice(dot)}`
}
