import { Command, CommanderError } from 'commander'
import { Failure } from '../problem.ts'
import { addBuild } from './build.ts'
import { addCheck } from './check.ts'
import { addAccept, addReview } from './confirm.ts'
import type { ExitCode } from './context.ts'
import { problemText } from './report.ts'
import { addStatus } from './status.ts'
import { addSync } from './sync.ts'
import { addVerify } from './verify.ts'

const FAILED = 2

/** Runs the command that the arguments name. Gives its exit code: 0 fine, 1 findings, 2 failure. */
export async function runProgram(): Promise<number> {
  let exitCode = 0
  const program = new Command('editions')
    .description('One document in every language of a region, as web pages and PDFs.')
    .option('--root <folder>', 'the publication’s folder', '.')
    .showHelpAfterError('(editions --help lists the commands)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()

  const run = async (code: Promise<ExitCode>): Promise<void> => {
    exitCode = await code
  }
  for (const add of [addBuild, addSync, addCheck, addStatus, addAccept, addReview, addVerify]) add(program, run)
  // A command inherits neither of these by itself.
  for (const command of program.commands) command.exitOverride().showHelpAfterError(`(editions ${command.name()} --help lists the options)`)

  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : FAILED
    else {
      exitCode = FAILED
      if (error instanceof Failure) for (const problem of error.problems) console.error(`${problemText(problem)}\n`)
      else console.error(error instanceof Error ? `${error.message}${process.env['EDITIONS_DEBUG'] ? `\n${error.stack}` : ''}` : error)
    }
  }
  return exitCode
}
