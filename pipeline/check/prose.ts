import type { Nodes, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { asMeant } from '../language/alphabets.ts'
import { inSmallLetters } from '../language/letter-case.ts'
import { derivationOf } from '../language/derive.ts'
import type { Tag } from '../model/language.ts'
import type { SegmentKind } from '../model/document.ts'
import type { Definitions } from '../source/links.ts'
import { parseInline } from '../source/markdown.ts'
import { hasMarks } from '../source/prose.ts'
import { literalsOf } from './icu.ts'
import { definitionsFor, withoutReferences } from './references.ts'

/** Placeholder in the visible text for code, an address, a quoted title, or a message’s argument. */
export const PLACEHOLDER = '\uFFFC'

/** A word of the visible text, including parts joined by hyphens and apostrophes. `start` and `end` are offsets in it. */
export interface Word {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
}

/** A text as readers see it, with the mapping back to its written form. */
export interface Prose {
  /** The written form, as in the file. */
  readonly raw: string
  /** The text without Markdown or ICU markup. Anything but prose is one `PLACEHOLDER`. Branches of a message are on separate lines. */
  readonly visible: string
  readonly words: readonly Word[]
  /** Markdown tree; empty for a message. */
  readonly nodes: readonly PhrasingContent[]
  /** Offset of `raw` in the source that the positions of `nodes` refer to. */
  readonly nodesOffset: number
  /** Maps an offset in `visible` to one in `raw`. */
  at(offset: number): number
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2011'’/][\p{L}\p{M}\p{N}]+)*/gu

/**
 * Reads the prose of a segment.
 * @param titles emphasized titles in the English; literal quotations of them become placeholders
 * @param definitions link and note definitions of its document, which resolve its references
 */
export function proseOf(
  raw: string,
  titles: readonly string[] = [],
  kind: SegmentKind = 'paragraph',
  definitions: Definitions = NO_DEFINITIONS,
): Prose {
  if (!hasMarks(raw)) return new ReadText(raw, raw, undefined, () => [{ type: 'text', value: raw }])
  const needed = definitionsFor(raw, definitions)
  const nodes = parseInline(raw, needed, kind).map((node) => withoutReferences(node, definitions))
  const pieces: Piece[] = []
  // `parseInline` parses a segment after the definitions and two line feeds.
  const offset = needed.length + 2
  collect(nodes, raw, -offset, titles, pieces)
  return assembled(raw, pieces, () => nodes, offset)
}

const NO_DEFINITIONS: Definitions = new Map()

/** Reads the prose of an interface text. Nothing is visible of an invalid ICU message. */
export function messageProse(raw: string): Prose {
  if (!/[{}'<#]/.test(raw)) return new ReadText(raw, raw, undefined, () => [])
  const pieces = (literalsOf(raw) ?? []).map(({ text, start }) => ({ visible: text ?? PLACEHOLDER, start }))
  return assembled(raw, pieces, () => [])
}

/**
 * Derives the prose in the script of a derived language. Offsets map to the original.
 * @param source the text that it translates
 */
export function derivedProse(tag: Tag, prose: Prose, source?: string): Prose {
  const { write, parts } = derivationOf(tag)
  const places = (): number[] =>
    parts(prose.visible, source).flatMap(({ text, start, isLetter }) =>
      Array.from({ length: text.length }, (_, unit) => prose.at(isLetter ? start : start + unit)),
    )
  return new ReadText(prose.raw, write(prose.visible, source), places, () => prose.nodes, prose.nodesOffset)
}

/** What a reader sees of a text, and its words. */
export type Seen = Pick<Prose, 'visible' | 'words'>

/** What was meant where letters of the other script stand for those that they look like. */
export function meantProse(tag: Tag, prose: Seen): Seen {
  const visible = asMeant(tag, prose.visible)
  if (visible === prose.visible) return prose
  const words = prose.words.map(({ start, end }): Word => {
    const text = visible.slice(start, end)
    return { text, lower: inSmallLetters(text), start, end }
  })
  return { visible, words }
}

/** Emphasized runs of more than one word: titles of works, which a translation may quote as published. */
export function titlesIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'emphasis') return /\s/.test(toString(node)) ? [toString(node)] : []
    return 'children' in node ? titlesIn(node.children) : []
  })
}

