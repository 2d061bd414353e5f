import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLibrary } from '../../pipeline/catalog/library.ts'
import { statesOf } from '../../pipeline/catalog/states.ts'
import { readPublication } from '../../pipeline/publication.ts'

/**
 * Every call by which a command changes the disk meets its end and a fault: the first, the second, and so on, as many as the
 * command makes when it is left alone. Node wakes its threads by `write` as well, whose number varies: that call meets an end
 * alone, at about those that go to files. That a disk is full is proved in publish.test.ts, and here with
 * EDITIONS_PROVE_ALL=1.
 */
const FAULTS = ['signal=KILL', 'error=EIO', ...(process.env['EDITIONS_PROVE_ALL'] ? ['error=ENOSPC'] : [])]
const CASES = [
  ['write', 'signal=KILL'],
  ...['fsync', 'rename', 'unlink,rmdir', 'mkdir'].flatMap((call) => FAULTS.map((fault) => [call, fault] as const)),
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

const STRACE = ['strace', '-f', '--seccomp-bpf', '-qq', '-y', '-o', join(place, 'calls')]
const inject = (calls: string, fault: string, when: number): string[] => [
  ...STRACE, '-e', `trace=${calls}`, '-e', `inject=${calls}:${fault}:when=${when}`,
] // prettier-ignore

/** The calls of each thread, in their order. */
function callsByThread(): string[][] {
  const lines = readFileSync(join(place, 'calls'), 'utf8').split('\n')
  return [
    ...Map.groupBy(
      lines.filter((line) => /^\d+ +\w+\(/.test(line)),
      (line) => line.split(' ')[0]!,
    ).values(),
  ]
}

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
async function states(root: string): Promise<Record<string, number>> {
  const publication = await readPublication(root)
  const { documents } = await readLibrary(publication, publication.documents)
  const counts: Record<string, number> = { stale: 0, translated: 0, reviewed: 0 }
  for (const { document, ...texts } of documents)
    for (const { state } of statesOf('sq', document.segments, texts).values()) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

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
  /** The numbers of the calls of a kind, each as strace counts them: by thread. */
  let numbers: (calls: string) => readonly number[]

  const complete = (root: string): void => {
    expect(run(root, command).status).toBeLessThan(2)
    run(root, ['sync'])
  }

  const copy = (to: string): string => {
    const root = join(place, to)
    rmSync(root, { recursive: true, force: true })
    cpSync(origin, root, { recursive: true })
    return root
  }

  beforeAll(async () => {
    origin = join(place, 'origin')
    if (!existsSync(origin)) prepare()
    const whole = copy('whole')
    complete(whole)
    wanted = tree(whole)
    known = [await states(origin), await states(whole)]
    numbers = (calls) => {
      run(copy('struck'), command, [...STRACE, '-e', `trace=${calls}`])
      const found = callsByThread().flatMap((lines) =>
        lines.flatMap((line, at) => (calls !== 'write' || line.includes(`<${place}/`) ? [at + 1] : [])),
      )
      return [...new Set(found)].sort((a, b) => a - b)
    }
  })

  test.each(CASES)('with %s met by %s', async (calls, fault) => {
    const all = numbers(calls)
    if (calls === 'fsync' || calls === 'rename') expect(all.length).toBeGreaterThan(1)
    for (const when of all) {
      const root = copy('struck')
      const ran = run(root, command, inject(calls, fault, when))
      const present = await states(root)
      expect([name, when, known.map((each) => each['stale'])]).toEqual([name, when, expect.arrayContaining([present['stale']])])
      expect(Math.max(...known.map((each) => each['reviewed']! + each['translated']!))).toBeGreaterThanOrEqual(
        present['reviewed']! + present['translated']!,
      )
      if (ran.status === 2) expect(ran.said).toMatch(/reports an error|disk is full/)
      complete(root)
      expect([when, tree(root)]).toEqual([when, wanted])
    }
  })
})
