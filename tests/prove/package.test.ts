import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

let place: string
let root: string
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'editions-package-'))
  root = join(place, 'publication')
  for (const folder of [root, join(place, 'home')]) mkdirSync(folder)
  const { status, stderr } = spawnSync('npm', ['pack', '--pack-destination', place], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const tarball = readdirSync(place).find((name) => name.endsWith('.tgz'))
  const installed = inRoot('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(place, tarball!)])
  if (installed.status !== 0) throw new Error(installed.said)
})
afterAll(() => rmSync(place, { recursive: true }))

/** Runs a program in the empty folder as a new user with an empty home does. The packages that npm has fetched before are its own. */
function inRoot(program: string, options: readonly string[]): { status: number | null; said: string } {
  const { npm_config_cache: cache = join(process.env['HOME']!, '.npm') } = process.env
  const others = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_|^VITEST|^XDG_/i.test(name))
  const path = process.env['PATH']!.split(':').filter((folder) => !folder.startsWith(resolve('.'))).join(':') // prettier-ignore
  const env = { ...Object.fromEntries(others), PATH: path, HOME: join(place, 'home'), npm_config_cache: cache }
  const { status, stdout, stderr } = spawnSync(program, options, { encoding: 'utf8', cwd: root, env })
  return { status, said: stdout + stderr }
}

const editions = (...options: readonly string[]) => inRoot('npx', ['editions', ...options])

test('in an empty folder the package starts a publication and publishes it, a language more, and writes nowhere else', () => {
  expect(editions('init')).toMatchObject({ status: 0, said: expect.stringContaining('npx editions build') as unknown })
  expect(editions('build').said).toMatch(/en {2}first-document {2}\d pages? .* final/)
  expect(editions('add-language', 'tr')).toMatchObject({ status: 0, said: expect.stringContaining('locales/tr/') as unknown })

  const file = join(root, 'locales/tr/first-document.json')
  const english = JSON.parse(readFileSync(join(root, 'locales/en/first-document.json'), 'utf8')) as Record<string, string>
  writeFileSync(file, JSON.stringify({ ...english, title: 'İlk belge' }, undefined, 2))
  expect(editions('sync').status).toBe(0)
  expect(editions('build').said).toMatch(/tr {2}first-document {2}\d pages?/)
  expect(editions('verify').status).toBe(0)
  expect(readdirSync(root).sort()).toEqual(['content', 'locales', 'node_modules', 'output', 'package-lock.json', 'package.json'])
  expect(existsSync(join(place, 'home/.cache/editions'))).toBe(true)
})

test('the handbook comes along, and is shown without a network', () => {
  const { status, said } = editions('handbook', '--no-open', '--edition', 'sq')
  expect({ status, said }).toMatchObject({ status: 0 })
  expect(readFileSync(fileURLToPath(/file:\S+/.exec(said)![0]), 'utf8')).toContain('<html lang="sq">')
})

test('commands answer, each with what it has loaded', () => {
  for (const command of ['status', 'templates', 'workbench --help', 'preview --help'])
    expect({ command, ...editions(...command.split(' ')) }).toMatchObject({ status: 0 })
  expect(editions('check').said).toContain('first-document')
})
