/**
 * The command line’s beginning. What Node makes of the modules is kept in the user’s cache folder, so that a command
 * starts in half the time; the modules are loaded only after that is asked for. What is loaded before is JavaScript: for
 * TypeScript that is not kept, Node would load its translator first, which takes longer than to start Node itself.
 */
import modules from 'node:module'
import { moduleCache } from '../files/cache.js'

if (process.features.typescript) {
  const cache = moduleCache()
  if (cache) modules.enableCompileCache(cache)
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram()
} else {
  console.error(
    `This Node (${process.version}) cannot run the program. Run it through npm, which takes the right one: npm run editions -- --help`,
  )
  process.exitCode = 2
}
