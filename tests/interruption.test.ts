import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browsersOf } from './processes.ts'

let place: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'editions-interruption-'))
})
afterEach(() => rmSync(place, { recursive: true }))

const SOON = { timeout: 60_000, interval: 10 }

test.each([
  ['SIGINT', 'works', undefined],
  ['SIGTERM', 'hangs', 'browser'],
  ['SIGINT', 'hangs', 'browser'],
  ['SIGHUP', 'has a page that hangs', 'renderer'],
] as const)('%s ends a build whose browser %s, and every process of it, without a word', async (signal, _, hanging) => {
  const build = spawn('node', [resolve('pipeline/cli/main.js'), 'build', '--out', join(place, 'out')], { detached: true })
  const said: string[] = []
  for (const stream of [build.stdout, build.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const ended = new Promise((end) => build.on('close', (_code, by) => end(by)))
  const all = await vi.waitFor(() => {
    const found = browsersOf(build.pid!)
    if (!found.some(({ role }) => role === 'renderer')) throw new Error('The browser has no page yet.')
    return found
  }, SOON)
  for (const { pid, role } of all) if (role === hanging) process.kill(pid, 'SIGSTOP')
  // As a terminal does: the browser is in a group of its own, and gets none.
  process.kill(-build.pid!, signal)
  expect(await ended).toBe(signal)
  expect(said).toEqual([])
  await vi.waitFor(() => expect(all.filter(({ pid }) => existsSync(`/proc/${pid}/exe`))).toEqual([]), SOON)
})

test('a second signal ends it at once, whatever is still to be ended', async () => {
  const module = pathToFileURL(resolve('pipeline/cli/interruption.ts')).href
  const script = `import { endBeforeSignals } from '${module}'
    endBeforeSignals(() => new Promise(() => console.log('ending')))
    setInterval(() => undefined, 1000)
    console.log('ready')`
  const program = spawn('node', ['--input-type=module', '--eval', script])
  const ended = new Promise((end) => program.on('close', (_code, by) => end(by)))
  const said: string[] = []
  program.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  await vi.waitFor(() => expect(said.join('')).toBe('ready\n'), SOON)
  program.kill('SIGINT')
  await vi.waitFor(() => expect(said.join('')).toBe('ready\nending\n'), SOON)
  program.kill('SIGTERM')
  expect(await ended).toBe('SIGTERM')
})

test('a signal leaves nothing that was being written beside its place, and no lock', async () => {
  const moduleOf = (path: string): string => pathToFileURL(resolve('pipeline', path)).href
  const folder = join(place, 'out')
  const script = `import { endBeforeSignals } from '${moduleOf('cli/interruption.ts')}'
    import { commit, discard, stage } from '${moduleOf('files/write.ts')}'
    import { withLock } from '${moduleOf('files/lock.ts')}'
    const folder = ${JSON.stringify(folder)}
    endBeforeSignals(async () => undefined)
    await commit(await stage(folder + '/published.txt', 'published'))
    await discard(await stage(folder + '/dropped.txt', 'dropped'))
    await withLock(folder + '/.publishing', 'out', 'build', async () => {
      await stage(folder + '/waiting.txt', 'waiting')
      console.log('ready')
      await new Promise((resume) => setTimeout(resume, 60_000))
    })`
  const program = spawn('node', ['--input-type=module', '--eval', script])
  const ended = new Promise((end) => program.on('close', (_code, by) => end(by)))
  await new Promise((ready) => program.stdout.once('data', ready))
  expect(readdirSync(folder)).toHaveLength(3)
  program.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
  expect(readdirSync(folder)).toEqual(['published.txt'])
})
