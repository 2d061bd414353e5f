import { basename, dirname, extname } from 'node:path'

/** How a package’s program is run, by what runs it: each tells its name and version in a variable. */
const RUNNERS: Readonly<Record<string, string>> = {
  npm: 'npx editions',
  pnpm: 'pnpm exec editions',
  yarn: 'yarn editions',
  bun: 'bunx editions',
}

/**
 * A command as it is to be typed where this one was: with the program as it was called, on the same publication.
 * @param command such as `check --fix`; `build` is what `npm start` does
 */
export function asCalled(command: string): string {
  const [name, ...rest] = command.split(' ')
  if (!isFromSources()) return [programName(), ...rootAsCalled(), command].join(' ')
  if (name !== 'build') return ['npm run editions --', ...rootAsCalled(), command].join(' ')
  const options = [...rootAsCalled(), ...rest]
  return options.length > 0 ? `npm start -- ${options.join(' ')}` : 'npm start'
}

function isFromSources(): boolean {
  return extname(import.meta.url) === '.ts'
}

/** One on the path is called by its name; one that was installed beside the publication, by what installs it. */
function programName(): string {
  const { npm_command: npm, npm_config_user_agent: agent = '' } = process.env
  const called = process.argv[1] ?? ''
  const isOnPath = npm === undefined && basename(called) === 'editions' && basename(dirname(called)) !== '.bin'
  return isOnPath ? 'editions' : (RUNNERS[agent.split('/')[0]!] ?? RUNNERS['npm']!)
}

/** The root that was named, in quotation marks where a shell would part it. */
function rootAsCalled(): string[] {
  const given = process.argv.slice(2)
  const at = given.findIndex((each) => each === '--root' || each.startsWith('--root='))
  const root = at < 0 ? undefined : given[at] === '--root' ? given[at + 1] : given[at]!.slice('--root='.length)
  if (root === undefined) return []
  return ['--root', /^[\w@%+=:,./~-]+$/.test(root) ? root : `"${root.replaceAll(/["$`\\]/g, '\\$&')}"`]
}
