import { asCalled } from '../files/called.ts'
import type { Command } from 'commander'
import { readTextCollection } from '../catalog/text-collection.ts'
import { checkForGates } from '../check/for-gates.ts'
import { readGlossary } from '../check/glossary.ts'
import { statusOf, type EditionStatus, type Status } from '../gates/status.ts'
import { openPublication, type ExitCode, type GlobalOptions } from './context.ts'
import { reportFailures, table } from './report.ts'
import { say, sayData } from './terminal.ts'

const BAR = 20

/** The command `editions status`: shows the progress of every edition. */
export function addStatus(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('status')
    .description('show how far every translation is')
    .option('--json', 'report as JSON')
    .action(({ json }: { json?: true }, command: Command) => run(runStatus(json ?? false, command.optsWithGlobals())))
}

async function runStatus(json: boolean, global: GlobalOptions): Promise<ExitCode> {
  const publication = await openPublication(global)
  const collection = await readTextCollection(publication, publication.documents)
  reportFailures(collection)
  const { countWrong } = await checkForGates(publication, collection, await readGlossary(publication))
  const status = statusOf(publication, collection, countWrong)
  if (json) sayData(withoutErrors(status))
  else say(statusText(status))
  if (!json && collection.unsynced.length > 0 && publication.editions.some((tag) => tag !== publication.source))
    say(`\nThe content has moved on since the last sync (${collection.unsynced.join(', ')}); run: ${asCalled('sync')}`)
  return collection.failures.length > 0 ? 2 : 0
}

/**
 * The stable JSON report, `{document: {edition: {segments, missing, …, publishable}}}`. Errors in texts are reported by `check`
 * instead.
 */
function withoutErrors(documents: Status): object {
  // JSON omits undefined values.
  const each = (editions: Status[string]): object =>
    Object.fromEntries(Object.entries(editions).map(([tag, status]) => [tag, { ...status, wrong: undefined, pictures: undefined }]))
  return Object.fromEntries(Object.entries(documents).map(([document, editions]) => [document, each(editions)]))
}

function statusText(status: Status): string {
  const rows = Object.entries(status).flatMap(([name, editions]) =>
    Object.entries(editions).map(([tag, each], index) => [index === 0 ? name : '', tag, bar(each), shares(each), verdict(each)]),
  )
  return [...table(rows), '', LEGEND].join('\n')
}

/** The states in the order of the bar, each with its sign. */
const SIGNS = { reviewed: '█', translated: '▓', staleMinor: '▒', stale: '▒', missing: '░' } as const
const LEGEND = '█ reviewed  ▓ translated  ▒ source edited since  ░ missing'
type Counted = keyof typeof SIGNS

/** A bar with a share of cells for each state, at least one for a state that occurs. */
function bar(status: EditionStatus): string {
  const states = Object.keys(SIGNS) as Counted[]
  const cells = states.map((state) => (status[state] === 0 ? 0 : Math.max(1, Math.round((status[state] / status.segments) * BAR))))
  const largest = cells.indexOf(Math.max(...cells))
  cells[largest]! += BAR - cells.reduce((sum, count) => sum + count, 0)
  return states.map((state, at) => SIGNS[state].repeat(status.segments === 0 ? 0 : cells[at]!)).join('')
}

function shares({ segments, missing, stale, staleMinor, translated, reviewed, wrong, pictures }: EditionStatus): string {
  const parts = [
    `${translated + reviewed} of ${segments}`,
    reviewed > 0 ? `${reviewed} reviewed` : '',
    missing > 0 ? `${missing} missing` : '',
    stale > 0 ? `${stale} stale` : '',
    staleMinor > 0 ? `${staleMinor} with new punctuation` : '',
    wrong > 0 ? `${wrong} with errors` : '',
    pictures > 0 ? `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} missing` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function verdict({ gate, publishable, wordsToDo, wrong, pictures }: EditionStatus): string {
  if (gate === 'passed') return publishable ? 'final' : 'draft: the interface is not ready'
  const outcome = { draft: 'draft', skip: 'left out', fail: 'build fails' }[gate]
  if (wordsToDo > 0) return `${outcome}: ${wordsToDo} words to do`
  if (pictures > 0 && wrong === 0) return `${outcome}: pictures to add`
  return wrong > 0 ? `${outcome}: errors to mend` : `${outcome}: to be reviewed`
}
