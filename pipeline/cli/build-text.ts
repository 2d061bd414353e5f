import { join, relative } from 'node:path'
import type { BuildReport } from '../build.ts'
import { asCalled } from '../files/called.ts'
import { FORMATS } from '../formats/registry.ts'
import { folderOf } from '../html/file-names.ts'
import { siteAddress } from '../html/site-address.ts'
import type { Tally } from '../jobs/tally.ts'
import { formatSize } from '../language/formats.ts'
import type { DraftReasons } from '../model/edition.ts'
import type { EditionOutcome } from '../model/outcome.ts'
import { problemData } from './problem-text.ts'
import { table } from './table.ts'

/** A build as data for `build --json`. Every field is present; empty ones are `null`. */
export function buildData(report: BuildReport, seconds: number, tally: Tally | undefined): object {
  const { folder, built, skipped, written, problems, failures } = report
  return {
    folder,
    seconds,
    editions: built.map(({ tag, document, pages, draft, files }) => ({
      edition: tag,
      document,
      pages: pages ?? null,
      state: draft ? 'draft' : 'final',
      files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    })),
    skipped: skipped.map(({ document, tag }) => ({ edition: tag, document })),
    written,
    problems: problems.map(problemData),
    failures: failures.flatMap((each) => each.problems.map(problemData)),
    workers: tally?.sums ?? null,
    printedHere: tally?.own ?? null,
    faults: tally?.faults ?? null,
  }
}

const pagesText = (pages: number): string => (pages === 1 ? '1 page' : `${pages} pages`)

/** Limit of editions that are all listed. Above it, only drafts are. */
const MOST_LISTED = 60

/**
 * Formats the result of a build: a line for each edition with pages, sizes, time, state and address, then notes.
 * @param damaged number of damaged entries in the store
 * @param isWhole lists every edition, however many there are
 */
export function buildText(report: BuildReport, seconds: number, damaged: number, isWhole: boolean): string {
  const isLong = !isWhole && report.built.length > MOST_LISTED
  const listed = isLong ? report.built.filter(({ draft }) => draft).slice(0, MOST_LISTED) : report.built
  const rows = listed.map((built) => [
    built.tag,
    built.document,
    built.pages === undefined ? '' : pagesText(built.pages),
    ...Object.values(FORMATS).map(({ label, filesOf }) => sizeOf(built, label, filesOf(built)[0])),
    `${(built.milliseconds / 1000).toFixed(2)} s`,
    built.draft ? `DRAFT: ${draftText(built.draft)}` : 'final',
    addressOf(built, report),
  ])
  const files = [...report.built.flatMap((built) => built.files), ...report.assets]
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const notes = [
    ...report.skipped.map(({ document, tag }) => `Left out by its gate: ${document} in ${tag}. ${asCalled('status')} says why.`),
    ...(report.unsynced.length > 0
      ? [
          `The content has moved on since the last sync (${named(report.unsynced)}). This build used the keys that a sync would give; run: ${asCalled('sync')}`,
        ]
      : []),
    ...(damaged > 0
      ? [
          `${damaged} ${damaged === 1 ? 'print' : 'prints'} kept from an earlier build ${damaged === 1 ? 'was' : 'were'} damaged, and made anew.`,
        ]
      : []),
    ...(report.browser
      ? [`Printed with the browser from: ${report.browser}. With another browser than the pinned one the PDF’s bytes can differ.`]
      : []),
  ]
  return [
    ...table(filled(rows)),
    ...(isLong ? [countsText(report, listed.length)] : []),
    '',
    `${files.length} files, ${formatSize('en', size)}, in ${report.folder}, ${seconds.toFixed(1)} s; ${report.written.length === 0 ? 'all as they were' : `${report.written.length} new or changed`}.`,
    ...notes,
  ].join('\n')
}

/** Counts of editions by state, if they are too many to list. */
function countsText({ built }: BuildReport, listed: number): string {
  const drafts = built.filter(({ draft }) => draft).length
  const more = drafts > listed ? `, of which ${listed} are listed` : ''
  return `${built.length} editions: ${built.length - drafts} final, ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}${more}. --list shows each.`
}

/** A list of names, shortened if it is long. */
function named(names: readonly string[]): string {
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more` : names.join(', ')
}

/** Formats the changes of a build on one line. */
export function rebuiltText({ built, written }: BuildReport, seconds: number): string {
  const own = built.filter(({ files }) => files.some(({ path }) => written.includes(path)))
  const editions = own.map(({ document, tag, draft }) => `${document} in ${tag}${draft ? ' (DRAFT)' : ''}`)
  return `${written.length === 0 ? 'All as it was' : `Built again: ${named(editions)}; ${written.length} files`}, ${seconds.toFixed(2)} s.`
}

const MOST_NAMED = 8

function draftText({ missing, stale, unreviewed, wrong, pictures }: DraftReasons): string {
  const parts = [
    missing > 0 ? `${missing} ${missing === 1 ? 'text' : 'texts'} untranslated` : '',
    stale > 0 ? `${stale} stale` : '',
    unreviewed > 0 ? `${unreviewed} not reviewed` : '',
    wrong > 0 ? `${wrong} with errors` : '',
    pictures > 0 ? `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} missing` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Rows without the columns in which nothing stands. */
function filled(rows: readonly (readonly string[])[]): string[][] {
  const isFilled = (column: number): boolean => rows.some((row) => row[column] !== '')
  return rows.map((row) => row.filter((_, column) => isFilled(column)))
}

/** Where an edition is read: on the site, if that has an address, else the file on this machine. A build without web pages has its PDF. */
function addressOf({ files, tag, document }: EditionOutcome, { folder, url }: BuildReport): string {
  const places = Object.values(FORMATS).map(({ filesOf }) => `${folderOf({ tag, document })}/${filesOf({ tag, document })[0]}`)
  const place = places.find((each) => files.some(({ path }) => path === each)) ?? folderOf({ tag, document })
  const here = relative('', join(folder, place))
  return siteAddress({ url }, place) ?? (here.startsWith('..') ? join(folder, place) : here)
}

/** Size of an edition’s main file in a format. */
function sizeOf({ files, tag, document }: EditionOutcome, format: string, name: string): string {
  const file = files.find(({ path }) => path === `${folderOf({ tag, document })}/${name}`)
  return file ? `${format} ${formatSize('en', file.bytes)}` : ''
}
