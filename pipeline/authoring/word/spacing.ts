import type { Element } from 'xast'
import { childOf, isOn } from './parts.ts'

/** The space around a paragraph, in twentieths of a point. What is absent is said elsewhere: by a style, or by that which it is based on. */
export interface Spacing {
  readonly before?: number | undefined
  readonly after?: number | undefined
  /** True where none stands between paragraphs of one style (ISO/IEC 29500-1, 17.3.1.9). */
  readonly isContextual?: boolean | undefined
}

/** Reads the properties of a paragraph or of a style (ISO/IEC 29500-1, 17.3.1.33). */
export function spacingOf(properties: Element | undefined): Spacing {
  const said = childOf(properties, 'w:spacing')?.attributes ?? {}
  const side = (name: 'before' | 'after'): number | undefined => {
    const auto = said[`w:${name}Autospacing`]
    // Space that a program chooses as browsers do: none in lists.
    if (auto !== undefined && auto !== null && !['0', 'false', 'off'].includes(auto)) return 0
    const lines = Number(said[`w:${name}Lines`] ?? 0)
    if (lines > 0) return (lines * LINE) / 100
    const space = Number(said[`w:${name}`] ?? Number.NaN)
    return Number.isFinite(space) ? space : undefined
  }
  return { before: side('before'), after: side('after'), isContextual: isOn(properties, 'w:contextualSpacing') }
}

/** The height of a line, in twentieths of a point. */
const LINE = 240

/** A spacing with another over it. */
export function spacedOver(under: Spacing, over: Spacing): Spacing {
  return { before: over.before ?? under.before, after: over.after ?? under.after, isContextual: over.isContextual ?? under.isContextual }
}

/** The space between a paragraph and the next, the larger of the two that they ask for. */
export function spaceBetween(first: Spacing, second: Spacing, isOneStyle: boolean): number {
  const after = isOneStyle && first.isContextual ? 0 : (first.after ?? 0)
  const before = isOneStyle && second.isContextual ? 0 : (second.before ?? 0)
  return Math.max(after, before)
}
