import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Format } from '../build.ts'
import { commaList, openPublication, type ExitCode, type GlobalOptions } from './context.ts'
import { endBeforeSignals } from './interruption.ts'
import { showProgress } from './progress.ts'
import { complain, say } from './terminal.ts'

interface BuildOptions {
  readonly edition: string[]
  readonly format: Format[]
  readonly out: string
  readonly strict?: true
}

/** `editions build`: the main job. */
export function addBuild(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('build')
    .description('write every document in every language, as web pages and PDFs')
    .argument('[document...]', 'folders of content/; all where none is named')
    .addOption(new Option('--edition <tags>', 'languages, such as sq,mk').argParser(commaList).default([], 'all'))
    .addOption(new Option('--format <formats>', 'html, pdf or both').argParser(formats).default(['html', 'pdf'], 'html,pdf'))
    .option('--out <folder>', 'where to write', 'output')
    .option('--strict', 'fail, writing nothing, where an edition would be a draft or left out')
    .action((documents: string[], options: BuildOptions, command: Command) => run(runBuild(documents, options, command.optsWithGlobals())))
}

async function runBuild(documents: string[], { edition, format, out, strict }: BuildOptions, global: GlobalOptions): Promise<ExitCode> {
  const start = performance.now()
  // The browser starts while the rest is loaded. Where no PDF is wanted, not even its driver is: web pages need no browser.
  const printer = format.includes('pdf')
    ? (await import('../pdf/printer.ts')).openPrinter(new URL('../finishing-thread.ts', import.meta.url))
    : undefined
  const signalled = endBeforeSignals(async () => printer?.close())
  try {
    const { progress, done } = await showProgress()
    const [{ build }, { buildText, problemText }] = await Promise.all([import('../build.ts'), import('./report.ts')])
    const request = { documents, editions: edition, formats: format, out, strict: strict ?? false }
    const report = await build(await openPublication(global), request, printer, progress).finally(done)
    await signalled()
    for (const problem of [...report.failures.flatMap(({ problems }) => problems), ...report.problems])
      complain(`${problemText(problem)}\n`)
    say(buildText(report, (performance.now() - start) / 1000))
    return report.failures.length > 0 ? 2 : report.problems.length > 0 ? 1 : 0
  } finally {
    await printer?.close().catch(() => undefined)
    await signalled()
  }
}

function formats(value: string): Format[] {
  const chosen = commaList(value)
  const known: readonly string[] = ['html', 'pdf'] satisfies Format[]
  if (chosen.length === 0 || chosen.some((format) => !known.includes(format)))
    throw new InvalidArgumentError('Expected html, pdf or html,pdf.')
  return chosen as Format[]
}
