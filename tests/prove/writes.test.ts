import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * Every call by which a command changes the disk meets its end or a fault, the first, the second, and so on until none is
 * left. Node wakes its threads by `write`, which therefore meets an end alone; that a disk is full is proved in publish.test.ts.
 */
const CASES = [
  ['write', 'signal=KILL'],
  ...['fsync', 'rename', 'unlink,rmdir', 'mkdir'].flatMap((call) =>
    ['signal=KILL', 'error=EIO', 'error=ENOSPC'].map((fault) => [call, fault] as const),
  ),
] as const

const MAIN = resolve('pipeline/cli/main.js')
const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'editions-prove-writes-'))
afterAll(() => rmSync(place, { recursive: true }))

beforeAll(() => {
  if (spawnSync('sh', ['-c', 'command -v strace']).status !== 0) throw new Error('Missing: strace (the Debian package of this name)')
})

interface Ran {
  readonly status: number | null
  readonly signal: string | null
  readonly said: string
}

/** Runs a command; with one thread for the disk, so that its calls are counted in their order. */
function run(root: string, command: readonly string[], before: readonly string[] = []): Ran {
  const [program, ...args] = [...before, 'node', MAIN, '--root', root, ...command]
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', XDG_CACHE_HOME: join(place, 'cache') }
  const { status, signal, stdout, stderr } = spawnSync(program!, args, { encoding: 'utf8', env })
  return { status, signal, said: stdout + stderr }
}

const inject = (calls: string, fault: string, when: number): string[] =>
  ['strace', '-f', '-qq', '-o', join(place, 'calls'), '-e', `trace=${calls}`, '-e', `inject=${calls}:${fault}:when=${when}`] // prettier-ignore

const edit = (root: string, file: string, change: (text: string) => string): void =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))

type Tree = Readonly<Record<string, string>>
const tree = (root: string): Tree =>
  Object.fromEntries(
    ['locales', 'output'].flatMap((folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')])
        : [],
    ),
  )

/** Counts of an edition’s texts by state: of a command that was cut short, none may answer more than before or after it. */
const states = (root: string): Record<string, number> =>
  (JSON.parse(run(root, ['status', '--json']).said) as { paper: { sq: Record<string, number> } }).paper.sq

/** A publication with stale texts, and slips to mend in them and in others; then its English is edited. */
function prepare(): string {
  const root = join(place, 'origin')
  for (const file of ['templates', 'locales/en/site.json', 'locales/sq/site.json']) cpSync(file, join(root, file), { recursive: true })
  cpSync('tests/cases/base', root, { recursive: true })
  const source = 'content/paper/document.md'
  edit(root, source, (text) => `${text}\nOne paragraph more.\n\nStale is this one.\n`)
  if (run(root, ['sync']).status !== 0) throw new Error('The publication cannot be synced.')
  edit(root, 'locales/sq/paper.json', (text) =>
    text.replace('"": ""', '').replaceAll(/"(first\.(?:one-paragraph|stale)[^"]*)": ""/g, '"$1": "Një  paragraf  ($1)."'),
  )
  run(root, ['sync'])
  run(root, ['build', '--format', 'html'])
  edit(root, source, (text) => text.replace('Stale is this one.', 'Stale is this one, since it has 7 words more than before.'))
  run(root, ['sync'])
  edit(root, source, (text) => text.replace('One *emphasized* sentence.', 'One *emphasized* sentence of six words.'))
  return root
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  sync: ['sync'],
  'check --fix': ['check', '--fix', '--edition', 'sq', '--rule', 'spacing'],
  accept: ['accept', '--edition', 'sq', 'first.one-paragraph-more'],
  review: ['review', '--edition', 'sq', '--all'],
  build: ['build', '--format', 'html'],
}

describe.each(Object.entries(COMMANDS))('%s', (name, command) => {
  let origin: string
  let wanted: Tree
  let known: readonly Record<string, number>[]

  const complete = (root: string): void => {
    expect(run(root, command).status).toBeLessThan(2)
    run(root, ['sync'])
  }

  beforeAll(() => {
    origin = join(place, 'origin')
    if (!existsSync(origin)) prepare()
    const whole = join(place, 'whole')
    rmSync(whole, { recursive: true, force: true })
    cpSync(origin, whole, { recursive: true })
    complete(whole)
    wanted = tree(whole)
    known = [states(origin), states(whole)]
  })

  test.each(CASES)('with %s met by %s', (calls, fault) => {
    let struck = 0
    for (let when = 1; ; when++) {
      const root = join(place, 'struck')
      rmSync(root, { recursive: true, force: true })
      cpSync(origin, root, { recursive: true })
      const ran = run(root, command, inject(calls, fault, when))
      const isStruck = readFileSync(join(place, 'calls'), 'utf8').includes('(INJECTED)') || ran.signal === 'SIGKILL'
      if (isStruck) struck++
      const present = states(root)
      expect([name, when, known.map((each) => each['stale'])]).toEqual([name, when, expect.arrayContaining([present['stale']])])
      expect(Math.max(...known.map((each) => each['reviewed']! + each['translated']!))).toBeGreaterThanOrEqual(
        present['reviewed']! + present['translated']!,
      )
      if (ran.status === 2) expect(ran.said).toMatch(/reports an error|disk is full/)
      complete(root)
      expect([when, tree(root)]).toEqual([when, wanted])
      if (!isStruck) break
    }
    if (calls === 'fsync' || calls === 'rename') expect(struck).toBeGreaterThan(1)
  })
})
