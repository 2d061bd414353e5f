#!/usr/bin/env node
/**
 * The entry of the command line. Node’s compile cache halves the start time, so the modules are loaded after it is enabled. The
 * modules loaded before are JavaScript: loading Node’s TypeScript compiler for them would take longer than starting Node.
 */
import modules from 'node:module'
import { moduleCache } from '../files/cache.js'

/** The first major version of Node with all features that the modules use. */
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
