import type { Nodes, PhrasingContent, Root } from 'mdast'
import { formatsFor } from '../language/formats.ts'
import { typographyOf } from '../language/typography.ts'
import type { Tag } from '../model/language.ts'
import { nodesIn } from '../source/nodes.ts'
import { isWordless } from '../source/wordless.ts'
import { cellsOfFigures } from './columns-of-figures.ts'

/** A number with separators that is not part of a word, date, time or path. */
const FIGURE = /(?<![\p{L}\d.,:/_@#])\d+(?:[.,]\d+)+(?![\p{L}\d:/_@]|[.,]\d)/gu
/** A number with commas between thousands, as only in English. */
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
/** A number with one full stop: a decimal, section, version or time. */
const PARTED = /^\d+\.\d+$/
/** Signs before and after a measured number. */
const MEASURED_BEFORE = /(?:\p{Sc}|[−±<>≤≥≈])[ \u00A0\u202F]?$|(?:^|\s)-$/u
const MEASURED_AFTER = /^[ \u00A0\u202F]?(?:\p{Sc}|[%‰°])/u
/** A number in foreign notation. If an English document contains one, its separators are ambiguous. */
const FOREIGN = /\d\.\d{3},\d|\d(?:\.\d{3}){2}|(?<![\d,])\d+,(?:\d{1,2}|\d{4,})(?![\d,])/

/**
 * Localizes the numbers of lines without words, if their meaning is certain.
 * @param line the node of the line
 */
export type LocalNumbers = (nodes: readonly PhrasingContent[], line?: Nodes) => PhrasingContent[]

/** Creates the localization of numbers for a document. The source edition’s numbers are unchanged. */
export function createLocalNumbers(tree: Root, tag: Tag, source: Tag): LocalNumbers {
  if (tag === source) return (nodes) => [...nodes]
  const isEnglish = !hasForeign(tree)
  const amounts = cellsOfFigures(tree)
  const write = (node: PhrasingContent, isAmount: boolean): PhrasingContent => {
    if (node.type === 'text') return { ...node, value: localNumbers(tag, node.value, isEnglish, isAmount) }
    // A link whose words are its address is unchanged.
    if (node.type === 'link' || !('children' in node)) return node
    return { ...node, children: node.children.map((child) => write(child, isAmount)) }
  }
  return (nodes, line) => nodes.map((node) => write(node, line !== undefined && amounts.has(line)))
}

/**
 * Localizes the numbers in a text without words.
 * @param isAmount true in a column of amounts
 */
export function localNumbers(tag: Tag, text: string, isEnglish = true, isAmount = false): string {
  const parts = formatsFor(tag).formatNumberToParts(1_234_567.8)
  const group = parts.find(({ type }) => type === 'group')!.value
  const decimal = parts.find(({ type }) => type === 'decimal')!.value
  const written = text.replaceAll(FIGURE, (figure, at: number) => {
    const isMeasured = isAmount || MEASURED_BEFORE.test(text.slice(0, at)) || MEASURED_AFTER.test(text.slice(at + figure.length))
    if (!isEnglish || !(GROUPED.test(figure) || (PARTED.test(figure) && isMeasured))) return figure
    return figure.replaceAll(/[.,]/g, (sign) => (sign === ',' ? group : decimal))
  })
  const { percent, percentBefore } = typographyOf(tag)
  if (percentBefore) return written.replaceAll(/(\d[\d.,\u00A0\u202F]*)[ \u00A0\u202F]?%/g, '%$1')
  return written.replaceAll(/(?<=\d)[ \u00A0\u202F]?(?=%)/g, percent)
}

function hasForeign(tree: Root): boolean {
  const isForeign = (node: Nodes): boolean => node.type === 'text' && FOREIGN.test(node.value)
  return nodesIn(tree).some(
    (node) =>
      (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') &&
      isWordless(node) &&
      nodesIn(node).some(isForeign),
  )
}
