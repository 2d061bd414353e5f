import type { List, Nodes, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { nodesIn } from '../../source/nodes.ts'
import { typedText } from './typed.ts'

/** A note with its number, or the place that it has in its list. */
export interface NumberedNote {
  readonly number: number
  readonly offset: number
  /** The block in which it stands. */
  readonly block: Nodes
}

/** What stands above the notes and sources of a text, in the languages of these editions. */
const ABOVE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:foot|end)?notes?|references?|sources?|bibliography|literature|citations?|works cited|` +
    String.raw`shënime\p{L}*|fusnot\p{L}*|referenc\p{L}*|burime\p{L}*|bibliograf\p{L}*|literatur\p{L}*|` +
    String.raw`(?:за)?белешк\p{L}*|напомен\p{L}*|фуснот\p{L}*|референц\p{L}*|извор\p{L}*|литератур\p{L}*|библиографиј?\p{L}*|бележк\p{L}*|източни\p{L}*|` +
    String.raw`bilješk\p{L}*|belešk\p{L}*|napomen\p{L}*|izvor\p{L}*|(?:dip)?notlar|kaynak(?:lar|ça)|quellen|fußnoten|anmerkungen)(?!\p{L})`,
  'iu',
)
/** A longer line is a sentence about sources. */
const MOST_WORDS = 5
/** A paragraph that begins with its number: 1 Smith, 1. Smith, (1) Smith. A full stop with a backslash is two signs of a typed text. */
const NUMBERED = /^[ \t>]*\(?(\d{1,3})(?:[.):\]]|\uFFFC{2})*[ \t\u00A0]+(?=[\p{L}“"„«(\uFFFB])/u

/** Notes that stand as a list below their heading, or at the end of a document after a line across the page. */
export function listedNotes({ children }: Root, source: string): readonly NumberedNote[] {
  const blocks = children.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition')
  const headed = blocks.findLastIndex((node) => isAbove(node))
  const ruled = blocks.findLastIndex(({ type }) => type === 'thematicBreak')
  const from = headed >= 0 ? headed : ruled
  if (from < 0) return []
  const rest = blocks.slice(from + 1)
  const end = rest.findIndex(({ type }) => type === 'heading')
  const section = end < 0 ? rest : rest.slice(0, end)
  if (headed < 0 && section.some(({ type }) => type !== 'list')) return []
  return section.flatMap((block) => (block.type === 'list' ? itemsOf(block) : numberedLines(block, source)))
}

/** True for a heading of notes, and for a line by itself that stands for one. */
function isAbove(node: RootContent): boolean {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false
  const words = toString(node).trim()
  const isLine = node.type === 'heading' || (!words.includes('\n') && (node.children[0]?.type === 'strong' || /^[^.!?]*:?$/.test(words)))
  return isLine && words.split(/\s+/).length <= MOST_WORDS && ABOVE.test(words)
}

function itemsOf({ children, start }: List): NumberedNote[] {
  return children.flatMap((item, index): NumberedNote[] => {
    const block = nodesIn(item).find(({ type }) => type === 'paragraph')
    return block ? [{ number: (start ?? 1) + index, offset: item.position!.start.offset!, block }] : []
  })
}

function numberedLines(block: RootContent, source: string): NumberedNote[] {
  if (block.type !== 'paragraph') return []
  const start = block.position!.start.offset!
  return [...typedText(block, source).matchAll(/[^\n\r]+/g)].flatMap(({ 0: line, index }) => {
    const number = NUMBERED.exec(line)?.[1]
    return number === undefined ? [] : [{ number: Number(number), offset: start + index, block }]
  })
}
