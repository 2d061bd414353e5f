import type { Command } from 'commander'
import { readLibrary } from '../catalog/library.ts'
import type { Reconciled } from '../catalog/reconcile.ts'
import { writePending } from '../catalog/sync.ts'
import { openPublication, type ExitCode, type GlobalOptions } from './context.ts'
import { reportFailures, table } from './report.ts'

interface SyncOptions {
  readonly dryRun?: true
  readonly json?: true
}

/** `editions sync`: carries keys over to the edited English, and updates catalogs and ledgers. */
export function addSync(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('sync')
    .description('after the English changed: carry keys over, add the new ones to the locale files')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--json', 'report as JSON')
    .action((options: SyncOptions, command: Command) => run(runSync(options, command.optsWithGlobals())))
}

async function runSync({ dryRun, json }: SyncOptions, global: GlobalOptions): Promise<ExitCode> {
  const publication = await openPublication(global)
  const library = await readLibrary(publication, publication.documents)
  const files = dryRun ? library.pending.map(({ file }) => file).sort() : await writePending(publication, library)
  reportFailures(library)
  const code = library.failures.length > 0 ? 2 : 0
  if (json) {
    const documents = Object.fromEntries(library.documents.map(({ document, report }) => [document.id, report]))
    console.log(JSON.stringify({ dryRun: dryRun ?? false, documents, files }, null, 2))
    return code
  }
  console.log(table([['document', 'kept', 'moved', 'edited', 'new', 'retired'], ...library.documents.map(row)]).join('\n'))
  const verb = dryRun ? 'would be written' : 'written'
  console.log(
    files.length === 0 ? '\nNothing to do: catalogs and content agree.' : `\n${files.map((file) => `${verb}  ${file}`).join('\n')}`,
  )
  return code
}

function row({ document, report }: Reconciled): string[] {
  const counts = [report.kept, report.moved, report.edited, report.added, report.retired]
  return [document.id, ...counts.map((keys) => String(keys.length))]
}
