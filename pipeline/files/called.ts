import { basename, dirname, extname } from 'node:path'

/**
 * Commands that run a package’s program, by package manager. Each manager gives its name and version in `npm_config_user_agent`.
 */
const RUNNERS: Readonly<Record<string, string>> = {
  npm: 'npx editions',
  pnpm: 'pnpm exec editions',
  yarn: 'yarn editions',
  bun: 'bunx editions',
}

/**
 * A command line for the user to type, with the program and `--root` as in the present call.
 * @param command such as `check --fix`; `build` is what `npm start` runs
 * @param root another publication’s folder, as somebody named it
 */
export function asCalled(command: string, root = namedRoot()): string {
  const options = root === undefined ? [] : ['--root', quoted(root)]
  const [name, ...rest] = command.split(' ')
  if (!isFromSources()) return [programName(), ...options, command].join(' ')
  if (name !== 'build') return ['npm run editions --', ...options, command].join(' ')
  const all = [...options, ...rest]
  return all.length > 0 ? `npm start -- ${all.join(' ')}` : 'npm start'
}

function isFromSources(): boolean {
  return extname(import.meta.url) === '.ts'
}

/** The program’s name if it is on the PATH; otherwise the package manager’s command for it. */
function programName(): string {
  const { npm_command: npm, npm_config_user_agent: agent = '' } = process.env
  const called = process.argv[1] ?? ''
  const isOnPath = npm === undefined && basename(called) === 'editions' && basename(dirname(called)) !== '.bin'
  return isOnPath ? 'editions' : (RUNNERS[agent.split('/')[0]!] ?? RUNNERS['npm']!)
}

/** The folder that the `--root` option of the present call names. */
function namedRoot(): string | undefined {
  const given = process.argv.slice(2)
  const at = given.findIndex((each) => each === '--root' || each.startsWith('--root='))
  return at < 0 ? undefined : given[at] === '--root' ? given[at + 1] : given[at]!.slice('--root='.length)
}

/** A path, quoted for a shell if necessary. */
function quoted(path: string): string {
  return /^[\w@%+=:,./~-]+$/.test(path) ? path : `"${path.replaceAll(/["$`\\]/g, '\\$&')}"`
}
