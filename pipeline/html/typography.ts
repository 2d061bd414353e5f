import type { Element, Nodes, Text } from 'hast'
import { isAddress } from './breaks.ts'
import { partLongWords } from './long-words.ts'
import { isTag } from '../language/registry.ts'
import { isSureRange } from '../language/number-range.ts'
import { noBreakPlaces } from '../language/no-break.ts'
import { typographyOf } from '../language/typography.ts'
import { OVERLONG, SOFT_HYPHEN, wholeWords, type Hyphenate } from '../language/hyphenation.ts'
import type { Tag } from '../model/language.ts'

/** Hyphenates by language; nothing for one that is not to be hyphenated. */
export type Hyphenation = ReadonlyMap<Tag, Hyphenate>

/** Two numbers with a hyphen, a range if `isSureRange`; longer runs with hyphens are codes or dates. */
const RANGE = /(?<![\d\p{L}.,/-])(\d{1,4})-(\d{1,4})(?![\d\p{L}/-]|[.,]\d)/gu
const WORD = /(?<![\p{L}\p{M}\p{N}@/._-])\p{Ll}+(?![\p{L}\p{M}\p{N}@/_-]|\.\p{L})/gu
/**
 * The same in a table, whose style has words parted only where it would be wider than the page: there from ten letters on, and
 * with a capital too where it begins a cell, or is longer than names are.
 */
const CELL_WORD = new RegExp(WORD.source.replace('\\p{Ll}+', '(?:\\p{Ll}{10,}|(?<=^\\s*)\\p{Lu}\\p{Ll}{9,}|\\p{Lu}\\p{Ll}{13,})'), 'gu')
/** Of a heading, a caption or a name of the front matter, no word but what is too long for any place. */
export const NO_WORD = /(?!)/gu

/**
 * Applies to the text of a tree what each language’s typography asks for and needs no judgement: no-break spaces, dashes
 * in ranges, the inner marks of a quotation in a quotation, and in running text soft hyphens. Words with a capital are
 * names, or begin a sentence; they are not parted, and neither are headings, addresses and the last word of a block, unless
 * a word is too long for any place.
 * @param tag the language of the tree, where no element says another
 * @param word what may be parted besides
 */
export function applyTypography(tree: Nodes, tag: Tag, hyphenation: Hyphenation = new Map(), word = WORD): void {
  if (tree.type === 'text') {
    tree.value = typeset(tree.value, tag, hyphenation.get(tag), word)
    return
  }
  if (!('children' in tree)) return
  const inner = tree.type === 'element' ? languageOf(tree, tag) : tag
  if (inner === undefined) return
  const words = tree.type !== 'element' ? word : UNPARTED.has(tree.tagName) ? NO_WORD : tree.tagName === 'table' ? CELL_WORD : word
  for (const child of tree.children) applyTypography(child, inner, hyphenation, words)
  if (tree.type === 'element' && BLOCKS.has(tree.tagName)) joinLastWord(tree)
}

const UNPARTED = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'figcaption'])

const BLOCKS = new Set(['p', 'li', 'dd'])

/** A word of so many signs, its mark among them, is no line; a text of so many before it has more than one. */
const SHORT_ENDING = 5
const ONE_LINE = 40

/**
 * Keeps the last word whole, and one of a few letters with the word before: a part of a word alone on the last line would be less than
 * a line. The calls of notes after it are no words.
 */
function joinLastWord(tree: Element): void {
  const last = tree.children.findLast((child) => (child.type === 'text' ? child.value.trim() !== '' : !isCall(child)))
  if (last?.type === 'text') {
    let at = lastWordAt(last.value)
    const before = lastWordAt(last.value.slice(0, at))
    const isShort = at > ONE_LINE && last.value.slice(at).trimEnd().length <= SHORT_ENDING
    if (isShort && last.value[at - 1] === ' ' && before < at && at - before <= OVERLONG) {
      last.value = `${last.value.slice(0, at - 1)}\u00A0${last.value.slice(at)}`
      at = before
    }
    last.value = last.value.slice(0, at) + wholeWords(last.value.slice(at), OVERLONG)
  } else if (last?.type === 'element') joinLastWord(last)
}

