import { Option, type Command } from 'commander'
import { resolve } from 'node:path'
import { readText, realPath } from '../files/disk.ts'
import { failure } from '../problem.ts'
import { isLoopback } from '../server/names.ts'
import type { ExitCode, GlobalOptions } from './context.ts'
import { endBeforeSignals } from './interruption.ts'
import { openInBrowser } from './open.ts'
import { portOf } from './preview.ts'
import { say } from './terminal.ts'

interface WorkbenchOptions {
  readonly port?: number
  readonly open: boolean
  readonly host?: string
  readonly password?: string
  readonly passwordFile?: string
}

/** `editions workbench`: the translators’ page. */
export function addWorkbench(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .addOption(new Option('--port <number>', 'the port to show it at').argParser(portOf))
    .option('--host <address>', 'the address of this machine at which others reach it, such as 192.168.1.20; 0.0.0.0 is all of them')
    .addOption(new Option('--password <password>', 'what others have to know').conflicts('passwordFile'))
    .option('--password-file <file>', 'a file with the password')
    .option('--no-open', 'do not open a browser')
    .action((options: WorkbenchOptions, command: Command) => run(runWorkbench(options, command.optsWithGlobals())))
}

/** Shows the workbench until the user ends it. Never returns. */
async function runWorkbench({ port, open: isToOpen, host, ...options }: WorkbenchOptions, global: GlobalOptions): Promise<ExitCode> {
  const [{ openProject }, { openWorkbench }] = await Promise.all([import('../project/project.ts'), import('../server/workbench.ts')])
  const { openPrintingLater } = await import('./prints.ts')
  const { printer } = openPrintingLater(true)
  endBeforeSignals(() => printer.close())
  const project = openProject(await realPath(resolve(global.root)), { printer })
  // What keeps the publication from being opened is said here, and not in a browser.
  await project.look()
  const password = options.passwordFile === undefined ? options.password : await passwordIn(options.passwordFile)
  const workbench = await openWorkbench(project, port, { host, password })
  const { address } = workbench
  say(`The workbench is open at ${address}. What you save there stands in locales/. To end, press Ctrl and C.`)
  if (password !== undefined) say(`Others enter with the password; this link lets in one person without it:\n${workbench.invite()}`)
  if (host !== undefined && !isLoopback(host)) say(UNENCRYPTED)
  if (isToOpen) await openInBrowser(workbench.invite())
  return new Promise(() => undefined)
}

const UNENCRYPTED =
  'It is served without TLS: whoever is in this network can read what is sent, the password as well. In a network that you do not trust, leave out --host and let others come through a tunnel: ssh -L 4410:localhost:4410 this-machine'

/** @throws Failure where there is no such file */
async function passwordIn(file: string): Promise<string> {
  const text = await readText(resolve(file))
  if (text !== undefined) return text.trim()
  throw failure({
    rule: 'password',
    file,
    message: 'There is no such file.',
    expected: 'a file with the password alone',
    remedy: 'Write the password into a file that you alone can read.',
  })
}
