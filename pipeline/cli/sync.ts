import { asCalled } from '../files/called.ts'
import type { Command } from 'commander'
import { changeLocales } from '../catalog/alone.ts'
import type { Transfer } from '../catalog/between-documents.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { strayFiles } from '../catalog/stray-files.ts'
import { commandFor, type Lost } from '../catalog/lost.ts'
import { SITE } from '../catalog/store.ts'
import { pendingFiles, removedFiles, writePending } from '../catalog/sync.ts'
import type { Publication } from '../model/publication.ts'
import type { ChangeKind } from '../model/catalog.ts'
import type { KeyReport } from '../catalog/keys.ts'
import type { Project } from '../project/project.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { reportFailures } from './problem-text.ts'
import { table } from './table.ts'
import { say, sayData } from './terminal.ts'
import { strayLines } from './strays.ts'
import { findVanished, vanishedLines } from './vanished.ts'

interface SyncOptions {
  readonly dryRun?: true
  readonly json?: true
}

/** The command `editions sync`: carries keys over to the edited English, and updates catalogs and ledgers. */
export function addSync(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--json', 'report as JSON')
    .action((options: SyncOptions, command: Command) => run(runSync(options, command.optsWithGlobals())))
}

async function runSync({ dryRun, json }: SyncOptions, global: GlobalOptions): Promise<ExitCode> {
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const { collection, files } = await (dryRun ? foresee(project) : sync(project, publication))
  reportFailures(collection)
  const lost: Missed[] = []
  for (const each of collection.lost) lost.push({ ...each, command: await commandFor(publication.root, each) })
  const vanished = await findVanished(publication, collection)
  if (json) sayData(syncData(collection, [...lost.map(lostData), ...vanished], files, dryRun ?? false))
  else
    say(
      [
        syncText(collection, files, dryRun ?? false),
        ...lost.map((each) => lostText(each, dryRun ?? false)),
        ...vanishedLines(vanished),
        ...strayLines(await strayFiles(publication), publication),
      ].join('\n'),
    )
  if (collection.failures.length > 0) return 2
  return vanished.length > 0 || lost.some(({ all }) => all) ? 1 : 0
}

interface Synced {
  readonly collection: TextCollection
  /** Paths that were written, or would be. */
  readonly files: readonly string[]
}

async function foresee(project: Project): Promise<Synced> {
  const collection = await project.texts()
  return { collection, files: pendingFiles(collection.pending) }
}

async function sync(project: Project, publication: Publication): Promise<Synced> {
  return changeLocales(publication, 'sync', async () => {
    const collection = await project.texts()
    return { collection, files: await writePending(publication, collection.pending) }
  })
}

function syncData(
  { documents, siteReport, renamed, transfers, shared, orphans }: TextCollection,
  lost: readonly object[],
  files: readonly string[],
  dryRun: boolean,
): object {
  const reports = Object.fromEntries(documents.map(({ document, report }) => [document.id, report]))
  return {
    dryRun,
    documents: reports,
    ...(hasChanged(siteReport) && { site: siteReport }),
    renamed,
    transfers,
    shared,
    orphans,
    lost,
    files,
  }
}

/** Lost translations, and the git command that restores them. */
interface Missed extends Lost {
  readonly command: string | undefined
}

function lostData({ file, answers, command }: Missed): object {
  return { file, keys: [...answers.keys()], ...(command !== undefined && { command }) }
}

/** Formats the report of translations that are missing from their file. */
function lostText({ file, answers, all, command }: Missed, dryRun: boolean): string {
  const keys = [...answers.keys()]
  const [count, are] = keys.length === 1 ? ['1 translation', 'is'] : [`${keys.length} translations`, 'are']
  const named = all ? '' : `: ${keys.slice(0, MOST_KEYS).join(', ')}${keys.length > MOST_KEYS ? ', …' : ''}`
  const empty = dryRun ? 'would be written' : 'was written'
  return [
    `\nLOST  ${file}: ${count} that the ledger knows ${are} gone from this file${named}.`,
    ...(all ? [`      The file was deleted, emptied or replaced; one with empty texts ${empty}.`] : []),
    command === undefined
      ? '      Git does not have them. Look for a copy of the file; where they were emptied on purpose, nothing is to be done.'
      : all
        ? `      Git has them. In the folder of the publication, run: ${command}  and then: ${asCalled('sync')}`
        : `      Git has them: ${command}  shows the file as it was. Where they were emptied on purpose, nothing is to be done.`,
  ].join('\n')
}

