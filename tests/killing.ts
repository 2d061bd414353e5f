import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cacheWithBrowser } from './browser-cache.ts'
import { browsersOf } from './processes.ts'

/** What is killed, at a random moment of a build: the build itself, the browser, or a page’s process. */
const VICTIMS = ['build', 'browser', 'renderer'] as const

/** What rounds of killing came to. `faults` names what must not be; none is right. */
export interface Killing {
  readonly struck: Readonly<Record<(typeof VICTIMS)[number], number>>
  readonly faults: readonly string[]
}

type Files = ReadonlyMap<string, string>

/**
 * Builds two versions of the real publication into one folder by turns, and kills at random. Looks each time whether
 * every edition in the folder is wholly the old one or the new one, and no process is left; and in the end whether one
 * more build makes the folder what it should be, without litter.
 */
export async function killAtRandom(rounds: number, random: () => number): Promise<Killing> {
  const place = mkdtempSync(join(tmpdir(), 'editions-killing-'))
  const cache = cacheWithBrowser()
  const struck = { build: 0, browser: 0, renderer: 0 }
  const faults: string[] = []
  try {
    const out = join(place, 'out')
    const env = { ...process.env, XDG_CACHE_HOME: cache.folder }
    // What is kept of earlier builds would spare the browser.
    const forget = (): void => {
      for (const kept of ['store', 'builds']) rmSync(join(cache.folder, 'editions', kept), { recursive: true, force: true })
    }
    const versions = ['2018-06-08', '2019-07-09'].map((date) => makeVersion(place, date))
    let usual = 0
    const whole = versions.map((root) => {
      forget()
      const start = performance.now()
      const { status, stderr } = spawnSync('node', command(root, out), { encoding: 'utf8', env })
      usual = performance.now() - start
      if (status !== 0) throw new Error(`The build ended with ${status}: ${stderr}`)
      return filesOf(out)
    })

    for (let round = 0; round < rounds; round++) {
      const target = round % 2
      const victim = VICTIMS[round % VICTIMS.length]!
      forget()
      const build = spawn('node', command(versions[target]!, out), { stdio: 'ignore', env })
      const ended = new Promise<number | null>((resolveEnd) => void build.on('exit', resolveEnd))
      const browsers = new Set<number>()
      // The browser comes to life after a while: its killer waits for it.
      const moment = performance.now() + random() * usual
      while (build.exitCode === null && build.signalCode === null && performance.now() < moment + 2 * usual) {
        const found = browsersOf(build.pid!)
        for (const { pid } of found) browsers.add(pid)
        const doomed = victim === 'build' ? [build.pid!] : found.filter(({ role }) => role === victim).map(({ pid }) => pid)
        if (performance.now() >= moment && doomed.length > 0) {
          for (const pid of doomed) if (kill(pid)) struck[victim]++
          break
        }
        await pause(5)
      }
      const status = await ended
      const name = `round ${round + 1}, the ${victim} killed`
      // The browser’s processes see their driver gone, and end.
      for (let wait = 0; wait < 200 && [...browsers].some(isAlive); wait++) await pause(50)
      if ([...browsers].some(isAlive)) faults.push(`${name}: a process is left`)
      faults.push(...mixtures(filesOf(out), whole).map((edition) => `${name}: ${edition}`))
      if (victim !== 'build' && status !== 0) faults.push(`${name}: the build ended with ${status}`)
      if (status === 0 && !same(filesOf(out), whole[target]!)) faults.push(`${name}: the build succeeded, but its files are others`)
    }
    spawnSync('node', command(versions[0]!, out), { env })
    if (!same(filesOf(out), whole[0]!)) faults.push('the next build does not heal the folder')
    return { struck, faults }
  } finally {
    cache.remove()
    rmSync(place, { recursive: true })
  }
}

const command = (root: string, out: string): string[] => [resolve('pipeline/cli/main.js'), '--root', root, 'build', '--out', out]

/** The real publication in some of its languages, with another date, which every edition shows. */
function makeVersion(place: string, date: string): string {
  const root = join(place, date)
  for (const folder of ['content', 'locales', 'templates']) cpSync(folder, join(root, folder), { recursive: true })
  const document = join(root, 'content/conference-summary/document.md')
  writeFileSync(document, readFileSync(document, 'utf8').replace(/^date: .*$/m, `date: ${date}`))
  const settings = join(root, 'content/publication.yaml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^editions: .*$/m, 'editions: [sr-Latn, en]'))
  return root
}

function filesOf(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')]
    }),
  )
}

/** Editions that are of neither version whole. What a build that was cut short left beside them is litter, not theirs. */
function mixtures(files: Files, whole: readonly Files[]): string[] {
  const editions = new Set(
    [...whole[0]!.keys()].filter((path) => path.split('/').length === 3).map((path) => path.slice(0, path.lastIndexOf('/'))),
  )
  return [...editions].flatMap((edition) => {
    const isOf = (version: Files): boolean =>
      [...version].every(([path, bytes]) => !path.startsWith(`${edition}/`) || files.get(path) === bytes)
    return whole.some(isOf) ? [] : [`${edition} is neither the old edition nor the new one`]
  })
}

function same(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([path, bytes]) => b.get(path) === bytes)
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    // A process that has ended and was not waited for has no command any more.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}
