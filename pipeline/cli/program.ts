import { Command, CommanderError } from 'commander'
import { Failure } from '../problem.ts'
import { refused } from '../files/file-errors.ts'
import { COMMANDS } from './commands.ts'
import type { ExitCode } from './context.ts'
import { unwritten } from './streams.ts'
import { complain, say } from './terminal.ts'

const FAILED = 2
/** Said where the system does not tell the present folder, in which paths would be looked for. */
const NOWHERE =
  'The folder in which this command runs has been removed, or moved.\n    remedy    Change to a folder that is there (cd), and run the command again.'

/** Runs the command in the arguments. Returns its exit code: 0 for success, 1 for findings, 2 for a failure. */
export async function runProgram(): Promise<number> {
  let exitCode = 0
  const program = new Command('editions')
    .description('One document in every language of a region, as web pages and PDFs.')
    .option('--root <folder>', 'the publication’s folder', '.')
    .showHelpAfterError('(editions --help lists the commands)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), writeErr: (text) => complain(text.trimEnd()) })

  const run = async (code: Promise<ExitCode>): Promise<void> => {
    exitCode = await code
  }
  for (const [name, { description, load }] of Object.entries(COMMANDS)) {
    const added = program.command(name).description(description)
    // What loads takes time: the others are there for the help, and to be told from slips.
    if (process.argv.includes(name)) (await load())(added, run)
  }
  // Commands inherit neither of these settings.
  for (const command of program.commands) command.exitOverride().showHelpAfterError(`(editions ${command.name()} --help lists the options)`)

  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : FAILED
    else {
      exitCode = FAILED
      await reportFailure(error)
    }
  }
  const fault = await unwritten()
  if (!fault) return exitCode
  await reportFailure(refused('the report', 'written', fault))
  return FAILED
}

async function reportFailure(error: unknown): Promise<void> {
  if ((error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd') return complain(NOWHERE)
  const { problemText } = await import('./problem-text.ts')
  if (error instanceof Failure) for (const problem of error.problems) complain(`${problemText(problem)}\n`)
  else complain(error instanceof Error ? `${error.message}${process.env['EDITIONS_DEBUG'] ? `\n${error.stack}` : ''}` : String(error))
}