const MOST_KEYS = 5

const COLUMNS = ['kept', 'moved', 'edited', 'split', 'merged', 'new', 'returned', 'retired'] as const
const KINDS: readonly ChangeKind[] = ['punctuation', 'wording', 'facts', 'markup']

/** True if interface texts changed, which is seldom. */
function hasChanged(report: KeyReport | undefined): report is KeyReport {
  return report !== undefined && [report.edited, report.new, report.retired].some(({ length }) => length > 0)
}

function syncText(
  { documents, siteReport, renamed, transfers, shared, orphans, pending }: TextCollection,
  files: readonly string[],
  dryRun: boolean,
): string {
  const reports = documents.map(({ document, report }) => ({ name: document.id, report }))
  if (hasChanged(siteReport)) reports.push({ name: SITE, report: siteReport })
  const removed = removedFiles(pending)
  const verb = (file: string): string => `${dryRun ? 'would be ' : ''}${removed.includes(file) ? 'removed' : 'written'}`
  return [
    ...table([
      ['document', ...COLUMNS],
      ...reports.map(({ name, report }) => [name, ...COLUMNS.map((column) => String(report[column].length))]),
    ]),
    ...reports.flatMap(details),
    ...renamed.map(({ from, to }) => `\n${from} is now ${to}: its texts came along.`),
    ...transfers.map(transferText),
    ...shared.map(
      ({ document, key, from }) =>
        `\n${document}: two branches gave the key ${from} to two texts; the second is now ${key}, and so are its translations. Both are kept; look whether each stands with its source.`,
    ),
    ...orphans.map((id) => `\nlocales/*/${id}.json belong to no document; they were left as they are.`),
    files.length === 0 ? '\nNothing to do: catalogs and content agree.' : `\n${files.map((file) => `${verb(file)}  ${file}`).join('\n')}`,
  ].join('\n')
}

function transferText({ kind, document, from, keys: { length } }: Transfer): string {
  const texts = length === 1 ? '1 text' : `${length} texts`
  const has = length === 1 ? 'has' : 'have'
  const its = length === 1 ? 'its' : 'their'
  return kind === 'moved'
    ? `\n${document}: ${texts} ${has} come from ${from}, with ${its} translations.`
    : `\n${document} is a copy of ${from}: ${texts} ${has} ${its} translations from there, to be reviewed anew.`
}

/** Formats a line for each key that was not simply kept. */
function details({ name, report }: { readonly name: string; readonly report: KeyReport }): string[] {
  const lines = [
    ...report.moved.map((key) => ['moved', key, '']),
    ...KINDS.flatMap((kind) => report.edited.filter((each) => each.kind === kind).map(({ key }) => ['edited', key, kind])),
    ...report.split.map(({ key, into }) => ['split', key, `into ${into.join(', ')}`]),
    ...report.merged.map(({ key, from }) => ['merged', key, `from ${from.join(', ')}`]),
    ...report.new.map((key) => ['new', key, '']),
    ...report.returned.map((key) => ['returned', key, '']),
    ...report.retired.map((key) => ['retired', key, '']),
  ]
  if (lines.length === 0) return []
  const shown = lines.slice(0, MOST_LINES)
  const more = lines.length - shown.length
  return ['', `${name}:`, ...table(shown.map((line) => ['', ...line])), ...(more > 0 ? [`  and ${more} more (--json lists them all)`] : [])]
}

/** Limit of lines: the first sync of a long document would fill the screen. */
const MOST_LINES = 60
