/**
 * Runs the commands that it is told, one after the other, in one process: what a person does who runs a command again,
 * without starting Node for each. An order is a line of JSON; a line with its exit code answers it.
 */
import { readSync, writeSync } from 'node:fs'
import modules from 'node:module'
import { moduleCache } from '../pipeline/files/cache.js'
import { ANSWERS, ORDERS, type Order } from './commands.ts'

const cache = moduleCache()
if (cache) modules.enableCompileCache(cache)
const { runProgram } = await import('../pipeline/cli/program.ts')
const [node, program] = process.argv
const FOLDER = process.cwd()
const ENVIRONMENT = { ...process.env }
const bytes = Buffer.alloc(65_536)
for (;;) {
  // One command is waited for at a time, and none comes before the last is answered.
  let line = ''
  while (!line.endsWith('\n')) {
    const length = readSync(ORDERS, bytes)
    // Whoever ordered is gone.
    if (length === 0) process.exit()
    line += bytes.toString('utf8', 0, length)
  }
  const order = JSON.parse(line) as Order
  enter(order.environment ?? ENVIRONMENT)
  process.chdir(order.cwd ?? FOLDER)
  process.argv = [node!, program!, ...order.command]
  const code = await runProgram()
  // A command ends with its process, and leaves it no ear for signals.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  writeSync(ANSWERS, `${code}\n`)
}

function enter(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
}
