import { createHash } from 'node:crypto'
import type { Artifact } from '../model/edition.ts'
import { webStyles } from './pages.ts'
import type { Theme } from './theme.ts'

/** What all web pages share: the style sheet and the faces, named by their content, so that a browser may keep them for good. */
export function webAssets(theme: Theme): { readonly stylesheet: string; readonly artifacts: readonly Artifact[] } {
  const fonts = theme.fonts.map((file) => ({ file, name: withDigest(file.name, file.bytes) }))
  const names = new Map(fonts.map(({ file, name }) => [file, name]))
  const css = new TextEncoder().encode(webStyles(theme, (file) => names.get(file)!))
  const stylesheet = `assets/${withDigest('editions.css', css)}`
  return {
    stylesheet,
    artifacts: [{ path: stylesheet, bytes: css }, ...fonts.map(({ file, name }) => ({ path: `assets/${name}`, bytes: file.bytes }))],
  }
}

function withDigest(name: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}.${digest}${name.slice(dot)}`
}
