import type { Element } from 'xast'
import { childOf } from './parts.ts'

/** Where the words of a paragraph begin, in twentieths of a point. What is absent is said elsewhere. */
export interface Indent {
  readonly left?: number | undefined
  /** How far the first line stands before the others. */
  readonly hanging?: number | undefined
}

/** Reads the properties of a paragraph, a style or a level of a list (ISO/IEC 29500-1, 17.3.1.12). */
export function indentOf(properties: Element | undefined): Indent {
  const said = childOf(properties, 'w:ind')?.attributes ?? {}
  const measure = (...names: readonly string[]): number | undefined => {
    const written = names.map((name) => said[name]).find((value) => value !== undefined && value !== null)
    const value = Number(written ?? Number.NaN)
    return Number.isFinite(value) ? value : undefined
  }
  return { left: measure('w:left', 'w:start'), hanging: measure('w:hanging') }
}

/** An indent with another over it. */
export function indentedOver(under: Indent, over: Indent): Indent {
  return { left: over.left ?? under.left, hanging: over.hanging ?? under.hanging }
}

/** Programs round what they convert from inches or millimetres. */
const ROUNDED = 40
/** How much further a paragraph may stand than the words of an item that it goes on with. */
const FURTHER = 360

/**
 * The item that a paragraph without a mark goes on with: the innermost whose words begin where its own do.
 * @param words where the words of the open items begin, from the outermost
 * @returns its depth, from 1; absent if it goes on with none, such as one whose first line has room for a mark that was typed
 */
export function depthOf({ left = 0, hanging = 0 }: Indent, words: readonly (number | undefined)[]): number | undefined {
  if (hanging > 0) return undefined
  const at = words.findLastIndex((each) => each !== undefined && each > 0 && each <= left + ROUNDED)
  return at >= 0 && left <= words[at]! + FURTHER ? at + 1 : undefined
}
