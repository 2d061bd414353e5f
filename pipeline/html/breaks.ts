import type { ElementContent, Nodes, Text } from 'hast'

/** A place in a text: no line ends in it; nor in a joint, but before that one may; or one may end after it, or with a hyphen before it. */
type Place = { readonly start: number; readonly end: number; readonly kind: 'whole' | 'joint' | 'end' | 'repeated' }

/** An abbreviation with its ending or its second half: QKSS-së, КЦБС-а, OCC-CVE, P/CVE. */
const ABBREVIATION = /(?<![\p{L}\p{N}])[\p{Lu}\p{N}]+(?:[-/][\p{L}\p{N}]+)+/gu
/** A date with its time, a telephone number, the number of a standard or a book: 2025-01-14T07:00, 8601-1:2019. */
const NUMBER = /(?<![\p{L}\p{N}-])[+(]?\d[\dTZ:.+()-]*-[\dTZ:.+()-]*\d/gu
/** Word’s no-break hyphen with its neighbours. */
const JOINED = /(?:[^\s\u00AD]?\u2011)+\S?/gu
/** A hyphen that a line begins with where one ends before it. */
const REPEATED = /(?<=\u00AD)\u2011\S/gu
/** An option of a command: its hyphens lead to it. */
const OPTION = /^-+[\p{L}\p{N}]/gu
/** Words with hyphens between them, and those of them that are names: Al-Qaida, ash-Shabaab, Facebook-ut. */
const COMPOUND = /(?<![\p{L}\p{N}-])[\p{L}\p{N}’']+(?:-[\p{L}\p{N}’']+)+/gu
const NAME = /(?:^|-)\p{Lu}/u
/** A longer one is no name or number, and would be in the way. */
const LONGEST_NAME = 30
/** What a word has one of that must stay whole. */
const HYPHENS = /[-/\u2011]/
const TOKEN = /\S+/g
/** How many signs an address, a path, a name made of several has: more than the words of most languages. */
const ADDRESS = 20
/** What tells such a word from others: a scheme, a mailbox, a query, names with dots. */
const ADDRESS_SIGN = /:\/\/|[@?&=#_\\][\p{L}\p{N}]|\p{L}\.\p{L}/u
/** Without one of these a word has no such sign: most words of a text. */
const ADDRESS_MARK = /[:.@?&=#_\\]/
/** Where it may be parted, and needs no hyphen: after a sign that something follows, but not after the scheme alone. */
const JOINT = /(?<![/._?&=@#~+,;:-])(?!:\/\/)[/._?&=@#~+,;:-]+(?=[\p{L}\p{N}%([{])/gu
/** In an address a line ends before a hyphen: nobody could tell one at its end from that of a parted word. */
const HYPHEN = /(?<=[\p{L}\p{N}])-+[\p{L}\p{N}]/gu

/** Whether a word without spaces is an address, a path or a name made of several, in which no word is parted. */
export function isAddress(token: string): boolean {
  return ADDRESS_MARK.test(token) && ADDRESS_SIGN.test(token)
}

/**
 * Says where lines may end and where not, in place: an abbreviation stays whole, which a browser would break after its
 * hyphen, and a long address may be broken after a sign. Elements do it, since a character of our own would come out when
 * the text is copied.
 */
export function setBreaks(tree: Nodes, isCode = false): void {
  if (!('children' in tree) || (tree.type === 'element' && tree.tagName === 'svg')) return
  const inCode = isCode || (tree.type === 'element' && tree.tagName === 'code')
  for (const child of tree.children) setBreaks(child, inCode)
  tree.children = (tree.children as ElementContent[]).flatMap((child) => (child.type === 'text' ? split(child, inCode) : [child]))
}

function split(node: Text, isCode: boolean): ElementContent[] {
  const text = node.value
  if (!/[-/\u2011._?&=@#~+,;:]\S/.test(text)) return [node]
  const parts: ElementContent[] = []
  let end = 0
  const takeTo = (to: number): void => {
    if (to > end) parts.push({ type: 'text', value: text.slice(end, to) })
    end = to
  }
  for (const { start, end: close, kind } of placesOf(text, isCode)) {
    if (start < end) continue
    takeTo(kind === 'end' ? close : start)
    if (kind === 'joint' || kind === 'end') parts.push({ type: 'element', tagName: 'wbr', properties: {}, children: [] })
    if (kind !== 'end') {
      const whole = text.slice(start, close).replaceAll('\u2011', '-')
      const className = kind === 'repeated' ? ['unbroken', 'repeated'] : ['unbroken']
      parts.push({ type: 'element', tagName: 'span', properties: { className }, children: [{ type: 'text', value: whole }] })
      end = close
    }
  }
  takeTo(text.length)
  return parts
}

/** In the order of the text; of two that overlap the first holds. */
function placesOf(text: string, isCode: boolean): Place[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }) => {
    const isLong = token.length >= ADDRESS
    if (!isLong && !HYPHENS.test(token)) return []
    const find = (expression: RegExp, kind: Place['kind'], holds: (found: string) => boolean = () => true): Place[] =>
      [...token.matchAll(expression)].flatMap(({ 0: found, index: at }) =>
        holds(found) ? [{ start: index + at, end: index + at + found.length, kind }] : [],
      )
    const joints = isLong ? [...(isAddress(token) ? find(HYPHEN, 'joint') : []), ...find(JOINT, 'end')] : []
    const names = isLong && isAddress(token) ? [] : find(COMPOUND, 'whole', (found) => NAME.test(found) && found.length <= LONGEST_NAME)
    const numbers = token.length <= LONGEST_NAME ? find(NUMBER, 'whole') : []
    const wholes = isCode
      ? find(OPTION, 'whole')
      : [...find(REPEATED, 'repeated'), ...find(JOINED, 'whole'), ...numbers, ...(isLong ? [] : find(ABBREVIATION, 'whole')), ...names]
    return [...wholes, ...joints].sort((a, b) => a.start - b.start)
  })
}
