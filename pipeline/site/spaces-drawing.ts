import type { Label } from '../edition/interface.ts'
import { textWidth } from '../html/text-width.ts'
import type { Tag } from '../model/language.ts'

/** A language, in whatever scripts, and the territories where it is official. */
export interface Space {
  /** Its names for itself, each in a script of its own. */
  readonly names: readonly { readonly tag: Tag; readonly name: string }[]
  /** Whether the page is about it. */
  readonly isOwn: boolean
  readonly official: readonly string[]
  readonly regional: readonly string[]
  /** In the place of territories, how many they are: it has more than a picture of the others has room for. */
  readonly many: Label | undefined
}

/** A drawing of languages and territories. Lengths are its own units, as many as pixels. */
export interface SpacesDrawing {
  readonly name: 'wide' | 'tall'
  readonly width: number
  readonly height: number
  /** Lines that lead the eye from a territory’s name through its column. */
  readonly guides: readonly LineView[]
  readonly places: readonly (Point & { readonly lines: readonly (Point & { readonly text: string })[] })[]
  readonly spaces: readonly {
    readonly names: Space['names']
    readonly isOwn: boolean
    readonly at: Point
    /** What joins its territories. */
    readonly line: LineView | false
    readonly dots: readonly (Point & { readonly isOfficial: boolean; readonly label: string; readonly labelX: number })[]
    readonly many: (Point & { readonly text: string }) | false
  }[]
}

interface Point {
  readonly x: number
  readonly y: number
}

interface LineView {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

interface Column {
  readonly code: string
  readonly name: string
}

const TYPE = 15
/** Of territories’ names above their columns. */
const PLACE_TYPE = 14
/** A bold letter is so much wider. */
const BOLD = 1.08
const WIDE = { width: 800, gap: 28, row: 46, leading: 18, head: 14, leastColumn: 48 } as const
const TALL = { width: 320, left: 8, text: 28, name: 20, step: 30, gap: 26 } as const

const has = ({ official, regional }: Space, { code }: Column): boolean => official.includes(code) || regional.includes(code)

const nameOf = ({ names }: Space): string => names.map(({ name }) => name).join(' · ')

/** Rows and columns. Nothing where the territories’ names have no room above them. */
export function drawWide(spaces: readonly Space[], columns: readonly Column[]): SpacesDrawing[] {
  const left = Math.max(...spaces.map((space) => textWidth(nameOf(space)) * TYPE * BOLD)) + WIDE.gap
  const step = (WIDE.width - left) / columns.length
  const names = columns.map(({ name }) => parted(name, step / PLACE_TYPE - 0.5))
  const isNarrow = names.some((lines) => lines.some((line) => textWidth(line) > step / PLACE_TYPE - 0.3))
  if (step < WIDE.leastColumn || isNarrow) return []
  const top = WIDE.head + WIDE.leading * Math.max(...names.map((lines) => lines.length))
  const xOf = (column: Column): number => Math.round(left + step * (columns.indexOf(column) + 0.5))
  const yOf = (row: number): number => top + WIDE.row * (row + 0.5)
  const lastOf = (column: Column): number => spaces.findLastIndex((space) => has(space, column))
  const height = top + WIDE.row * spaces.length
  return [
    {
      name: 'wide',
      width: WIDE.width,
      height,
      guides: columns.map((column) => ({ x1: xOf(column), y1: top, x2: xOf(column), y2: yOf(lastOf(column)) })),
      places: columns.map((column, at) => ({
        x: xOf(column),
        y: top,
        // The last line of each stands on the same height.
        lines: names[at]!.map((text, line, all) => ({ text, x: xOf(column), y: top - 8 - WIDE.leading * (all.length - 1 - line) })),
      })),
      spaces: spaces.map((space, row) => {
        const own = columns.filter((column) => has(space, column))
        const y = yOf(row)
        return {
          ...namesOf(space),
          at: { x: 0, y: y + 5 },
          line: own.length > 1 && { x1: xOf(own[0]!), y1: y, x2: xOf(own.at(-1)!), y2: y },
          dots: own.map((column) => ({ x: xOf(column), y, isOfficial: space.official.includes(column.code), label: '', labelX: 0 })),
          many: space.many !== undefined && { text: space.many.text, x: Math.round(left + WIDE.gap / 2), y: y + 5 },
        }
      }),
    },
  ]
}

/** For narrow screens: each language a line from top to bottom, with its territories beside it. */
export function drawTall(spaces: readonly Space[], columns: readonly Column[]): SpacesDrawing {
  let top = 0
  const drawn = spaces.map((space) => {
    const own = columns.filter((column) => has(space, column))
    const begin = top + TALL.name
    const yOf = (at: number): number => begin + TALL.step * (at + 1) - 4
    top = yOf(Math.max(own.length, 1) - 1) + TALL.gap
    return {
      ...namesOf(space),
      at: { x: 0, y: begin - 4 },
      line: own.length > 1 && { x1: TALL.left, y1: yOf(0), x2: TALL.left, y2: yOf(own.length - 1) },
      dots: own.map((column, at) => {
        const isOfficial = space.official.includes(column.code)
        return { x: TALL.left, y: yOf(at), isOfficial, label: column.name, labelX: TALL.text }
      }),
      many: space.many !== undefined && { text: space.many.text, x: TALL.text, y: yOf(0) + 5 },
    }
  })
  return { name: 'tall', width: TALL.width, height: top - TALL.gap + 12, guides: [], places: [], spaces: drawn }
}

function namesOf({ names, isOwn }: Space): Pick<Space, 'names' | 'isOwn'> {
  return { names, isOwn }
}

/** A name in lines, parted between its words and after hyphens. @param room for a line, by the size of the type */
function parted(name: string, room: number): string[] {
  const lines: string[] = []
  // A hyphen stays at the end of its line.
  for (const word of name.split(/ |(?<=-)/u)) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' || last.endsWith('-') ? last + word : `${last} ${word}`
    if (lines.length > 0 && textWidth(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
