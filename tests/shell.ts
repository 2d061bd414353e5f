import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPipes } from './pipes.ts'

/** Runs programs one after the other, in a process with little memory: of one with much, each would begin as a copy. */
export interface Shell {
  run(command: readonly string[], environment: Readonly<Record<string, string>>): { readonly status: number; readonly said: string }
}

/** Orders are lines of a script; a line with the exit code answers each. */
const SCRIPT = 'while IFS= read -r order; do eval "$order" >"$0" 2>&1 </dev/null; echo $?; done'

let usual: Shell | undefined

/** One for all tests of a process. */
export function usualShell(): Shell {
  return (usual ??= openShell())
}

function openShell(): Shell {
  const pipes = openPipes()
  const said = join(pipes.place, 'said')
  const errors = openSync(join(pipes.place, 'errors'), 'a')
  const shell = spawn('sh', ['-c', SCRIPT, said], { stdio: [...pipes.given, errors] })
  shell.unref()
  closeSync(errors)
  pipes.handOver()
  return {
    run: (command, environment) => {
      const variables = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`)
      pipes.order(`${[...variables, ...command.map(quoted)].join(' ')}\n`)
      const status = pipes.answer()
      if (status === undefined) throw new Error(`The shell has ended at ${command.join(' ')}.`)
      return { status: Number(status), said: readFileSync(said, 'utf8').trim() }
    },
  }
}

/** A word of the shell. */
function quoted(text: string): string {
  if (text.includes('\n')) throw new Error(`An order is one line: ${text}`)
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
