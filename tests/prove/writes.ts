import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTextCollection } from '../../pipeline/catalog/text-collection.ts'
import { statesOf } from '../../pipeline/catalog/states.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { provesAll, sampleOf, STEP } from './sample.ts'
import { CHANGING, parseCalls, parseTrace, attached, killing, repeat, repeatWithoutPower, tracing, type Call } from './calls.ts'
import { openCommands, type Commands } from '../commands.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'
import { litterIn, runTraced, treeOf, type Tree } from './commands.ts'

/**
 * A command is ended after each of its calls that change the disk, and each of them is refused. What the disk is like when a
 * command has ended follows from its calls: they are recorded once and made anew, up to each of them, which takes no time;
 * that this is so is seen at each rename, where it is killed indeed. Every refusal is a run of its own, in a process that is
 * there; where a lock cannot be removed, in one that ends, as its lock says. Writes are refused by a
 * disk that is full after so many pages: strace would count those to files together with those by which Node wakes its threads.
 * Of the moments a sample is tried; with EDITIONS_PROVE_ALL=1 all are, and the disk is full at the other calls, too.
 */
const ERRORS = ['EIO', ...(provesAll ? ['ENOSPC'] : [])]
const REFUSED = ['fsync', 'rename', 'unlink', 'rmdir', 'mkdir']

const MAIN = resolve('pipeline/cli/main.js')
const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'editions-prove-writes-'))
const LOG = join(place, 'calls')
/** One place for all runs: locks go by it. */
const root = join(place, 'publication')
const env = { ...process.env, UV_THREADPOOL_SIZE: '1', XDG_CACHE_HOME: join(place, 'cache') }
const LOCKS = join(place, 'cache/editions/locks')

/** The disk that gets full. */
const DISK = join(place, 'disk')

let commands: Commands
let disk: SmallDisk
beforeAll(() => {
  if (spawnSync('sh', ['-c', 'command -v strace']).status !== 0) throw new Error('Missing: strace (the Debian package of this name)')
  commands = openCommands(env)
  disk = openSmallDisk(DISK, env)
})
afterAll(() => {
  commands.close()
  disk.close()
  rmSync(place, { recursive: true })
})

/** Runs a command as a person does; with one thread for the disk, so that its calls have one order. */
function run(command: readonly string[], before: readonly string[] = []) {
  const [program, ...args] = [...before, 'node', MAIN, '--root', root, ...command]
  const { status, signal, stdout, stderr } = spawnSync(program!, args, { encoding: 'utf8', env })
  return { status, signal, said: stdout + stderr }
}

/** The same in a process that is there. */
const again = (command: readonly string[]) => commands.run(['--root', root, ...command])

/** The same, while strace does with its calls what is said to it. */
async function traced(command: readonly string[], strace: readonly string[]) {
  const { status, stdout, stderr } = await runTraced(commands, ['--root', root, ...command], strace)
  return { status, said: stdout + stderr }
}

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))

const tree = (): Tree => treeOf(root)
const litter = (): string[] => litterIn(tree())

/** Counts of an edition’s texts by state: of a command that was cut short, none may answer more than before or after it. */
async function states(): Promise<Record<string, number>> {
  const publication = await readPublication(root)
  const { documents } = await readTextCollection(publication, publication.documents)
  const counts: Record<string, number> = { stale: 0, translated: 0, reviewed: 0 }
  for (const { document, ...texts } of documents)
    for (const { state } of statesOf('sq', document.segments, texts).values()) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** The next command comes a minute later: one that has not told its name after some seconds is waited for no longer. */
function later(): void {
  const then = new Date(Date.now() - 60_000)
  for (const lock of Object.keys(locks())) utimesSync(lock, then, then)
}

/** Path → content of the locks that are there. */
function locks(): Readonly<Record<string, string>> {
  const paths = [join(root, 'output/.publishing'), ...(existsSync(LOCKS) ? readdirSync(LOCKS).map((name) => join(LOCKS, name)) : [])]
  return Object.fromEntries(paths.filter((path) => existsSync(path)).map((path) => [path, readFileSync(path, 'utf8')]))
}

/** A publication as it is before a command, and the same with its document in another folder. */
const ORIGINS = { edited: join(place, 'edited'), renamed: join(place, 'renamed') } as const

/** A publication with stale texts, and slips to mend in them and in others; then its English is edited. */
function prepare(): void {
  cpSync('locales/sq/site.json', join(root, 'locales/sq/site.json'))
  cpSync('tests/cases/base', root, { recursive: true })
  const source = 'content/paper/document.md'
  edit('content/publication.yaml', (text) => `${text}versions: yes\n`)
  edit(source, (text) => `${text}\nOne paragraph more.\n\nStale is this one.\n`)
  if (run(['sync']).status !== 0) throw new Error('The publication cannot be synced.')
  edit('locales/sq/paper.json', (text) =>
    text.replace('"": ""', '').replaceAll(/"(first\.(?:one-paragraph|stale)[^"]*)": ""/g, '"$1": "Një  paragraf  ($1)."'),
  )
  run(['sync'])
  run(['build', '--format', 'html'])
  edit(source, (text) => text.replace('Stale is this one.', 'Stale is this one, since it has 7 words more than before.'))
  run(['sync'])
  edit(source, (text) => text.replace('One *emphasized* sentence.', 'One *emphasized* sentence of six words.'))
  // The edition that was built becomes a former version.
  edit(source, (text) => text.replace(/^date: .*/m, 'date: 2027-01-02'))
  cpSync(root, ORIGINS.edited, { recursive: true })
  renameSync(join(root, 'content/paper'), join(root, 'content/report'))
  renameSync(root, ORIGINS.renamed)
}

