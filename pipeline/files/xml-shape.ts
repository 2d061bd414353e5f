import { wording, type Worded } from '../wording.ts'

/** How much of what a text of XML may have. */
export interface XmlLimits {
  /** Elements in each other. */
  readonly depth: number
  /** Tags, comments, instructions and CDATA sections. */
  readonly tags: number
  /** Attributes of one element. */
  readonly attributes: number
  /** Signs between two tags. */
  readonly text: number
}

/** What lies outside elements, with its end. */
const ASIDE: readonly (readonly [begins: string, ends: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/**
 * Tells which limit a text of XML exceeds, before anything parses it: parsers overflow their stack on depth, and take far longer for a
 * million attributes than for a million elements. Linear, and in a hundredth of the time of parsing. A text that is no XML exceeds none
 * that matters.
 * @returns in words; absent if it keeps all
 */
export function exceededIn(text: string, limits: XmlLimits): Worded | undefined {
  let [depth, tags, end] = [0, 0, 0]
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
    if (at - end > limits.text) return wording`more than ${{ count: limits.text }} signs in one text`
    const sign = text[at + 1]
    const aside = sign === '!' || sign === '?' ? ASIDE.find(([begins]) => text.startsWith(begins, at)) : undefined
    if (++tags > limits.tags) return wording`more than ${{ count: limits.tags }} tags`
    if (aside) {
      const closing = text.indexOf(aside[1], at + aside[0].length)
      if (closing - at > limits.text) return wording`more than ${{ count: limits.text }} signs in one text`
      if (closing < 0) return undefined
      end = closing + aside[1].length
      continue
    }
    const tag = tagAt(text, at)
    if (tag.attributes > limits.attributes) return wording`more than ${{ count: limits.attributes }} attributes of one element`
    if (sign === '/') depth--
    else if (text[tag.end - 2] !== '/' && ++depth > limits.depth)
      return wording`more than ${{ count: limits.depth }} elements in each other`
    end = tag.end
  }
  return text.length - end > limits.text ? wording`more than ${{ count: limits.text }} signs in one text` : undefined
}

const [QUOTE, APOSTROPHE, GREATER] = ['"', "'", '>'].map((sign) => sign.charCodeAt(0))

/** Where a tag ends, and how many attributes it has. */
function tagAt(text: string, begins: number): { readonly end: number; readonly attributes: number } {
  let attributes = 0
  for (let at = begins + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === GREATER) return { end: at + 1, attributes }
    if (sign !== QUOTE && sign !== APOSTROPHE) continue
    attributes++
    at = text.indexOf(sign === QUOTE ? '"' : "'", at + 1)
    if (at < 0) break
  }
  return { end: text.length, attributes }
}
