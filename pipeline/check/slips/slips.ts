import type { Nodes, Root } from 'mdast'
import { parseInline } from '../../source/markdown.ts'
import { hasMarks } from '../../source/prose.ts'
import { blockSlips, type Beside } from './blocks.ts'
import { attachedSlips, hasPrograms } from './emphasis.ts'
import { handNotes } from './hand-notes.ts'
import { lineSlips } from './lines.ts'
import { rowsIn } from './rows-in.ts'
import type { Slip } from './slip.ts'
import { shownTyped, typedAmong, typedText } from './typed.ts'

/** Signs of which every slip has one. Most texts have none. */
const SIGNS =
  /[*_`~[\]{}|#:$\\^=+@%<&\n\r–—―→➔➜⇒•‣◦▪●○■□➢➤✓✔·⁃∙►◆\uF0A7\uF0B7\uF0D8\uF0FC\uF076\u00A0\uFFF9-\uFFFC]|\f|^[-.!?;]|''|,,|¬|--\p{L}|\p{L} \p{L} \p{L} \p{L} |(?<=\p{L})- |(?<!\p{L})\/\p{L}|"""|\/\/|^h[1-6][.(]|\.{4}|^bq\.|^(?:im|ex)port |^o[ \t]|^[\da-zA-Z]+[ \t]|! \p{Lu}|!include|!INCLUDE|!Include|MERGE|PAGEREF|HYPERLINK|SEQ |TOC |STYLEREF|here to enter|orem ipsum|TODO:|FIXME:|TBD:/u
/** A sign that refers to a remark elsewhere, as “Kosovo*” to “*This designation …”. */
const ASTERISK_NOTE = /[\p{L}\p{N}”")]\*(?=[\s.,;:’)]|$)/u

/** The slips of a document’s blocks, in their order. `source` is what the tree was parsed from. */
export function slipsOf(tree: Root, source: string): Slip[] {
  const slips: Slip[] = handNotes(tree, source)
  // What begins with the sign of such a note is no list.
  const noted = new Set(slips.map(({ offset }) => offset))
  const hasAsteriskNotes = ASTERISK_NOTE.test(source)
  const isOfPrograms = hasPrograms(source)
  const visit = (node: Nodes, beside: Beside): void => {
    for (const slip of blockSlips(node, source, beside)) slips.push({ ...slip, block: node })
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const start = node.position!.start.offset!
      const text = typedText(node, source)
      for (const slip of [...textSlips(text, node.type === 'paragraph'), ...attachedSlips(text, isOfPrograms)]) {
        if (hasAsteriskNotes && !slip.sure && /^\*+[^*\s]/.test(slip.found)) continue
        if (noted.has(start + slip.offset)) continue
        slips.push({ ...slip, offset: start + slip.offset, block: node })
      }
    } else if ('children' in node)
      for (const [index, child] of node.children.entries())
        visit(child, { before: node.children[index - 1], after: node.children[index + 1] })
  }
  visit(tree, { before: undefined, after: undefined })
  return slips.toSorted((a, b) => a.offset - b.offset)
}

/** A text as it was parsed, and the offset at which it stands in what the nodes’ places count in. */
interface Parsed {
  readonly nodes: readonly Nodes[]
  readonly offset: number
}

/** The slips of a text that stands by itself, such as a title or a translation. */
export function inlineSlips(text: string, parsed?: Parsed): Slip[] {
  if (!SIGNS.test(text)) return []
  if (!hasMarks(text)) return textSlips(text, false)
  // `parseInline` parses a text after two line feeds.
  const { nodes, offset } = parsed ?? { nodes: parseInline(text), offset: 2 }
  return textSlips(typedAmong(nodes, text, offset), false)
}

/** The slips within a text as `typedText` gives it: of two at one place that of the first row. */
function textSlips(text: string, hasLines: boolean): Slip[] {
  if (!SIGNS.test(text)) return []
  const rows = rowsIn(text)
  if (!hasLines && rows.length === 0) return []
  let taken: Uint8Array | undefined
  const take = (from: number, to: number): void => void (taken ??= new Uint8Array(text.length)).fill(1, from, to)
  const slips: Slip[] = []
  if (hasLines)
    for (const { lines, ...slip } of lineSlips(text)) {
      slips.push(slip)
      for (const line of lines) take(line, line + 1)
    }
  for (const { mark, isSureAlone, message, expected, remedy, sure: isSure } of rows) {
    if (text.search(mark) < 0) continue
    const matches = [...text.matchAll(mark)]
    const sure = isSure && !(isSureAlone && matches.length > 1)
    for (const { 0: own, index } of matches) {
      const to = index + own.length
      if (taken?.subarray(index, to).includes(1)) continue
      take(index, to)
      slips.push({ message, expected, remedy, sure, offset: index, length: own.length, found: shownIn(text, index, to) })
    }
  }
  return slips
}

/** A slip and some of the text around it. */
function shownIn(text: string, from: number, to: number): string {
  return shownTyped(text.slice(Math.max(0, from - 12), Math.min(to + 12, from + 80)))
}