/** Proves a command on a publication of which that is so. */
export function proveWritesOf(line: string, state: keyof typeof ORIGINS): void {
  describe(`${line}, the document ${state}`, () => {
    proveWrites(line, state)
  })
}

function proveWrites(line: string, state: keyof typeof ORIGINS): void {
  const command = line.split(' ')
  const origin = ORIGINS[state]
  let calls: readonly Call[]
  /** What was there, what the command leaves, and what is there when it and a sync have run after whatever happened to it. */
  let before: Tree
  let left: Tree
  let wanted: Tree
  let known: readonly Record<string, number>[]

  const restore = (): void => {
    rmSync(root, { recursive: true, force: true })
    rmSync(LOCKS, { recursive: true, force: true })
    cpSync(origin, root, { recursive: true })
  }

  const complete = (): void => {
    expect(again(command).status).toBeLessThan(2)
    again(['sync'])
  }

  beforeAll(async () => {
    if (!existsSync(ORIGINS.edited)) prepare()
    restore()
    before = tree()
    run(command, [...tracing(LOG), '-e', `trace=${CHANGING}`])
    calls = parseCalls(LOG, [root, LOCKS])
    left = tree()
    complete()
    wanted = tree()
    known = [await states()]
    restore()
    known = [await states(), ...known]
  })

  /** The disk as it was at moments that were found sound. At many moments it is as it was at another, such as after a flush. */
  const sound = new Set<string>()

  /** What is published is old or new, nothing answers more than it did or will, and the next command makes it whole. */
  const expectSound = async (moment: unknown): Promise<void> => {
    const found = JSON.stringify([tree(), locks()])
    if (sound.has(found)) return
    const published = Object.entries(tree()).filter(([path]) => /^output\/(?!manifest\.json|.*\.unfinished$)/.test(path))
    for (const [path, bytes] of published) expect([before[path], left[path]]).toContain(bytes)
    const present = await states()
    const answering = ({ translated, reviewed }: Record<string, number>): number => translated! + reviewed!
    expect([moment, known.map(({ stale }) => stale)]).toEqual([moment, expect.arrayContaining([present['stale']])])
    expect(answering(present)).toBeLessThanOrEqual(Math.max(...known.map(answering)))
    later()
    complete()
    expect([moment, tree()]).toEqual([moment, wanted])
    sound.add(found)
  }

  test('its calls, made anew, leave what it left', () => {
    for (const name of ['create', 'write', 'fsync', 'rename']) expect(calls.filter((call) => call.name === name).length).toBeGreaterThan(1)
    for (const make of [repeat, repeatWithoutPower]) {
      restore()
      make(calls)
      expect(tree()).toEqual(left)
    }
  })

  test('ended after any call, or in the midst of a write', async () => {
    const ends = calls.flatMap((call, at) => {
      const made = calls.slice(0, at)
      return call.name === 'write' ? [made, [...made, { ...call, bytes: call.bytes.subarray(0, call.bytes.length / 2) }]] : [made]
    })
    expect(ends.length).toBeGreaterThan(calls.length)
    for (const end of sampleOf(ends)) {
      restore()
      repeat(end)
      await expectSound(end.at(-1))
    }
  })

  test('without power after any call', async () => {
    expect(calls.some(({ name }) => name === 'fsync')).toBe(true)
    for (const at of sampleOf([...calls.keys()])) {
      restore()
      repeatWithoutPower(calls.slice(0, at))
      await expectSound(calls[at])
    }
  })

  test('killed at a rename, it leaves what the calls before it left', async () => {
    const renames = [...calls.keys()].filter((at) => calls[at]!.name === 'rename')
    for (const [nth, at] of sampleOf([...renames.entries()])) {
      restore()
      repeat(calls.slice(0, at))
      const expected = tree()
      restore()
      const { signal } = run(command, [...killing(LOG), '-e', 'trace=rename', '-e', `inject=rename:signal=KILL:when=${nth + 1}`])
      expect([nth, signal, tree()]).toEqual([nth, 'SIGKILL', expected])
      await expectSound(calls[at])
    }
  })

  test.each(REFUSED.flatMap((call) => ERRORS.map((error) => [call, error] as const)))('%s refused with %s', async (call, error) => {
    const runWith = async (...options: readonly string[]) =>
      call === 'unlink'
        ? run(command, [...tracing(LOG), '-e', `trace=${call}`, ...options])
        : traced(command, [...attached(LOG), '-e', `trace=${call}`, ...options])
    restore()
    await runWith()
    const threads = Map.groupBy(parseTrace(LOG), ({ thread }) => thread)
    const most = Math.max(...[...threads.values()].map(({ length }) => length))
    for (const when of sampleOf(Array.from({ length: most }, (_, at) => at + 1))) {
      restore()
      const { status, said } = await runWith('-e', `inject=${call}:error=${error}:when=${when}`)
      expect(parseTrace(LOG).filter(({ injected }) => injected).length).toBeGreaterThan(0)
      if (status === 2) expect(said).toMatch(new RegExp(`${root}/.*(reports an error|disk is full)`))
      if (call !== 'unlink') expect(litter()).toEqual([])
      await expectSound([call, when])
    }
  })

  test('on a disk that gets full', async () => {
    let refused = 0
    for (let pages = 0; ; pages += provesAll ? 1 : STEP) {
      const { status, said } = disk.run(origin, command, pages, root)
      if (status !== 2) break
      expect(said).toMatch(new RegExp(`${DISK}/.*disk is full`))
      expect(litter()).toEqual([])
      refused++
      await expectSound(pages)
    }
    expect(refused).toBeGreaterThan(0)
  })
}
