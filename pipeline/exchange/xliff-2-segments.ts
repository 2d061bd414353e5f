import type { Element } from 'xast'
import { textWithin, type CodeTexts } from './xliff-2-codes.ts'
import { childOf, childrenOf, localName } from './xml.ts'

/** What the segments of a unit are together. */
interface Joined {
  readonly source: string
  /** Empty if no segment has a translation. */
  readonly text: string
  /** True if only some of the segments have a translation: the text lacks the words of the others. */
  readonly isPartial: boolean
}

/** Segments of a unit, and what stands between them. */
export function segmentsOf({ children }: Element): Element[] {
  return children.filter((each): each is Element => each.type === 'element' && ['segment', 'ignorable'].includes(localName(each)))
}

/** Joins segments, translations in the order that they have of their own. @param lost takes codes of the translation that stand for nothing */
export function joinedSegments(segments: readonly Element[], codes: CodeTexts, lost: Element[]): Joined {
  const parts = segments.map((part, at) => {
    const isSegment = localName(part) === 'segment'
    const [source, own] = [sideOf(part, 'source', codes, []), sideOf(part, 'target', codes, lost)]
    const target = childOf(part, 'target')
    // What stands between segments is the same in every language, unless it is written.
    const text = isSegment || target ? own : source
    // A segment may be left empty on purpose, its words being in another: its state says so then.
    const isEmptied = target !== undefined && (part.attributes['state'] ?? 'initial') !== 'initial'
    const order = Number(target?.attributes['order'] ?? at + 1)
    return { source, text, order, isBegun: isSegment && own !== '', isLeft: isSegment && source !== '' && own === '' && !isEmptied }
  })
  const isBegun = parts.some((part) => part.isBegun)
  const inOrder = parts.toSorted((a, b) => a.order - b.order)
  return {
    source: parts.map(({ source }) => source).join(''),
    text: isBegun ? inOrder.map(({ text }) => text).join('') : '',
    isPartial: isBegun && parts.some(({ isLeft }) => isLeft),
  }
}

function sideOf(part: Element, name: 'source' | 'target', codes: CodeTexts, lost: Element[]): string {
  const sides = childrenOf(part, name)
  return sides.map((each) => textWithin(each, codes, lost)).join('')
}
