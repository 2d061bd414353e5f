#!/usr/bin/env node
/**
 * The command line’s beginning. What Node makes of the modules is kept in the user’s cache folder, so that a command
 * starts in half the time; the modules are loaded only after that is asked for. What is loaded before is JavaScript: for
 * TypeScript that is not kept, Node would load its translator first, which takes longer than to start Node itself.
 */
import modules from 'node:module'
import { moduleCache } from '../files/cache.js'

/** The first Node that has all that the modules ask for. */
const LEAST = 24

if (Number(process.versions.node.split('.')[0]) >= LEAST) {
  const cache = moduleCache()
  if (cache) modules.enableCompileCache(cache)
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram()
} else {
  const { runOnOwnNode } = await import('./own-node.js')
  process.exitCode = await runOnOwnNode(process.argv[1] ?? '', LEAST)
}
