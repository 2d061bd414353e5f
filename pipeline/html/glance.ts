import type { Interface } from '../edition/interface.ts'
import type { LocalizedProgramme, LocalizedSession } from '../model/edition.ts'
import { sessionLabel } from './schedule.ts'
import { textWidth } from './text-width.ts'

/** One station on a day's line. Lengths are the drawing's own units. */
export interface StationView {
  readonly x: number
  readonly y: number
  readonly textX: number
  readonly textY: number
  /** The panel's number; empty for opening and closing, which are drawn hollow. */
  readonly number: string
  readonly label: string
  readonly lines: readonly { readonly text: string; readonly y: number }[]
}

/** A drawing of the programme: days as lines, sessions as stations on them. */
export interface DrawingView {
  readonly name: 'wide' | 'tall'
  readonly width: number
  readonly height: number
  readonly days: readonly {
    readonly label: string
    readonly date: string
    readonly x: number
    readonly y: number
    readonly line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
    readonly stations: readonly StationView[]
  }[]
}

/** The picture in the two shapes that pages need, and what it says in words. */
export interface GlanceView {
  readonly description: string
  readonly drawings: readonly DrawingView[]
}

const WIDE = {
  left: 12,
  /** Between stations, at most and at least, by the size of the type. */
  step: 13,
  leastStep: 7.4,
  dayTop: 16,
  lineTop: 54,
  textGap: 31,
  leading: 1.27,
  /** From the last line of a day to the next day, or to the foot. */
  dayGap: 40,
  descent: 5,
} as const
/** On a screen as many units as pixels, since nothing is printed smaller than it is read. */
const SCREEN = { width: 800, type: 15 } as const
/** In print. */
const UNITS_PER_MILLIMETRE = 4
const PRINTED_TYPE = 13
const TALL = { width: 320, left: 20, step: 62, dayTop: 18, dayHead: 44, dayGap: 16, textLeft: 44, leading: 18 } as const
/** A bold letter is so much wider. */
const BOLD = 1.08

/** A place for a drawing, and the size of its type. */
interface Place {
  readonly width: number
  readonly type: number
}

/** Draws the programme at a glance in an edition's words, in the shapes that have room for them; all numbers and names come from the programme. */
export function glanceOf(programme: LocalizedProgramme, words: Interface): GlanceView {
  return { description: describe(programme, words), drawings: [...wide(programme, words, SCREEN), tall(programme, words)] }
}

/** The same on paper of a width, in the one shape in which its words have room. */
export function printedGlanceOf(programme: LocalizedProgramme, words: Interface, millimetres: number): GlanceView {
  const place = { width: Math.round(millimetres * UNITS_PER_MILLIMETRE), type: PRINTED_TYPE }
  return { description: describe(programme, words), drawings: [...wide(programme, words, place), tall(programme, words)].slice(0, 1) }
}

/** For print and wide screens: each day a line from left to right. Nothing where its words would run into each other. */
function wide(programme: LocalizedProgramme, words: Interface, { width, type }: Place): DrawingView[] {
  const step = Math.min(WIDE.step * type, (width - WIDE.left) / Math.max(...programme.days.map(({ sessions }) => sessions.length)))
  // The last of a day has all that is left.
  const roomAt = (at: number, count: number): number => (at === count - 1 ? width - step * at : step) / type - 1
  const leading = WIDE.leading * type
  let top = 0
  let lowest = 0
  const days = programme.days.map((day, index) => {
    const dayTop = top
    const y = top + WIDE.lineTop
    const stations = day.sessions.map((session, at) => {
      const x = WIDE.left + step * at
      const textY = y + WIDE.textGap
      return { ...stationWords(session, words, textY, leading, roomAt(at, day.sessions.length)), x, y, textX: x - WIDE.left, textY }
    })
    lowest = Math.max(...stations.flatMap(({ textY, lines }) => [textY, ...lines.map((line) => line.y)]))
    top = lowest + WIDE.dayGap
    return {
      ...dayWords(index, day.date, words),
      x: 0,
      y: dayTop + WIDE.dayTop,
      line: { x1: WIDE.left, y1: y, x2: WIDE.left + step * (day.sessions.length - 1), y2: y },
      stations,
    }
  })
  const isWide = days.some(({ stations }) =>
    stations.some(({ label, lines }, at) =>
      [textWidth(label) * BOLD, ...lines.map(({ text }) => textWidth(text))].some((length) => length > roomAt(at, stations.length)),
    ),
  )
  if (step < WIDE.leastStep * type || isWide) return []
  return [{ name: 'wide', width, height: lowest + WIDE.descent, days }]
}

/** For narrow screens: each day a line from top to bottom. */
function tall(programme: LocalizedProgramme, words: Interface): DrawingView {
  let top = 0
  const days = programme.days.map((day, index) => {
    const first = top + TALL.dayHead
    const dayTop = top + TALL.dayTop
    top = first + TALL.step * day.sessions.length + TALL.dayGap
    return {
      ...dayWords(index, day.date, words),
      x: 0,
      y: dayTop,
      line: { x1: TALL.left, y1: first, x2: TALL.left, y2: first + TALL.step * (day.sessions.length - 1) },
      stations: day.sessions.map((session, at) => {
        const y = first + TALL.step * at
        return { ...stationWords(session, words, y + 5, TALL.leading), x: TALL.left, y, textX: TALL.textLeft, textY: y + 5 }
      }),
    }
  })
  return { name: 'tall', width: TALL.width, height: top - TALL.dayGap - 10, days }
}

function dayWords(index: number, date: string, words: Interface): { label: string; date: string } {
  return { label: words.message('day', { number: index + 1 }).text, date: words.dayAndMonth(date) }
}

/**
 * A station's words, a line each: its name, its chair, its speakers.
 * @param room for a line, by the size of the type; where there is less than a name takes, it is parted between its words
 */
function stationWords(
  session: LocalizedSession,
  words: Interface,
  textY: number,
  leading: number,
  room = Number.POSITIVE_INFINITY,
): Pick<StationView, 'number' | 'label' | 'lines'> {
  const speakers = session.speakers.length > 0 ? words.message('speakers', { count: session.speakers.length }).text : ''
  const lines = [...linesOf(session.chair?.name.text ?? '', room), ...linesOf(speakers, room)]
  return {
    number: session.number === undefined ? '' : String(session.number),
    label: sessionLabel(session, words).text,
    lines: lines.map((text, index) => ({ text, y: textY + leading * (index + 1) })),
  }
}

function linesOf(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The drawing as sentences, for those who do not see it. */
function describe(programme: LocalizedProgramme, words: Interface): string {
  return programme.days
    .map((day, index) => {
      const sessions = day.sessions.map((session) => {
        const values = {
          session: sessionLabel(session, words).text,
          speakers: words.message('speakers', { count: session.speakers.length }).text,
        }
        const { chair } = session
        if (!chair && session.speakers.length === 0) return values.session
        return chair
          ? words.message('glance.session-with-chair', { ...values, gender: chair.gender, chair: chair.name.text }).text
          : words.message('glance.session', values).text
      })
      return words.message('glance.day', {
        ...dayWords(index, day.date, words),
        day: dayWords(index, day.date, words).label,
        sessions: sessions.join('; '),
      }).text
    })
    .join(' ')
}
