import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Root } from 'mdast'
import type { ChangeKind } from '../model/catalog.ts'
import { parseInline } from '../source/markdown.ts'

/** Classifies the change between two texts of inline Markdown. */
export function kindOfChange(before: string, after: string): ChangeKind {
  // Most prose is plain or merely emphasized, and parsing it would take most of the time.
  if (!STRUCTURE.test(before + after)) {
    const kind = compare(partsOf(plainText(before)), partsOf(plainText(after)))
    if (kind !== 'punctuation' || !/[*_`]/.test(before + after)) return kind
  }
  return compare(partsOf(parse(before)), partsOf(parse(after)))
}

function compare(a: Parts, b: Parts): ChangeKind {
  const changed = [...without(a.words, b.words), ...without(b.words, a.words)]
  if (!sameMembers(a.facts, b.facts) || changed.some((word) => a.names.has(word) || b.names.has(word))) return 'facts'
  if (a.words.join(' ') !== b.words.join(' ')) return 'wording'
  return a.markup.join('\n') === b.markup.join('\n') ? 'punctuation' : 'markup'
}

/** True if a translation of the former text still fits the new one. */
export function isMinor(kind: ChangeKind): boolean {
  return kind === 'punctuation'
}

interface Parts {
  /** Words in order, without capitals. */
  readonly words: readonly string[]
  /** Words that are numbers or names. Capitals mark names. */
  readonly names: ReadonlySet<string>
  /** Numbers, signs other than punctuation, and addresses. */
  readonly facts: readonly string[]
  readonly markup: readonly string[]
}

/** A number with its sign and separators, or a sign that counts or compares. */
const NUMBER = /(?<![\p{L}\p{N}])[-−]?\p{N}+(?:[.,:/]\p{N}+)*|[%‰§°+<>=±×÷]|\p{Sc}/gu
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu
const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|dozen)$/i
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
/** Signs of links, entities, escapes and HTML, which need the parser. */
const STRUCTURE = /[[\]<>\\~&]|:\/\/|www\.|@/
const EMPHASIS = /[*_`]/g
const BEGINNING = /(?:^|[.!?:“"(–—])\s*$/

function plainText(text: string): Root {
  return { type: 'root', children: [{ type: 'text', value: text.replaceAll(EMPHASIS, '') }] }
}

function parse(text: string): Root {
  return { type: 'root', children: parseInline(text) }
}

function partsOf(root: Root): Parts {
  const markup: string[] = []
  const addresses: string[] = []
  visit(root, (node) => {
    if (node.type === 'link' || node.type === 'image') addresses.push(node.url)
    if ('identifier' in node) addresses.push(node.identifier)
    if (node.type !== 'root' && node.type !== 'text') markup.push(`${node.type} ${withoutCase(toString(node))}`)
  })
  const plain = toString(root).normalize('NFC')
  const words = [...plain.matchAll(WORD)]
  return {
    words: words.map(([word]) => withoutCase(word)),
    names: new Set(words.filter(({ 0: word, index }) => isName(word, plain.slice(0, index))).map(([word]) => withoutCase(word))),
    facts: [...(plain.match(NUMBER) ?? []).map((number) => number.replace('−', '-')), ...addresses],
    markup,
  }
}

/** True for a number word, a month, or a capitalized word that does not begin a sentence. */
function isName(word: string, before: string): boolean {
  return NUMBER_WORD.test(word) || MONTH.test(word) || /\p{L}\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && !BEGINNING.test(before))
}

function withoutCase(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}' ]/gu, '')
}

/** The multiset difference of two lists. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const each of other) counts.set(each, (counts.get(each) ?? 0) + 1)
  return list.filter((each) => {
    const count = counts.get(each) ?? 0
    counts.set(each, count - 1)
    return count <= 0
  })
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && without(a, b).length === 0
}
