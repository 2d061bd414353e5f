import { extname } from 'node:path'

/**
 * Where a module lies, for a thread to begin with: TypeScript among the sources, JavaScript in the package.
 * @param path without its ending, as seen from the module that asks
 * @param base the address of that module
 */
export function moduleBeside(path: string, base: string): URL {
  return new URL(path + extname(base), base)
}
