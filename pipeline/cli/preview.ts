import { InvalidArgumentError, Option, type Command } from 'commander'
import { mayPrint } from '../formats/registry.ts'
import type { FormatName } from '../model/format-name.ts'
import { withSelection } from './build.ts'
import type { ExitCode, GlobalOptions } from './context.ts'
import { endBeforeSignals } from './interruption.ts'

interface PreviewOptions {
  readonly edition: string[]
  readonly format: FormatName[]
  readonly out: string
  readonly port?: number
}

/** The command `editions preview`: shows the output in a browser and keeps it up to date. */
export function addPreview(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  withSelection(added)
    .addOption(new Option('--port <number>', 'the port to show them at').argParser(portOf))
    .action((documents: string[], options: PreviewOptions, command: Command) =>
      run(runPreview(documents, options, command.optsWithGlobals())),
    )
}

async function runPreview(documents: string[], { edition, format, out, port }: PreviewOptions, global: GlobalOptions): Promise<ExitCode> {
  const prints = mayPrint(format) ? await (await import('./prints.ts')).openPrinting(global.root, out, true) : undefined
  const signalled = endBeforeSignals(async () => prints?.printer.close())
  try {
    const { runPreview: runUntilEnded } = await import('./watch.ts')
    return await runUntilEnded({ documents, editions: edition, formats: format, out, strict: false }, global, prints, port)
  } finally {
    await prints?.printer.close().catch(() => undefined)
    await signalled()
  }
}

/** @throws InvalidArgumentError for what is no port that a person may use */
export function portOf(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1024 || port > 65_535) throw new InvalidArgumentError('Expected a number from 1024 to 65535.')
  return port
}
