import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// JavaScript, for a Node that cannot load TypeScript.

/**
 * Runs the program on the Node that was installed with it, instead of an older one.
 * @param {string} program the module that was called
 * @param {number} least the first version that can run it
 * @returns {Promise<number>} its exit code
 */
export async function runOnOwnNode(program, least) {
  const node = ownNode()
  if (node === undefined) {
    console.error(
      `This Node (${process.version}) cannot run the program, which needs Node ${least} or later; the one that comes along is not there, since its install script did not run. Allow it (npm install-scripts approve node) and install again, or install Node ${least} from nodejs.org.`,
    )
    return 2
  }
  const running = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both processes. Other signals reach only this one and are passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => running.kill(signal))
  return new Promise((resolve) => {
    running.on('error', (error) => {
      console.error(`${node} cannot be run: ${error.message}`)
      resolve(2)
    })
    running.on('exit', (code) => resolve(code ?? 2))
  })
}

/** @returns {string | undefined} the program of the package `node` */
function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    return ['node.exe', 'node'].map((name) => join(folder, 'bin', name)).find((path) => existsSync(path))
  } catch {
    return undefined
  }
}
