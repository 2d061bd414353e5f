import { Command, CommanderError } from 'commander'
import { Failure } from '../problem.ts'
import { refused } from '../files/file-errors.ts'
import type { ExitCode } from './context.ts'
import { unwritten } from './streams.ts'
import { complain, say } from './terminal.ts'

const FAILED = 2

/** Adds a command to the program. `run` receives its exit code. */
type Add = (program: Command, run: (code: Promise<ExitCode>) => Promise<void>) => void

/** The commands, in the order of the help. Only commands that occur in the arguments are loaded; without any, all are. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  init: async () => (await import('./start.ts')).addInit,
  new: async () => (await import('./start.ts')).addNew,
  update: async () => (await import('./authoring.ts')).addUpdate,
  'add-language': async () => (await import('./start.ts')).addAddLanguage,
  templates: async () => (await import('./start.ts')).addTemplates,
  build: async () => (await import('./build.ts')).addBuild,
  preview: async () => (await import('./preview.ts')).addPreview,
  workbench: async () => (await import('./workbench.ts')).addWorkbench,
  sync: async () => (await import('./sync.ts')).addSync,
  check: async () => (await import('./check.ts')).addCheck,
  status: async () => (await import('./status.ts')).addStatus,
  accept: async () => (await import('./confirm.ts')).addAccept,
  review: async () => (await import('./confirm.ts')).addReview,
  export: async () => (await import('./export.ts')).addExport,
  import: async () => (await import('./import.ts')).addImport,
  worker: async () => (await import('./worker.ts')).addWorker,
  handbook: async () => (await import('./handbook.ts')).addHandbook,
  verify: async () => (await import('./verify.ts')).addVerify,
}

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
  const named = Object.keys(COMMANDS).filter((name) => process.argv.includes(name))
  for (const name of named.length > 0 ? named : Object.keys(COMMANDS)) (await COMMANDS[name]!())(program, run)
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
  const { problemText } = await import('./problem-text.ts')
  if (error instanceof Failure) for (const problem of error.problems) complain(`${problemText(problem)}\n`)
  else complain(error instanceof Error ? `${error.message}${process.env['EDITIONS_DEBUG'] ? `\n${error.stack}` : ''}` : String(error))
}
