import type { Layout } from '../model/catalog.ts'

/** Layout of a new file. Empty lines let git merge edits of neighbouring entries. */
const STANDARD_LAYOUT: Layout = { newline: '\n', indent: '  ', spaced: true }

/** Detects the layout of a file. A file with fewer than two entries gets the standard layout. */
export function layoutOf(text: string): Layout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const [first, second] = text.matchAll(/^([ \t]+)"/gm)
  if (!first || !second) return { ...STANDARD_LAYOUT, newline }
  const between = text.slice(first.index, second.index)
  return { newline, indent: first[1]!, spaced: /\n\s*\n/.test(between) }
}

/** Writes a flat JSON object in a layout: one entry on a line, and a line end at the end. Values are JSON texts already. */
export function layOut(values: ReadonlyMap<string, string>, { newline, indent, spaced }: Layout = STANDARD_LAYOUT): string {
  if (values.size === 0) return `{}${newline}`
  const lines = [...values].map(([key, value]) => `${indent}${JSON.stringify(key)}: ${value}`)
  return `{${newline}${lines.join(`,${newline}${spaced ? newline : ''}`)}${newline}}${newline}`
}
