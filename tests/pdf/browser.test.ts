import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../pipeline/pdf/executable.ts'
import { noBrowser } from '../../pipeline/pdf/no-browser.ts'
import { TAGS, DOCUMENT } from '../build-once.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-browser-'))
afterAll(() => rmSync(place, { recursive: true }))

/** Runs a piece of code with variables of its own, and gives what it prints. */
function run(code: string, environment: NodeJS.ProcessEnv): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('node', ['--input-type=module', '-e', code], { encoding: 'utf8', env: { ...process.env, ...environment } })
}

const FIND = `
const { findBrowser } = await import(process.env.EXECUTABLE)
const { executable, origin } = await findBrowser(async () => process.env.CACHED).catch((error) => ({ executable: [error.problems[0].actual, error.problems[0].note].join('; '), origin: 'none' }))
console.log(JSON.stringify({ executable, origin }))`

const find = (environment: NodeJS.ProcessEnv): { executable: string; origin: string } =>
  JSON.parse(run(FIND, { EXECUTABLE: resolve('pipeline/pdf/executable.ts'), ...environment }).stdout)

/** A program that stands for a browser where none is started. */
function program(...path: string[]): string {
  const file = join(place, ...path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 })
  return file
}

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('the pinned browser', () => {
  test('unpacks once into a folder of the user’s own, and heals when it is damaged', () => {
    const cache = { XDG_CACHE_HOME: join(place, 'cache') }
    const { executable, origin } = find(cache)
    expect(origin).toBe('pinned')
    expect(executable.startsWith(join(place, 'cache', 'editions', 'chromium-'))).toBe(true)
    expect(statSync(join(executable, '..')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(place, 'cache', 'editions'))).toHaveLength(1)
    const { size, mtimeMs } = statSync(executable)
    const whole = sha256(executable)
    expect(find(cache).executable).toBe(executable)
    expect(statSync(executable).mtimeMs).toBe(mtimeMs)
    // A page of zeros, of the same size, in a program that may not be run.
    const handle = openSync(executable, 'r+')
    writeSync(handle, Buffer.alloc(4096), 0, 4096, 50 * 4096)
    closeSync(handle)
    chmodSync(executable, 0o600)
    expect(find(cache).executable).toBe(executable)
    expect(statSync(executable)).toMatchObject({ size, mode: 0o100_700 })
    expect(sha256(executable)).toBe(whole)
  })

  test('does not enter a folder that others can write', () => {
    const own = find({ XDG_CACHE_HOME: join(place, 'cache') }).executable
    const folder = join(place, 'open', 'editions', own.split('/').at(-2)!)
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o777)
    const { executable, origin } = find({ XDG_CACHE_HOME: join(place, 'open') })
    expect(origin).toBe('none')
    expect(executable).toContain('can be written by others')
  })
})

describe('where the pinned browser is not installed', () => {
  const away = join(place, 'away')
  const executable = join(away, 'pipeline', 'pdf', 'executable.ts')
  const nowhere = { EXECUTABLE: executable, PATH: dirname(process.execPath) }
  beforeAll(() => {
    cpSync('pipeline', join(away, 'pipeline'), { recursive: true })
    mkdirSync(join(away, 'node_modules'))
    for (const name of readdirSync('node_modules').filter((each) => each !== '@sparticuz'))
      symlinkSync(resolve('node_modules', name), join(away, 'node_modules', name))
  })

  test('puppeteer’s is taken, then one on the path', () => {
    const chromium = program('bin', 'chromium')
    const cached = program('cached', 'chrome')
    const path = `${nowhere.PATH}:${dirname(chromium)}`
    expect(find({ ...nowhere, PATH: path, CACHED: cached })).toEqual({ executable: cached, origin: 'puppeteer’s cache' })
    expect(find({ ...nowhere, PATH: path })).toEqual({ executable: chromium, origin: 'the path' })
  })

  test('and there is none, the failure says what to install', () => {
    const { executable: said, origin } = find(nowhere)
    expect(origin).toBe('none')
    expect(said).toMatch(/^linux .*; (?:Run npm install .* Or: )?Install Chromium .*, or set EDITIONS_BROWSER .* --format html/)
    for (const platform of ['darwin', 'win32'])
      expect(noBrowser(platform).problems[0]!.note).toMatch(/^Install Google Chrome .*EDITIONS_BROWSER/)
    expect(noBrowser('linux', 'arm64').problems[0]!.note).toMatch(/^Install Chromium/)
    expect(noBrowser('linux', 'x64').problems[0]!.note).toMatch(/^Run npm install once more/)
  })
})

test('where the browser cannot be unpacked, the failure names the folder and the cause', () => {
  const folder = join(place, 'taken')
  writeFileSync(folder, '')
  const { executable: found, origin } = find({ XDG_CACHE_HOME: folder })
  expect(origin).toBe('none')
  expect(found).toMatch(/ENOTDIR.*taken/)
})

describe('EDITIONS_BROWSER', () => {
  test('is taken before any other', () => {
    const browser = program('browser')
    expect(find({ EDITIONS_BROWSER: browser })).toEqual({ executable: browser, origin: 'EDITIONS_BROWSER' })
  })

  test('that names nothing is a failure with its remedy, which writes nothing; web pages need no browser', () => {
    const out = join(place, 'out')
    const build = (format: string) =>
      spawnSync('node', [resolve('pipeline/cli/main.js'), 'build', '--out', out, '--format', format], {
        encoding: 'utf8',
        env: { ...process.env, EDITIONS_BROWSER: '/nowhere/chrome' },
      })
    const failed = build('html,pdf')
    expect(failed.status).toBe(2)
    expect(failed.stderr).toContain('/nowhere/chrome')
    expect(failed.stderr).toMatch(/remedy +Correct the variable/)
    expect(existsSync(out)).toBe(false)
    expect(build('html').status).toBe(0)
    for (const tag of TAGS) expect(readdirSync(join(out, tag, DOCUMENT))).toEqual(['index.html'])
  })
})

test('printing leaves nothing in the working directory', () => {
  const folder = mkdtempSync(join(place, 'working-'))
  const code = `
import { openBrowserPool } from '${resolve('pipeline/pdf/browser-pool.ts')}'
const pool = await openBrowserPool()
await pool.withPage('<!doctype html><html lang="en"><title>t</title><p>x</p>', (sheet) => sheet.print())
await pool.close()`
  const { status } = spawnSync('node', ['--input-type=module', '-e', code], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: join(place, 'cache') },
  })
  expect(status).toBe(0)
  expect(readdirSync(folder)).toEqual([])
})

test('a build leaves no process behind', () => {
  const marker = `editions-${process.pid}-${Date.now()}`
  const code = `
import { openBrowserPool } from '${resolve('pipeline/pdf/browser-pool.ts')}'
const pool = await openBrowserPool()
await pool.withPage('<!doctype html><html lang="en"><title>t</title><p>x</p>', async () => undefined)
await pool.close()`
  expect(run(code, { EDITIONS_TEST_MARKER: marker }).status).toBe(0)
  const alive = spawnSync('sh', ['-c', `grep -lz "^EDITIONS_TEST_MARKER=${marker}$" /proc/[0-9]*/environ 2>/dev/null`], {
    encoding: 'utf8',
  }).stdout
  expect(alive).toBe('')
})

test('the browser is found without being asked for', async () => {
  expect(['pinned', 'EDITIONS_BROWSER']).toContain((await findBrowser(async () => undefined)).origin)
})
