import { resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { mayPrint } from '../formats/registry.ts'
import { nearestName } from '../files/slips.ts'
import { FORMAT_NAMES, type FormatName } from '../model/format-name.ts'
import { commaList, type ExitCode, type GlobalOptions } from './context.ts'
import { endBeforeSignals } from './interruption.ts'
import type { Prints } from './prints.ts'
import { showProgress } from './progress.ts'
import { sharedPlaces, withPlaces } from './shared-places.ts'
import { complain, say, sayData } from './terminal.ts'

interface BuildOptions {
  readonly edition: string[]
  readonly format: FormatName[]
  readonly out: string
  readonly strict?: true
  readonly watch?: true
  readonly list?: true
  readonly json?: true
  readonly queue?: string
  readonly store?: string
}

/** The command `editions build`. */
export function addBuild(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  withPlaces(withSelection(added))
    .option('--strict', 'fail, writing nothing, where an edition would be a draft or left out')
    .option('--list', 'list each edition at the end, however many there are')
    .addOption(new Option('--watch', 'build again after each change, until it is ended').conflicts('json'))
    .option('--json', 'tell the result as data, for another program')
    .action((documents: string[], options: BuildOptions, command: Command) => run(runBuild(documents, options, command.optsWithGlobals())))
}

async function runBuild(
  documents: string[],
  { edition, format, out, strict, watch, list, json, ...places }: BuildOptions,
  global: GlobalOptions,
): Promise<ExitCode> {
  const start = performance.now()
  const shared = sharedPlaces(places)
  const openPrints = async (): Promise<Prints> => {
    const { openPrinting, openSharedPrinting } = await import('./prints.ts')
    return shared ? openSharedPrinting(shared, watch) : openPrinting(global.root, out, watch)
  }
  const prints = mayPrint(format) ? await openPrints() : undefined
  const signalled = endBeforeSignals(async () => prints?.printer.close())
  const request = { documents, editions: edition, formats: format, out, strict: strict ?? false }
  try {
    if (watch) return await (await import('./watch.ts')).runWatch(request, global, prints)
    const { progress, done } = await showProgress(prints?.workers)
    const [{ build }, { openProject }, { buildData, buildText }, { problemText }] = await Promise.all([
      import('../build.ts'),
      import('../project/project.ts'),
      import('./build-text.ts'),
      import('./problem-text.ts'),
    ])
    const report = await build(openProject(resolve(global.root), { ...prints }), request, progress).finally(done)
    await Promise.all([prints?.printer.close(), prints?.store.close()])
    await signalled()
    const seconds = (performance.now() - start) / 1000
    const tally = prints?.tally
    if (json) sayData(buildData(report, seconds, tally))
    else {
      for (const problem of [...report.failures.flatMap(({ problems }) => problems), ...report.problems])
        complain(`${problemText(problem)}\n`)
      say(buildText(report, seconds, (prints?.store.damaged ?? 0) + (tally?.damaged ?? 0), list ?? false))
      if (tally) say((await import('./tally-text.ts')).tallyText(tally))
    }
    return report.failures.length > 0 ? 2 : report.problems.length > 0 ? 1 : 0
  } finally {
    await prints?.printer.close().catch(() => undefined)
    await signalled()
  }
}

/** Adds the arguments and options that select editions, formats and the output folder. */
export function withSelection(command: Command): Command {
  return command
    .argument('[document...]', 'folders of content/; all where none is named')
    .addOption(new Option('--edition <tags>', 'languages, such as sq,mk').argParser(commaList).default([], 'all'))
    .addOption(
      new Option('--format <formats>', `of ${FORMAT_NAMES.join(', ')}`)
        .argParser(formats)
        .default([], 'what “formats:” in publication.yaml says'),
    )
    .option('--out <folder>', 'where to write', 'output')
}

/** Parses a list of formats. */
function formats(value: string): FormatName[] {
  const chosen = commaList(value)
  const known: readonly string[] = FORMAT_NAMES
  const unknown = chosen.find((format) => !known.includes(format))
  const near = unknown === undefined ? undefined : nearestName(unknown, known)
  if (chosen.length === 0 || unknown !== undefined)
    throw new InvalidArgumentError(
      `Expected ${near === undefined ? '' : `perhaps ${near}; `}${FORMAT_NAMES.join(', ')}, or several with commas between them.`,
    )
  return chosen as FormatName[]
}
