import { Option, type Command } from 'commander'
import { readLibrary } from '../catalog/library.ts'
import { check } from '../check/registry.ts'
import { selectEditions } from '../publication.ts'
import { commaList, openPublication, type ExitCode, type GlobalOptions } from './context.ts'
import { problemData, problemText } from './report.ts'

interface CheckOptions {
  readonly edition: string[]
  readonly format: 'text' | 'json'
}

/** `editions check`: what is wrong, where, and what to do about it. */
export function addCheck(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('check')
    .description('list what is missing or wrong in texts and translations')
    .option('--edition <tags>', 'languages, such as sq,mk', commaList, [])
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .action((options: CheckOptions, command: Command) => run(runCheck(options, command.optsWithGlobals())))
}

async function runCheck({ edition, format }: CheckOptions, global: GlobalOptions): Promise<ExitCode> {
  const publication = await openPublication(global)
  const editions = selectEditions(publication, edition)
  const library = await readLibrary(publication, publication.documents)
  const problems = [...library.failures.flatMap((failure) => failure.problems), ...check({ publication, library, editions })]
  if (format === 'json') console.log(JSON.stringify(problems.map(problemData), null, 2))
  else if (problems.length === 0) console.log(`No problems in ${editions.join(', ')}.`)
  else console.log(`${problems.map(problemText).join('\n\n')}\n\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`)
  return library.failures.length > 0 ? 2 : problems.length > 0 ? 1 : 0
}
