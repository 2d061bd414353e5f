/**
 * The command line’s beginning. What Node makes of the modules is kept in the user’s cache folder, so that a command
 * starts in half the time; the modules are loaded only after that is asked for.
 */
import { enableCompileCache } from 'node:module'
import { moduleCache } from '../cache.ts'

enableCompileCache(moduleCache())
const { runProgram } = await import('./program.ts')
process.exitCode = await runProgram()
