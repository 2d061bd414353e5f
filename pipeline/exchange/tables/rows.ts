import { digestOf } from '../../catalog/ledger.ts'
import type { SegmentKind } from '../../model/document.ts'
import type { ExchangedTexts, Unit, UnitState } from '../../model/exchange.ts'
import { writable } from '../writable.ts'
import type { TableWords } from './columns.ts'
import { rowStamp } from './stamps.ts'

/** A row of a table. All but source and translation is for people to read. */
export interface Row {
  readonly key: string
  readonly kind: SegmentKind | undefined
  readonly source: string
  readonly translation: string
  readonly state: UnitState
  /** One line for each: what the text is, its former source, questions and answers. */
  readonly note: string
  readonly stamp: string
}

/** The rows of a table, one a text. */
export function rowsOf({ units }: ExchangedTexts, words: TableWords): Row[] {
  return units.map((unit, at) => {
    const { key, kind, source, text, state } = unit
    const note = noteOf(unit, words)
    const stamp = rowStamp({ number: at + 1, state, text, source, note, key })
    return { key, kind, source, translation: text, state, note, stamp }
  })
}

function noteOf({ kind, state, basis, questions = [] }: Unit, { kinds, columns, before }: TableWords): string {
  const lines = [
    kinds[kind ?? 'message'],
    state === 'stale' && basis !== undefined ? `${before}: ${basis}` : undefined,
    ...questions.flatMap((question) => [
      `${columns.question}: ${question.text}${signed(question.by)}`,
      ...question.answers.map((answer) => `→ ${answer.text}${signed(answer.by)}`),
    ]),
  ]
  return lines.flatMap((line) => (line === undefined ? [] : writable(line).replaceAll(/\s+/g, ' ').trim())).join('\n')
}

function signed(name: string | undefined): string {
  return name === undefined ? '' : ` (${name})`
}

/** Most lines of a note that are looked for among what a person has written: each length is another digest. */
const LINES_AT_MOST = 30

/**
 * What a person has written into a note, beside the lines that stood there.
 * @param exported beginning of the digest of the note at the export
 */
export function addedToNote(note: string, exported: string): string {
  const lines = note.split('\n')
  const isOwn = (some: readonly string[]): boolean => digestOf(some.join('\n')).startsWith(exported)
  for (let count = lines.length; count >= 0; count--) {
    if (count > LINES_AT_MOST && count < lines.length) count = LINES_AT_MOST
    if (isOwn(lines.slice(0, count))) return lines.slice(count).join('\n').trim()
    if (isOwn(lines.slice(lines.length - count)))
      return lines
        .slice(0, lines.length - count)
        .join('\n')
        .trim()
  }
  return note.trim()
}