function isCall(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'sup' &&
    node.children.some((child) => 'properties' in child && 'dataFootnoteRef' in child.properties)
  )
}

/** Where the last word of a text begins. It is looked for from the end: an expression would try at every letter. */
function lastWordAt(text: string): number {
  let at = text.trimEnd().length
  while (at > 0 && text[at - 1]!.trim() !== '') at--
  return at
}

/** The language of an element’s text; nothing where none of ours, or where the text is to stay as it is. */
function languageOf({ tagName, properties }: Element, outer: Tag): Tag | undefined {
  if (tagName === 'code' || tagName === 'pre') return undefined
  const { lang } = properties
  if (typeof lang !== 'string') return outer
  return isTag(lang) ? lang : undefined
}

function typeset(text: Text['value'], tag: Tag, hyphenate: Hyphenate | undefined, word: RegExp): string {
  const hasHyphen = text.includes('-')
  let set = !hasHyphen
    ? text
    : text.replaceAll(RANGE, (range, from: string, to: string, at: number) =>
        isSureRange(tag, { text, index: at, found: range, from, to }) ? `${from}–${to}` : range,
      )
  for (const at of noBreakPlaces(tag, set)) set = `${set.slice(0, at)}\u00A0${set.slice(at + 1)}`
  // No line begins with the dot that parts two names.
  set = set.replaceAll(' · ', '\u00A0· ')
  set = nestQuotes(set, tag)
  if (hasHyphen && typographyOf(tag).repeatsHyphen)
    set = set.replaceAll(HYPHENATED, (words) => joined(words, hyphenate !== undefined && word === WORD))
  return hyphenate ? withSoftHyphens(set, hyphenate, word) : set
}

/** Words that hyphens join. */
const HYPHENATED = /(?<![\p{L}\p{N}@/._-])[\p{L}\p{N}]+(?:-\p{L}+)+(?![\p{L}\p{N}@/_-]|\.\p{L})/gu
/** A chain of more letters is parted nevertheless. */
const LONGEST_CHAIN = 40
/** Where a line may end in one: between words, not in a name, an abbreviation or a number with its ending. */
const BETWEEN_WORDS = /(?<=(?<![\p{L}\p{N}])\p{Ll}{3,})-(?=\p{Ll}{3})/gu

/**
 * Such words in a language that repeats a hyphen at which a line ends: a soft hyphen ends the line, and the hyphen itself
 * begins the next. No line ends at any other, since browsers do not repeat it.
 */
function joined(words: string, isParted: boolean): string {
  if (words.length > LONGEST_CHAIN) return words
  return (isParted ? words.replaceAll(BETWEEN_WORDS, `${SOFT_HYPHEN}-`) : words).replaceAll('-', '\u2011')
}

/** A text with soft hyphens, but in addresses: their lines end after a sign, and never with a hyphen. */
function withSoftHyphens(text: string, hyphenate: Hyphenate, word: RegExp): string {
  const part = (words: string): string => partLongWords(words.replaceAll(word, hyphenate), hyphenate)
  return isAddress(text) ? text.replaceAll(/\S+/g, (token) => (isAddress(token) ? token : part(token))) : part(text)
}

/** Sets the marks of a quotation inside a quotation. Languages whose closing mark also opens cannot be told apart and are left alone. */
function nestQuotes(text: string, tag: Tag): string {
  const { quotes, innerQuotes } = typographyOf(tag)
  if (!quotes || !innerQuotes) return text
  const [opening, closing] = quotes
  if (opening === closing || !text.includes(opening)) return text
  let depth = 0
  return text.replaceAll(new RegExp(`[${opening}${closing}]`, 'gu'), (sign) => {
    if (sign === opening) return depth++ === 0 ? sign : innerQuotes[0]
    if (depth === 0) return sign
    return --depth === 0 ? sign : innerQuotes[1]
  })
}
