import type { SegmentKind } from '../../model/document.ts'
import { partsOf, type Part } from '../inline-codes.ts'
import { addressOf, isShowable } from './addresses.ts'

/** What Markdown’s marks say of words, and Word shows. */
export interface Style {
  readonly link?: string | undefined
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly strike?: boolean | undefined
  readonly raised?: boolean | undefined
  readonly lowered?: boolean | undefined
  readonly code?: boolean | undefined
}

/** A stretch of a text as it is seen: words in one style, or a line break. `isMark` is for marks that stay visible, to the eye alone. */
export interface Piece extends Style {
  readonly text: string
  readonly isMark?: boolean | undefined
}

/** A line break within a text, `<br>` in Markdown: no text has this character. A line feed is the end of a paragraph. */
export const BREAK = '\uFDD1'

/** Styles from the outermost mark to the innermost, with the marks of each. */
const MARKS: readonly (readonly [style: keyof Style, open: string, close: string])[] = [
  ['link', '[', ''],
  ['bold', '**', '**'],
  ['italic', '*', '*'],
  ['strike', '~~', '~~'],
  ['raised', '<sup>', '</sup>'],
  ['lowered', '<sub>', '</sub>'],
  ['code', '`', '`'],
]

/**
 * Shows a text with styles in place of Markdown’s marks. Marks that no style stands for, such as those of a note’s call, and all that
 * would come back otherwise, stay visible. Law: `restored(shown(text, kind))` equals the text.
 * @param kind absent for a message, which has no Markdown
 */
export function shown(text: string, kind: SegmentKind | undefined): Piece[] {
  const parts = partsOf(text, kind)
  if (parts.every((part) => part.kind === 'text')) return [{ text }]
  const writtenBack = (shownSoFar: readonly Piece[]): string => (kind === undefined ? plain(shownSoFar) : restored(shownSoFar))
  const simple = parts.flatMap((part) => single(part, kind))
  if (writtenBack(simple) === text) return simple
  const pieces: Piece[] = []
  let done = ''
  for (const part of parts) {
    done += written(part)
    const ways =
      part.kind === 'pair' && kind !== undefined ? [styled(part, {}), outerWritten(part), [mark(written(part))]] : [single(part, kind)]
    // A part may run into what stands before it, as `*a**b*` does.
    const way = ways.find((each) => writtenBack([...pieces, ...each]) === done)
    pieces.push(...(way ?? [mark(written(part))]))
  }
  return writtenBack(pieces) === text ? pieces : [{ text }]
}

function written(part: Part): string {
  return part.kind === 'text' ? part.text : part.kind === 'code' ? part.code : part.open + part.parts.map(written).join('') + part.close
}

const mark = (text: string): Piece => ({ text, isMark: true })

function single(part: Part, kind: SegmentKind | undefined): Piece[] {
  if (part.kind === 'text') return [{ text: part.text }]
  return kind === undefined ? [mark(written(part))] : styled(part, {})
}

function outerWritten(part: Part & { kind: 'pair' }): Piece[] {
  return [mark(part.open), ...part.parts.flatMap((each) => styled(each, {})), mark(part.close)]
}

