import type { Interface } from '../edition/interface.ts'
import type { LocalizedProgramme, LocalizedSession } from '../model.ts'
import { sessionLabel } from './schedule.ts'

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
  width: 656,
  left: 12,
  step: 164,
  leastStep: 96,
  dayTop: 16,
  lineTop: 54,
  dayHeight: 172,
  textGap: 31,
  leading: 16.5,
  descent: 5,
} as const
/** In print. */
const UNITS_PER_MILLIMETRE = 4
const TALL = { width: 320, left: 20, step: 62, dayTop: 18, dayHead: 44, dayGap: 16, textLeft: 44, leading: 17 } as const

/** Draws the programme at a glance in an edition's words, in both shapes; all numbers and names come from the programme. */
export function glanceOf(programme: LocalizedProgramme, words: Interface): GlanceView {
  return { description: describe(programme, words), drawings: [wide(programme, words, WIDE.width), tall(programme, words)] }
}

/** The same on paper of a width, in the one shape in which its words have room. */
export function printedGlanceOf(programme: LocalizedProgramme, words: Interface, millimetres: number): GlanceView {
  const width = Math.round(millimetres * UNITS_PER_MILLIMETRE)
  const drawing = stepOf(programme, width) < WIDE.leastStep ? tall(programme, words) : wide(programme, words, width)
  return { description: describe(programme, words), drawings: [drawing] }
}

function stepOf({ days }: LocalizedProgramme, width: number): number {
  return Math.min(WIDE.step, (width - WIDE.left) / Math.max(...days.map(({ sessions }) => sessions.length)))
}

/** For print and wide screens: each day a line from left to right. */
function wide(programme: LocalizedProgramme, words: Interface, width: number): DrawingView {
  const step = stepOf(programme, width)
  const days = programme.days.map((day, index) => {
    const top = index * WIDE.dayHeight
    const y = top + WIDE.lineTop
    return {
      ...dayWords(index, day.date, words),
      x: 0,
      y: top + WIDE.dayTop,
      line: { x1: WIDE.left, y1: y, x2: WIDE.left + step * (day.sessions.length - 1), y2: y },
      stations: day.sessions.map((session, at) => {
        const x = WIDE.left + step * at
        const textY = y + WIDE.textGap
        return { ...stationWords(session, words, textY, WIDE.leading), x, y, textX: x - WIDE.left, textY }
      }),
    }
  })
  const lowest = Math.max(...days.flatMap(({ stations }) => stations.flatMap(({ textY, lines }) => [textY, ...lines.map(({ y }) => y)])))
  return { name: 'wide', width, height: lowest + WIDE.descent, days }
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
        return { ...stationWords(session, words, y + 5, TALL.leading, 'one line'), x: TALL.left, y, textX: TALL.textLeft, textY: y + 5 }
      }),
    }
  })
  return { name: 'tall', width: TALL.width, height: top - TALL.dayGap - 10, days }
}

function dayWords(index: number, date: string, words: Interface): { label: string; date: string } {
  return { label: words.message('day', { number: index + 1 }).text, date: words.dayAndMonth(date) }
}

/** A station's words, a line each: its name, its chair, its speakers. A chair's name is broken before the last word where lines are short. */
function stationWords(
  session: LocalizedSession,
  words: Interface,
  textY: number,
  leading: number,
  chairOn: 'one line' | 'two lines' = 'two lines',
): Pick<StationView, 'number' | 'label' | 'lines'> {
  const chair = session.chair?.name.text
  const chairLines = chair === undefined ? [] : chairOn === 'one line' ? [chair] : chair.split(/ (?=\S+$)/)
  const lines = [...chairLines, words.message('speakers', { count: session.speakers.length }).text]
  return {
    number: session.number === undefined ? '' : String(session.number),
    label: sessionLabel(session, words).text,
    lines: lines.map((text, index) => ({ text, y: textY + leading * (index + 1) })),
  }
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
