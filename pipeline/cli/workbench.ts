import { Option, type Command } from 'commander'
import { resolve } from 'node:path'
import { realPath } from '../files/disk.ts'
import type { ExitCode, GlobalOptions } from './context.ts'
import { portOf } from './preview.ts'
import { say } from './terminal.ts'

interface WorkbenchOptions {
  readonly port?: number
  readonly open: boolean
}

/** `editions workbench`: the translators’ page. */
export function addWorkbench(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('workbench')
    .description('translate in a browser on this machine: what is to be done, the English beside your text, the edition beside both')
    .addOption(new Option('--port <number>', 'the port to show it at').argParser(portOf))
    .option('--no-open', 'do not open a browser')
    .action((options: WorkbenchOptions, command: Command) => run(runWorkbench(options, command.optsWithGlobals())))
}

/** Shows the workbench until the user ends it. Never returns. */
async function runWorkbench({ port, open: isToOpen }: WorkbenchOptions, global: GlobalOptions): Promise<ExitCode> {
  const [{ openProject }, { openWorkbench }] = await Promise.all([import('../project/project.ts'), import('../server/workbench.ts')])
  const project = openProject(await realPath(resolve(global.root)))
  // What keeps the publication from being opened is said here, and not in a browser.
  await project.look()
  const { address } = await openWorkbench(project, port)
  say(`The workbench is open at ${address}. What you save there stands in locales/. To end, press Ctrl and C.`)
  if (isToOpen) {
    const { default: open } = await import('open')
    // Without a browser on this machine the address above is enough.
    const opened = await open(address).catch(() => undefined)
    opened?.on('error', () => undefined)
  }
  return new Promise(() => undefined)
}
