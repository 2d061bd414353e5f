import type { Layout } from '../model/catalog.ts'

/** The layout of a new file. The empty lines let git merge what two people did to neighbouring entries. */
const STANDARD_LAYOUT: Layout = { newline: '\n', indent: '  ', spaced: true }

/** The layout of a file's text as it lies on the disk; that of a new file where it has fewer than two entries. */
export function layoutOf(text: string): Layout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const [first, second] = text.matchAll(/^([ \t]+)"/gm)
  if (!first || !second) return { ...STANDARD_LAYOUT, newline }
  const between = text.slice(first.index, second.index)
  return { newline, indent: first[1]!, spaced: /\n\s*\n/.test(between) }
}

/** The text of a flat JSON object of key → value, a JSON text as it is to be written, in a layout: one line an entry and a line's end at the end. */
export function layOut(values: ReadonlyMap<string, string>, { newline, indent, spaced }: Layout = STANDARD_LAYOUT): string {
  if (values.size === 0) return `{}${newline}`
  const lines = [...values].map(([key, value]) => `${indent}${JSON.stringify(key)}: ${value}`)
  return `{${newline}${lines.join(`,${newline}${spaced ? newline : ''}`)}${newline}}${newline}`
}
