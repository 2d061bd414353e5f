import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENT } from '../build-once.ts'
import { usualCommands } from '../commands.ts'
import { provesAll, STEP } from './sample.ts'

/** Tools from Debian, each in the package of its name. */
const TOOLS = ['git', 'strace']

beforeAll(() => {
  const absent = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)
  if (absent.length > 0) throw new Error(`Missing: ${absent.join(', ')} (Debian packages of these names)`)
})

const MAIN = resolve('pipeline/cli/main.js')
const places: string[] = []
afterAll(() => places.forEach((place) => rmSync(place, { recursive: true })))

/** A copy of the publication, synced. */
function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'editions-prove-sync-'))
  places.push(root)
  for (const part of ['content', 'locales', 'templates']) cpSync(part, join(root, part), { recursive: true })
  sync(root)
  return root
}

function sync(root: string): void {
  const { status, stderr } = usualCommands().run(['--root', root, 'sync'])
  expect([status, stderr]).toEqual([0, ''])
}

function edit(root: string, file: string, ...changes: (readonly [string, string])[]): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  expect(changes.filter(([before]) => !text.includes(before))).toEqual([])
  writeFileSync(
    path,
    changes.reduce((each, [before, after]) => each.replace(before, after), text),
  )
}

const SOURCE = `content/${DOCUMENT}/document.md`
const files = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, 'locales'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, readFileSync(join(root, 'locales', name), 'utf8')]),
  )

describe('what two people sync', () => {
  const git = (root: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: root, encoding: 'utf8' })

  test('merges in git, when they edited neighbouring paragraphs', () => {
    const root = copy()
    git(root, 'init', '-q', '-b', 'main')
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'both')
    git(root, 'checkout', '-qb', 'theirs')
    edit(root, SOURCE, [
      'Online radicalisation, in the Western Balkans too, cannot',
      'In the Western Balkans too, online radicalisation cannot',
    ])
    sync(root)
    git(root, 'commit', '-qam', 'theirs')
    git(root, 'checkout', '-q', 'main')
    edit(
      root,
      SOURCE,
      ['Read together, the three conclusions move', 'Taken together, the three conclusions move'],
      ['Three speakers took up', 'Three people took up'],
    )
    sync(root)
    git(root, 'commit', '-qam', 'ours')
    git(root, 'merge', '-q', '--no-edit', 'theirs')
    const merged = files(root)
    sync(root)
    expect(files(root)).toEqual(merged)
    expect(git(root, 'status', '--short')).toBe('')
  })
})

describe('a sync that is killed', () => {
  let before: string
  let after: Record<string, string>

  /** Edits, retires, splits, and brings a retired text back. */
  const change = (root: string): void => {
    edit(
      root,
      SOURCE,
      ['Nineteen people', 'Eighteen people'],
      ['. It took place within', '.\n\nIt took place within'],
      ['2. influencing policy;\n', ''],
      ['A paragraph for the time being that nobody needs any longer.', 'It is language that holds this virtual space together.'],
    )
  }

  beforeAll(() => {
    before = copy()
    edit(before, SOURCE, [
      'It is language that holds this virtual space together.',
      'A paragraph for the time being that nobody needs any longer.',
    ])
    sync(before)
    const whole = join(before, '..', `${before.split('/').at(-1)}-whole`)
    places.push(whole)
    cpSync(before, whole, { recursive: true })
    change(whole)
    sync(whole)
    after = files(whole)
  })

  /** Every text of a translation, wherever it stands. */
  const texts = (root: string): Set<string> =>
    new Set(
      Object.entries(files(root))
        .filter(([name]) => !name.includes('en/'))
        .flatMap(([name, text]): string[] => {
          const value: unknown = JSON.parse(text)
          return name.startsWith('ledger/')
            ? Object.values((value as { translations: Record<string, { retired?: { text: string }[] }> }).translations).flatMap(
                ({ retired = [] }) => retired.map((each) => each.text),
              )
            : Object.values(value as Record<string, string>)
        }),
    )

  test('at its renames has lost nothing, and the next one completes it', () => {
    let killed = 0
    for (let rename = 1; ; rename += provesAll ? 1 : STEP) {
      const root = mkdtempSync(join(tmpdir(), 'editions-prove-kill-'))
      places.push(root)
      cpSync(before, root, { recursive: true })
      change(root)
      const known = texts(root)
      const { signal, error } = spawnSync(
        'strace',
        [
          '-f',
          '-qq',
          '-o',
          '/dev/null',
          '-e',
          'trace=rename,renameat,renameat2',
          '-e',
          `inject=rename,renameat,renameat2:signal=KILL:when=${rename}`,
          'node',
          MAIN,
          '--root',
          root,
          'sync',
        ],
        // Renames are counted by thread.
        { encoding: 'utf8', env: { ...process.env, UV_THREADPOOL_SIZE: '1' } },
      )
      expect(error).toBeUndefined()
      expect([...known].filter((text) => !texts(root).has(text))).toEqual([])
      sync(root)
      expect(files(root)).toEqual(after)
      if (signal === null) break
      killed++
    }
    expect(killed).toBeGreaterThan(1)
  })
})
