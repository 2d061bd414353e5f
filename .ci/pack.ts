/** Makes `dist/`, the program as the package has it: compiled, since Node runs no TypeScript below node_modules. */
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

rmSync('dist', { recursive: true, force: true })
execFileSync('tsc', ['-p', '.tsconfig.package.json'], { stdio: 'inherit' })
// What is no module is read as it is.
for (const file of globSync('pipeline/**/*', { withFileTypes: true }).filter(
  (entry) => entry.isFile() && !/\.(?:ts|js|md)$/.test(entry.name),
)) {
  const path = join(file.parentPath, file.name)
  cpSync(path, join('dist', relative('pipeline', path)))
}
