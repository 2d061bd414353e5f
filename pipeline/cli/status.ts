import type { Command } from 'commander'
import { readLibrary } from '../catalog/library.ts'
import { statusOf, type EditionStatus, type Status } from '../status.ts'
import { openPublication, type ExitCode, type GlobalOptions } from './context.ts'
import { reportFailures, table } from './report.ts'

const BAR = 20

/** `editions status`: how far each edition of each document is. */
export function addStatus(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('status')
    .description('show how far every translation is')
    .option('--json', 'report as JSON')
    .action(({ json }: { json?: true }, command: Command) => run(runStatus(json ?? false, command.optsWithGlobals())))
}

async function runStatus(json: boolean, global: GlobalOptions): Promise<ExitCode> {
  const publication = await openPublication(global)
  const library = await readLibrary(publication, publication.documents)
  reportFailures(library)
  const status = statusOf(publication, library)
  console.log(json ? JSON.stringify(status, null, 2) : statusText(status))
  if (!json && library.unsynced.length > 0)
    console.log(`\nThe content has moved on since the last sync (${library.unsynced.join(', ')}); run: npm run editions -- sync`)
  return library.failures.length > 0 ? 2 : 0
}

function statusText(status: Status): string {
  const rows = Object.entries(status).flatMap(([name, editions]) =>
    Object.entries(editions).map(([tag, each], index) => [
      index === 0 ? name : '',
      tag,
      bar(each),
      `${each.translated} of ${each.segments}`,
      remark(each),
    ]),
  )
  return table(rows).join('\n')
}

function bar({ translated, segments }: EditionStatus): string {
  // A bar is full only when nothing is missing.
  const filled = segments === 0 ? BAR : Math.floor((translated / segments) * BAR)
  return '█'.repeat(filled) + '░'.repeat(BAR - filled)
}

function remark({ missing, wordsToDo }: EditionStatus): string {
  return missing === 0 ? 'complete' : `draft: ${missing} to translate, ${wordsToDo} words`
}
