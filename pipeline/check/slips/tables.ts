import { slip, type Line, type LineSlip } from './line.ts'

const TABLE = {
  message: 'These lines are meant as a table, but the line of dashes under the first one is missing or does not fit it.',
  expected: '| Town | Result |, then | --- | --- |, with as many cells in both, and then the other lines',
  remedy: 'Write under the first line one with --- for each of its cells, and no empty line between them.',
}
const DRAWN = {
  message: 'These lines are a table, or a box, that is drawn with signs: they run together in one paragraph.',
  expected: '| Town | Result |, then | --- | --- |, and then the other lines',
  remedy: 'Write the table as shown; a drawing stays as it is typed between two lines of ```.',
}
const COLUMNS = {
  message: 'These lines are set in columns by blanks: on the page the blanks are gone, and the lines run together in one paragraph.',
  expected: '| Town | Result |, then | --- | --- |, and then the other lines',
  remedy: 'Write them as a table, as shown; or put them between two lines of ```, where they stay as they are typed.',
}

const VALUES = {
  message: 'These lines are a table as spreadsheets save it, with a sign between the cells: they run together in one paragraph.',
  expected: '| Town | Result |, then | --- | --- |, and then the other lines',
  remedy: 'Write them as a table, as shown; or put them between two lines of ```, where they stay as they are typed.',
}

/** The slips of lines that are meant as a table. */
export function* tableSlips(lines: readonly Line[]): Generator<LineSlip> {
  const barred = lines.filter(({ text }) => /^[|│┃║].*[|│┃║][ \t]*$/u.test(text))
  const dashes = lines.slice(0, 2).findIndex(({ text }) => isDashes(text))
  const drawn = lines.filter(({ text }) => /^(?:\+(?:[-=]{2,}\+)+|[┌┍┎┏╒╓╔╭├┝┞┠┣╞╟╠└┕┖┗╘╙╚╰].*[─━═].*)[ \t]*$/u.test(text))
  const columns = inColumns(lines)
  if (drawn.length >= 2)
    yield slip(
      [...drawn, ...barred].toSorted((a, b) => a.offset - b.offset),
      { ...DRAWN, sure: true },
    )
  else if (barred.length >= 2) yield slip(barred, { ...TABLE, sure: true })
  else if (dashes >= 0 && (lines.length > 1 || barred.length > 0)) yield slip(lines, { ...TABLE, sure: true })
  else if (areAlike(lines)) yield slip(lines, { ...TABLE, sure: false })
  else if (areValues(lines, ';', 1) || areValues(lines, ',', 2)) yield slip(lines, { ...VALUES, sure: false })
  else if (columns.length > 0) yield slip(columns, { ...COLUMNS, sure: false })
}

/** True for the line of dashes under a table’s first line, with any number of cells. */
function isDashes(text: string): boolean {
  const cells = text.replaceAll(/^\||\|$/g, '').split('|')
  return text.includes('|') && text.includes('-') && cells.every((cell) => /^:?-*:?$/.test(cell.trim()))
}

/** True if all lines have the same number of bars between spaces: a table without its line of dashes. */
function areAlike(lines: readonly Line[]): boolean {
  const rows = lines.filter(({ text }) => !/^[-=:| \t]+$/u.test(text))
  const counts = new Set(
    rows.map(
      ({ text }) =>
        text
          .trim()
          .replaceAll(/^\||\|$/g, '')
          .split(/ \|(?= )/u).length,
    ),
  )
  return rows.length > 1 && counts.size === 1 && !counts.has(1)
}

/** True for three lines and more that have the same number of cells, and no space after the sign between them. */
function areValues(lines: readonly Line[], sign: ',' | ';', least: number): boolean {
  const counts = lines.map(({ text }) => (text.includes(`${sign} `) ? -1 : text.split(sign).length - 1))
  return (
    lines.length > 2 &&
    counts[0]! >= least &&
    counts.every((count) => count === counts[0]) &&
    lines.every(({ text }) => !/[;,][ \t]*$/.test(text))
  )
}

/** The lines that have something under each other after a gap of three blanks, or of a tab. */
function inColumns(lines: readonly Line[]): Line[] {
  const beginning = lines.flatMap((line) =>
    [...line.text.matchAll(/(?<=\S)(?: {3,}| *\t[ \t]*)(?=\S)/gu)].map(({ 0: gap, index }) => ({
      line,
      column: gap.includes('\t') ? -1 : index + gap.length,
    })),
  )
  const shared = [...Map.groupBy(beginning, ({ column }) => column).values()].find(
    (places) => new Set(places.map(({ line }) => line)).size > 1,
  )
  return [...new Set(shared?.map(({ line }) => line))]
}