const CODE = /^`([^`\s](?:[^`]*[^`\s])?)`$/

function styled(part: Part, around: Style): Piece[] {
  if (part.kind === 'text') return [{ text: part.text, ...around }]
  if (part.kind === 'code') {
    const code = CODE.exec(part.code)?.[1]
    if (code !== undefined) return [{ text: code, ...around, code: true }]
    return part.code === '<br>' ? [{ text: BREAK, ...around }] : [{ ...mark(part.code), ...around }]
  }
  const own = styleOf(part, around)
  const inner = part.parts.flatMap((each) => styled(each, { ...around, ...own }))
  return own ? inner : [{ ...mark(part.open), ...around }, ...inner, { ...mark(part.close), ...around }]
}

/** The style of a pair of marks. Absent where none stands for it. */
function styleOf({ open, close }: Part & { kind: 'pair' }, around: Style): Style | undefined {
  const address = open === '[' ? /^\]\(([^\s"'<>()]+)\)$/.exec(close)?.[1] : undefined
  if (address !== undefined && around.link === undefined && isShowable(address)) return { link: address }
  const [name] = MARKS.find(([, begin, end]) => open === begin && close === end) ?? []
  return name === undefined || around[name] ? undefined : { [name]: true }
}

/** The words of a text without their styles. Law for messages: `plain(shown(text, undefined))` equals the text. */
export function plain(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text.replaceAll(BREAK, '\n')).join('')
}

/** Writes styles as Markdown’s marks. Words are taken as they are written: what looks like a mark is one. */
export function restored(pieces: readonly Piece[]): string {
  const isStyled = pieces.some((piece) => MARKS.some(([name]) => piece[name]))
  if (!isStyled)
    return pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll(BREAK, '<br>')
  return markdownOf(tidied(pieces), MARKS).replaceAll(BREAK, '<br>')
}

/** A sign that is neither a blank nor a break. */
const WORD = /[^\s\uFDD1]/

/** Pieces of the same style are one. Blanks at the edge of a style are outside of it, where Markdown asks for them. */
function tidied(pieces: readonly Piece[]): Piece[] {
  const split = pieces.flatMap((piece): Piece[] => {
    const { text, isMark: _, ...style } = piece
    if (text === '') return []
    const link = style.link === undefined || isBare(style.link, text) ? undefined : style.link
    if (style.code) return [{ ...style, link, text }]
    return text
      .split(/(\n)/)
      .filter((each) => each !== '')
      .map((each) => (each === '\n' ? { text: each } : { ...style, link, text: each }))
  })
  const joined = joinedAlike(split)
  const outside = joined.flatMap((piece, at): Piece[] => {
    const { text } = piece
    const begin = text.search(WORD)
    if (begin < 0) return blanks(text, piece, joined[at - 1])
    let end = text.length
    while (!WORD.test(text[end - 1]!)) end--
    return [
      ...blanks(text.slice(0, begin), piece, joined[at - 1]),
      { ...piece, text: text.slice(begin, end) },
      ...blanks(text.slice(end), piece, joined[at + 1]),
    ]
  })
  return joinedAlike(outside)
}

/** Blanks keep of their style what their neighbour has as well. */
function blanks(text: string, piece: Piece, neighbour: Piece | undefined): Piece[] {
  if (text === '') return []
  const common = MARKS.flatMap(([name]) =>
    neighbour && piece[name] !== undefined && piece[name] === neighbour[name] ? [[name, piece[name]] as const] : [],
  )
  return [{ text, ...Object.fromEntries(common) }]
}

function joinedAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (
      last &&
      last.text !== '\n' &&
      piece.text !== '\n' &&
      MARKS.every(([name]) => (last[name] || undefined) === (piece[name] || undefined))
    )
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

/** True for an address that a program made a link by itself. */
function isBare(link: string, text: string): boolean {
  const address = text.trim()
  return [address, `mailto:${address}`, `http://${address}`, `https://${address}`].some((each) => addressOf(each) === addressOf(link))
}

function markdownOf(pieces: readonly Piece[], marks: typeof MARKS): string {
  let text = ''
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]!
    // The mark that goes on longest is the outer one; of those that end together, the first.
    const spans = marks.filter(([name]) => piece[name]).map((each) => ({ each, end: endOf(pieces, at, each[0]) }))
    const outer = spans.reduce<(typeof spans)[number] | undefined>((most, span) => (most && most.end >= span.end ? most : span), undefined)
    if (!outer) {
      text += piece.text
      at++
      continue
    }
    const [name, open, close] = outer.each
    const inner = markdownOf(
      pieces.slice(at, outer.end),
      marks.filter((each) => each !== outer.each),
    )
    text += name === 'link' ? `[${inner}](${addressOf(piece.link!)})` : name === 'code' ? codeOf(inner) : open + inner + close
    at = outer.end
  }
  return text
}

function endOf(pieces: readonly Piece[], start: number, name: keyof Style): number {
  let end = start + 1
  while (end < pieces.length && pieces[end]![name] === pieces[start]![name]) end++
  return end
}

/** Code as Markdown writes it: in more grave accents than it has (CommonMark 0.31, 6.1). */
function codeOf(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${code} ${fence}` : fence + code + fence
}