/** A run of the visible text, with its offset in the written text. */
interface Piece {
  readonly visible: string
  readonly start: number
}

class ReadText implements Prose {
  readonly raw: string
  readonly visible: string
  readonly nodesOffset: number
  #offsets: readonly number[] | undefined
  readonly #places: (() => readonly number[]) | undefined
  readonly #parse: () => readonly PhrasingContent[]
  #words: readonly Word[] | undefined

  constructor(
    raw: string,
    visible: string,
    places: (() => readonly number[]) | undefined,
    parse: () => readonly PhrasingContent[],
    nodesOffset = 0,
  ) {
    this.raw = raw
    this.nodesOffset = nodesOffset
    this.visible = visible
    this.#places = places
    this.#parse = parse
  }

  get words(): readonly Word[] {
    return (this.#words ??= wordsIn(this.visible))
  }

  get nodes(): readonly PhrasingContent[] {
    return this.#parse()
  }

  at(offset: number): number {
    if (!this.#places) return offset
    // Computed late, because few texts have findings.
    this.#offsets ??= this.#places()
    return this.#offsets[offset] ?? (offset === 0 ? 0 : (this.#offsets.at(-1) ?? -1) + 1)
  }
}

function wordsIn(visible: string): Word[] {
  const words: Word[] = []
  // Once for the whole text, which takes less time than word by word.
  const lowered = inSmallLetters(visible)
  const isAsLong = lowered.length === visible.length
  for (const { 0: text, index } of visible.matchAll(WORD)) {
    const end = index + text.length
    words.push({ text, lower: isAsLong ? lowered.slice(index, end) : inSmallLetters(text), start: index, end })
  }
  return words
}

function assembled(raw: string, pieces: readonly Piece[], parse: () => readonly PhrasingContent[], nodesOffset = 0): Prose {
  const places = (): number[] => pieces.flatMap(({ visible, start }) => Array.from({ length: visible.length }, (_, unit) => start + unit))
  return new ReadText(raw, pieces.map(({ visible }) => visible).join(''), places, parse, nodesOffset)
}

function collect(nodes: readonly PhrasingContent[], raw: string, shift: number, titles: readonly string[], pieces: Piece[]): void {
  for (const node of nodes) {
    const start = (node.position?.start.offset ?? 0) + shift
    const end = (node.position?.end.offset ?? 0) + shift
    if (node.type === 'text') pieces.push(...textPieces(node.value, raw.slice(start, end), start))
    else if (node.type === 'break') pieces.push({ visible: ' ', start })
    else if (node.type === 'footnoteReference') continue
    else if (node.type === 'link' && (node.children.length === 0 || isAddress(toString(node))))
      pieces.push({ visible: PLACEHOLDER + closingIn(toString(node)), start })
    else if (node.type === 'emphasis' && titles.includes(toString(node))) pieces.push({ visible: PLACEHOLDER, start })
    else if ('children' in node) collect(node.children, raw, shift, titles, pieces)
    else pieces.push({ visible: PLACEHOLDER, start })
  }
}

function isAddress(text: string): boolean {
  return /^\S+$/.test(text) && /:\/\/|@|^www\.|\.\p{L}{2,}$/u.test(text)
}

/** The bracket that an address took although it opens before the link: “([https://example.org)](https://example.org)”. */
function closingIn(address: string): string {
  return /^[^(]*(\))$/u.exec(address)?.[1] ?? ''
}

/** Pieces of a text node. Escapes and entities are longer in the file than on the page. */
function textPieces(value: string, written: string, start: number): Piece[] {
  if (value.length === written.length) return [{ visible: value, start }]
  const pieces: Piece[] = []
  let at = 0
  for (let unit = 0; unit < value.length; unit++) {
    while (at < written.length && written[at] !== value[unit]) {
      const entity = /^&(?:#\w+|\w+);/.exec(written.slice(at, at + 40))
      if (entity && written[at + entity[0].length - 1] === ';' && value[unit] !== '&') {
        at += entity[0].length - 1
        break
      }
      at++
    }
    pieces.push({ visible: value[unit]!, start: start + at })
    at++
  }
  return pieces
}
