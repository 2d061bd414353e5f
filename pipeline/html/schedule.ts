import type { Interface, Label } from '../edition/interface.ts'
import { programmeBeside } from '../edition/parallel.ts'
import { labelOf } from './labels.ts'
import type { Edition, LocalizedPerson, LocalizedProgramme, LocalizedSession, Phrase } from '../model/edition.ts'

/** A session of the schedule with its labels. */
export interface SessionView {
  readonly id: string
  readonly label: Label
  readonly subject: Phrase | undefined
  readonly chair: LocalizedPerson | undefined
  readonly chairLabel: Label | undefined
  readonly speakers: readonly LocalizedPerson[]
  readonly speakersLabel: Label | undefined
}

export interface DayView {
  readonly label: Label
  readonly date: string
  readonly sessions: readonly SessionView[]
}

/** The schedule's days with every label in the edition's words. */
export function scheduleOf(programme: LocalizedProgramme, words: Interface): DayView[] {
  return programme.days.map((day, index) => ({
    label: words.message('day', { number: index + 1 }),
    date: words.day(day.date),
    sessions: day.sessions.map((session) => sessionView(session, words)),
  }))
}

/** The schedules of editions side by side, by day and session: each in its language. */
export function parallelScheduleOf(columns: readonly { readonly edition: Edition; readonly words: Interface }[]) {
  const [first, ...others] = columns.map(({ edition: { tag, programme }, words }, index) => ({
    tag,
    days: scheduleOf(index === 0 ? programme! : programmeBeside(programme!, tag), words),
  }))
  const all = [first!, ...others]
  return first!.days.map(({ sessions }, day) => ({
    cells: all.map(({ tag, days }) => ({ ...days[day]!, tag })),
    sessions: sessions.map((_, at) => ({ cells: all.map(({ tag, days }) => ({ ...days[day]!.sessions[at]!, tag })) })),
  }))
}

/** “Panel 2”, “Opening”, or as the session is called. */
export function sessionLabel({ kind, label, number }: LocalizedSession, words: Interface): Label {
  if (label) return labelOf(label, words.tag)
  return words.message(`session.${kind}`, number === undefined ? {} : { number })
}

function sessionView(session: LocalizedSession, words: Interface): SessionView {
  const { id, subject, chair, speakers } = session
  const [only, ...others] = speakers
  return {
    id,
    label: sessionLabel(session, words),
    subject,
    chair,
    chairLabel: chair && words.message('session.chair', { gender: chair.gender }),
    speakers,
    speakersLabel: only && words.message('session.speakers', { gender: others.length === 0 ? only.gender : 'other' }),
  }
}
