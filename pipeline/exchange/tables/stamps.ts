import { digestOf } from '../../catalog/ledger.ts'
import type { ExchangedTexts, UnitState } from '../../model/exchange.ts'

/**
 * What a table says of itself in its first row. It stands there as words, since Google Docs drops the properties of a file.
 */
export interface FileStamp extends Pick<ExchangedTexts, 'document' | 'source' | 'target'> {
  /** Number of rows at the export. */
  readonly count: number
}

/** What a row says of itself: where it stood, and what stood in it, as digests. */
export interface RowStamp {
  /** Number of the row at the export, from 1. */
  readonly number: number
  readonly state: UnitState
  /** Beginnings of digests: of the translation, its source, the note, and the key. */
  readonly text: string
  readonly source: string
  readonly note: string
  readonly key: string
}

const FILE = /editions · (\S+) · (\S+) · (\S+) · (\d+)/
const ROW = /\b(\d+)([mstr])-([\da-f]{8})-([\da-f]{8})-([\da-f]{6})-([\da-f]{4})\b/
const LETTERS: Readonly<Record<UnitState, string>> = { missing: 'm', stale: 's', translated: 't', reviewed: 'r' }

/** Law: `fileStampIn(fileStamp(stamp))` equals the stamp. */
export function fileStamp({ document, source, target, count }: FileStamp): string {
  return `editions · ${document} · ${source} · ${target} · ${count}`
}

export function fileStampIn(text: string): FileStamp | undefined {
  if (!text.includes('editions')) return undefined
  const [, document, source, target, count] = FILE.exec(text.replaceAll(/\s/g, ' ')) ?? []
  return document === undefined ? undefined : { document, source: source!, target: target!, count: Number(count) }
}

/** @param row the texts that digests are made of */
export function rowStamp(row: RowStamp): string {
  return `${row.number}${LETTERS[row.state]}-${beginning(row.text, 8)}-${beginning(row.source, 8)}-${beginning(row.note, 6)}-${beginning(row.key, 4)}`
}

/** The stamp in a text, and the text without it. */
export function rowStampIn(text: string): { readonly stamp: RowStamp; readonly rest: string } | undefined {
  const match = ROW.exec(text)
  if (!match) return undefined
  const [whole, number, letter, own, source, note, key] = match
  const state = (Object.keys(LETTERS) as UnitState[]).find((each) => LETTERS[each] === letter)!
  const rest = text.slice(0, match.index) + text.slice(match.index + whole.length)
  return { stamp: { number: Number(number), state, text: own!, source: source!, note: note!, key: key! }, rest }
}

function beginning(text: string, length: number): string {
  return digestOf(text).slice(0, length)
}
