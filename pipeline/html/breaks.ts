import type { ElementContent, Nodes, Text } from 'hast'

/** A place in a text: no line ends in it, or one may end after it. */
type Place = { readonly start: number; readonly end: number; readonly kind: 'whole' | 'end' }

/** An abbreviation with its ending or its second half: QKSS-së, КЦБС-а, OCC-CVE, P/CVE. */
const ABBREVIATION = /(?<![\p{L}\p{N}])[\p{Lu}\p{N}]+(?:[-/][\p{L}\p{N}]+)+/gu
/** Word’s no-break hyphen with its neighbours. */
const JOINED = /(?:\S?\u2011)+\S?/gu
/** An option of a command: its hyphens lead to it. */
const OPTION = /^-+[\p{L}\p{N}]/gu
/** What a word has one of that must stay whole. */
const HYPHENS = /[-/\u2011]/
const TOKEN = /\S+/g
/** How many signs an address, a path, a name made of several has: more than the words of most languages. */
const ADDRESS = 20
/** Where it may be parted, and needs no hyphen: after a sign that something follows, but not after the scheme alone. */
const JOINT = /(?<![/._?&=@#~+,;:-])(?!:\/\/)[/._?&=@#~+,;:-]+(?=[\p{L}\p{N}%([{])/gu

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
    takeTo(kind === 'whole' ? start : close)
    if (kind === 'end') parts.push({ type: 'element', tagName: 'wbr', properties: {}, children: [] })
    else {
      const whole = text.slice(start, close).replaceAll('\u2011', '-')
      parts.push({ type: 'element', tagName: 'span', properties: { className: ['unbroken'] }, children: [{ type: 'text', value: whole }] })
      end = close
    }
  }
  takeTo(text.length)
  return parts
}

/** In the order of the text; of two that overlap the first holds. */
function placesOf(text: string, isCode: boolean): Place[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }) => {
    const isAddress = token.length >= ADDRESS
    if (!isAddress && !HYPHENS.test(token)) return []
    const find = (expression: RegExp, kind: Place['kind']): Place[] =>
      [...token.matchAll(expression)].map(({ 0: found, index: at }) => ({ start: index + at, end: index + at + found.length, kind }))
    const wholes = isCode ? find(OPTION, 'whole') : [...find(JOINED, 'whole'), ...(isAddress ? [] : find(ABBREVIATION, 'whole'))]
    return [...wholes, ...(isAddress ? find(JOINT, 'end') : [])].sort((a, b) => a.start - b.start)
  })
}
