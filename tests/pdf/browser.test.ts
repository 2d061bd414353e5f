import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../pipeline/pdf/executable.ts'
import { TAGS, DOCUMENT } from '../build-once.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-browser-'))
afterAll(() => rmSync(place, { recursive: true }))

/** Runs a piece of code with variables of its own, and gives what it prints. */
function run(code: string, environment: NodeJS.ProcessEnv): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('node', ['--input-type=module', '-e', code], { encoding: 'utf8', env: { ...process.env, ...environment } })
}

const FIND = `
import { findBrowser } from '${resolve('pipeline/pdf/executable.ts')}'
const { executable, origin } = await findBrowser(async () => undefined).catch((error) => ({ executable: error.problems?.[0].note ?? error.message, origin: 'none' }))
console.log(JSON.stringify({ executable, origin }))`

const find = (environment: NodeJS.ProcessEnv): { executable: string; origin: string } => JSON.parse(run(FIND, environment).stdout)

describe('the pinned browser', () => {
  test('unpacks once into a folder of the user’s own, and heals when it is damaged', () => {
    const cache = { XDG_CACHE_HOME: join(place, 'cache') }
    const { executable, origin } = find(cache)
    expect(origin).toBe('pinned')
    expect(executable.startsWith(join(place, 'cache', 'editions', 'chromium-'))).toBe(true)
    expect(statSync(join(executable, '..')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(place, 'cache', 'editions'))).toHaveLength(1)
    const { size, mtimeMs } = statSync(executable)
    expect(find(cache).executable).toBe(executable)
    expect(statSync(executable).mtimeMs).toBe(mtimeMs)
    truncateSync(executable, 1000)
    expect(find(cache).executable).toBe(executable)
    expect(statSync(executable).size).toBe(size)
  })

  test('does not enter a folder that others can write', () => {
    const own = find({ XDG_CACHE_HOME: join(place, 'cache') }).executable
    const folder = join(place, 'open', 'editions', own.split('/').at(-2)!)
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o777)
    const { executable, origin } = find({ XDG_CACHE_HOME: join(place, 'open') })
    expect(origin).toBe('none')
    expect(executable).toContain('not a folder of this user')
  })
})

describe('EDITIONS_BROWSER', () => {
  test('is taken before any other', () => {
    const program = join(place, 'browser')
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
    expect(find({ EDITIONS_BROWSER: program })).toEqual({ executable: program, origin: 'EDITIONS_BROWSER' })
  })

  test('that names nothing is a failure with its remedy, which writes nothing; web pages need no browser', () => {
    const out = join(place, 'out')
    const build = (format: string) =>
      spawnSync('node', [resolve('pipeline/cli/main.ts'), 'build', '--out', out, '--format', format], {
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
import { openPress } from '${resolve('pipeline/pdf/press.ts')}'
const press = await openPress()
await press.withSheet('<!doctype html><html lang="en"><title>t</title><p>x</p>', (sheet) => sheet.print())
await press.close()`
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
import { openPress } from '${resolve('pipeline/pdf/press.ts')}'
const press = await openPress()
await press.withSheet('<!doctype html><html lang="en"><title>t</title><p>x</p>', async () => undefined)
await press.close()`
  expect(run(code, { EDITIONS_TEST_MARKER: marker }).status).toBe(0)
  const alive = spawnSync('sh', ['-c', `grep -lz "^EDITIONS_TEST_MARKER=${marker}$" /proc/[0-9]*/environ 2>/dev/null`], {
    encoding: 'utf8',
  }).stdout
  expect(alive).toBe('')
})

test('the browser is found without being asked for', async () => {
  expect(['pinned', 'EDITIONS_BROWSER']).toContain((await findBrowser(async () => undefined)).origin)
})
