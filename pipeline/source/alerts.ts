import type { Blockquote, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Alert } from '../model/markdown.ts'

/** A callout’s first line, and in the source the marks of the quotation before the next (GitHub, “Alerts”). */
const MARK = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n[ \t>]*|$)/i

/** Marks each quotation that is an alert, and removes its marker from the text, in place. */
export function takeAlerts(tree: Root, source: string): void {
  visit(tree, 'blockquote', (quotation) => takeAlert(quotation, source))
}

function takeAlert(quotation: Blockquote, source: string): void {
  const [paragraph] = quotation.children
  if (paragraph?.type !== 'paragraph') return
  const [first, second] = paragraph.children
  if (first?.type !== 'text') return
  const mark = MARK.exec(first.value)
  // The marker must be alone on its line, with or without a hard break.
  if (!mark || (mark[0] === first.value && !mark[0].includes('\n') && second && second.type !== 'break')) return
  quotation.data = { ...quotation.data, alert: mark[1]!.toLowerCase() as Alert }
  first.value = first.value.slice(mark[0].length)
  const { start, end } = paragraph.position!
  const written = /^.*(?:\n[ \t>]*)?/.exec(source.slice(start.offset, end.offset))![0]
  const begin = { line: start.line + 1, column: written.length - written.indexOf('\n'), offset: start.offset! + written.length }
  paragraph.position!.start = begin
  if (first.position) first.position.start = begin
  if (first.value === '') paragraph.children.splice(0, second?.type === 'break' ? 2 : 1)
  if (paragraph.children.length === 0) quotation.children.shift()
}
