import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What the disk does to a build: it reports an error, or is full, or the build is killed. */
const MAIN = resolve('pipeline/cli/main.js')
const place = mkdtempSync(join(tmpdir(), 'editions-prove-publish-'))
afterAll(() => rmSync(place, { recursive: true }))

beforeAll(() => {
  if (spawnSync('sh', ['-c', 'command -v strace']).status !== 0) throw new Error('Missing: strace (the Debian package of this name)')
})

const build = (root: string, ...before: string[]) => {
  const [program, ...args] = [...before, 'node', MAIN, '--root', root, 'build', '--format', 'html']
  // System calls are counted by thread.
  return spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, UV_THREADPOOL_SIZE: '1' } })
}

type Tree = Readonly<Record<string, string>>

const published = (root: string): Tree =>
  Object.fromEntries(
    readdirSync(join(root, 'output'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(join(root, 'output').length + 1), readFileSync(path, 'latin1')]),
  )

/** The files of a tree but for the manifest, which alone says how far a build came. */
const contents = ({ 'manifest.json': _manifest, ...rest }: Tree): Tree => rest

/** A publication that was built, then edited. */
function edited(name: string): string {
  const root = join(place, name)
  mkdirSync(root)
  for (const file of ['templates', 'locales/en/site.json', 'locales/sq/site.json']) cpSync(file, join(root, file), { recursive: true })
  cpSync('tests/cases/base', root, { recursive: true })
  if (build(root).status !== 0) throw new Error('The publication cannot be built.')
  const source = join(root, 'content/paper/document.md')
  writeFileSync(source, `${readFileSync(source, 'utf8')}\nOne paragraph more.\n`)
  return root
}

let origin: string
let before: Tree
let after: Tree

beforeAll(() => {
  origin = edited('origin')
  before = published(origin)
  const whole = join(place, 'whole')
  cpSync(origin, whole, { recursive: true })
  if (build(whole).status !== 0) throw new Error('The edited publication cannot be built.')
  after = published(whole)
})

test('two pages, the sums and the manifest change with the edit', () => {
  expect(Object.keys(after).filter((path) => after[path] !== before[path])).toHaveLength(4)
})

describe.each(['fsync', 'rename'])('at any %s', (call) => {
  const inject = (root: string, fault: string, when: number) =>
    build(root, 'strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${when}`)

  /** Builds anew with the fault at the first call, at the second, and so on until none is left. Gives how many there were. */
  const atEach = (fault: string, look: (root: string, run: ReturnType<typeof build>) => void): number => {
    for (let when = 1; ; when++) {
      const root = join(place, `${call}-${fault}-${when}`)
      cpSync(origin, root, { recursive: true })
      const run = inject(root, fault, when)
      const isOver = run.signal === null && run.status === 0 && run.stdout !== ''
      if (!isOver) look(root, run)
      for (const [path, bytes] of Object.entries(contents(published(root)))) {
        // Writes under way, and the name of who publishes.
        if (/-[0-9a-f]{12}$/.test(path) || path === '.publishing') continue
        expect([path, before[path], after[path]]).toContain(bytes)
      }
      expect(build(root).status).toBe(0)
      expect(published(root)).toEqual(after)
      rmSync(root, { recursive: true })
      if (isOver) return when - 1
    }
  }

  test('a build that is killed leaves each file old or new, and the next one heals it', () => {
    expect(atEach('signal=KILL', (_root, { signal }) => expect(signal).toBe('SIGKILL'))).toBeGreaterThan(4)
  })

  test('a build that meets an I/O error names the path, and leaves no litter', () => {
    const faults = atEach('error=EIO', (root, { status, stderr }) => {
      expect(status).toBe(2)
      expect(stderr).toContain(join(root, 'output'))
      expect(stderr).toContain('the disk reports an error')
      expect(Object.keys(published(root)).filter((path) => !(path in before) && !(path in after))).toEqual([])
    })
    expect(faults).toBeGreaterThan(4)
  })
})

test('a full disk is named, and what was published still stands', () => {
  const disk = join(place, 'disk')
  const found = join(place, 'found')
  mkdirSync(disk)
  // A file beside the output fills the disk but for what a few blocks hold.
  const script = `
    mount -t tmpfs -o size=4m tmpfs ${disk} && cp -r ${origin}/. ${disk} && chmod -R u+w ${disk} || exit 9
    head -c 4m /dev/zero > ${disk}/filler
    node ${MAIN} --root ${disk} build --format html; code=$?
    cp -r ${disk} ${found}; exit $code`
  const { status, stderr } = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain(join(disk, 'output'))
  expect(stderr).toContain('the disk is full')
  expect(published(found)).toEqual(before)
})
