import type { Element } from 'xast'
import { childOf, valueOf } from './parts.ts'
import { lookOf, merged, outlineOf, type Look, type Role, type Styles } from './styles.ts'
import type { Paragraph } from './survey.ts'

/** What each paragraph of a text is. Those that are not in it are plain. */
export interface Outline {
  readonly roles: ReadonlyMap<Element, Role>
  /** Headings that have the look of one and no style. */
  readonly byLook: ReadonlySet<Element>
}

/** Longest heading, in characters. */
const LONGEST = 160
/** How much larger than the text a heading is at least. */
const LARGER = 1.15
const DEEPEST = 6

/** Finds the headings of a text by their style, and else by their look: bold or larger, short, alone, with text after it. */
export function outlineOfText(paragraphs: readonly Paragraph[], styles: Styles): Outline {
  const spoken = paragraphs.filter(({ text }) => text.trim() !== '')
  const roles = new Map(spoken.flatMap(({ element }) => {
    const role = styledRole(element, styles)
    return role === undefined ? [] : [[element, role] as const]
  })) // prettier-ignore
  const body = usualSize(spoken, styles)
  const looks = spoken.map((each) =>
    roles.has(each.element) || each.isInTable || each.isInBox ? undefined : headingLook(each, styles, body),
  )
  const candidates = spoken.flatMap((each, index) => {
    const look = looks[index]
    return look !== undefined && isAlone(look, looks, index) && spoken[index + 1] !== undefined ? [{ ...each, index, look }] : []
  })
  const ranks = [...new Set(candidates.map(({ look }) => look))].sort((a, b) => b - a)
  const hasStyled = [...roles.values()].some((role) => levelOf(role) !== undefined)
  let above = 0
  let at = 0
  for (const { element, index, look } of candidates) {
    for (; at < index; at++) above = levelOf(roles.get(spoken[at]!.element)) ?? above
    // Where the writer has styles, what looks like a heading stands in the section of the last styled one.
    roles.set(element, { heading: Math.min(DEEPEST, hasStyled ? above + 1 : ranks.indexOf(look) + 1) })
    if (hasStyled) at = index + 1
  }
  return { roles, byLook: new Set(candidates.map(({ element }) => element)) }
}

export function levelOf(role: Role | undefined): number | undefined {
  return typeof role === 'object' ? role.heading : undefined
}

function styledRole(element: Element, styles: Styles): Role | undefined {
  const properties = childOf(element, 'w:pPr')
  return outlineOf(properties) ?? styles.of(valueOf(properties, 'w:pStyle')).role
}

/** The size that most letters have. */
function usualSize(paragraphs: readonly Paragraph[], styles: Styles): number {
  const letters = new Map<number, number>()
  for (const { element, runs, text } of paragraphs) {
    const size = lookIn(element, runs[0], styles).size ?? 0
    letters.set(size, (letters.get(size) ?? 0) + text.length)
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0]
}

function lookIn(paragraph: Element, run: Element | undefined, styles: Styles): Look {
  const own = styles.of(valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')).look
  const properties = run && childOf(run, 'w:rPr')
  const character = valueOf(properties, 'w:rStyle')
  return merged(character === undefined ? own : merged(own, boldOf(styles.of(character).look)), lookOf(properties))
}

/** A character style has no size of its own where it says none. */
function boldOf({ bold, underlined }: Look): Look {
  return { bold, underlined }
}

/** A number by which headings of one look are alike, and larger ones come first. Absent if it looks like text. */
function headingLook({ element, text, runs }: Paragraph, styles: Styles, body: number): number | undefined {
  const words = text.trim()
  if (words.length > LONGEST || /[.,;:]$/.test(words) || !/\p{L}/u.test(words)) return undefined
  const looks = runs.map((run) => lookIn(element, run, styles))
  const size = Math.min(...looks.map((look) => look.size ?? body))
  const isBold = looks.every(({ bold }) => bold)
  if (!isBold && size < body * LARGER) return undefined
  const isCapital = words === words.toUpperCase()
  return size * 8 + (isBold ? 4 : 0) + (isCapital ? 2 : 0) + (looks.every(({ underlined }) => underlined) ? 1 : 0)
}

/** True if neither neighbour looks the same: lines of an address or a list are no headings. */
function isAlone(look: number, looks: readonly (number | undefined)[], index: number): boolean {
  return looks[index - 1] !== look && looks[index + 1] !== look
}
