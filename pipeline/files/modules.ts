import { extname } from 'node:path'

/**
 * Address of a module from which a thread starts: TypeScript among the sources, JavaScript in the package.
 * @param path without extension, relative to the caller
 * @param base address of the calling module
 */
export function moduleBeside(path: string, base: string): URL {
  return new URL(path + extname(base), base)
}
