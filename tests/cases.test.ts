import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { usualCommands } from './commands.ts'

/**
 * Each folder of `tests/cases/` lays its files over `base/`, a small publication, and holds a command and what a person
 * then sees. A case that changes on purpose is written anew with `vitest --update`, and read before it is committed.
 */
const CASES = resolve('tests/cases')
const SHARED = ['locales/sq/site.json']
const places: string[] = []
const commands = usualCommands()

afterAll(() => places.forEach((place) => rmSync(place, { recursive: true })))

const cases = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'command')))

test.each(cases)('%s', async (name) => {
  const root = mkdtempSync(join(tmpdir(), 'editions-case-'))
  places.push(root)
  for (const file of SHARED) cpSync(file, join(root, file), { recursive: true })
  cpSync(join(CASES, 'base'), root, { recursive: true })
  cpSync(join(CASES, name), root, { recursive: true, filter: (path) => !/\/(command|expected\.txt)$/.test(path) })
  const before = listing(root)

  const command = readFileSync(join(CASES, name, 'command'), 'utf8').trim()
  const { status, stdout, stderr } = commands.run(['--root', root, ...command.split(' ')])
  // A failure writes nothing, but for what else could be built.
  const failed = status === 2 && !name.startsWith('one-of-two')
  if (failed) expect(listing(root)).toEqual(before)

  const seen = [`$ editions ${command}`, (stderr + stdout).trim(), `exit ${status}`]
    .join('\n')
    .replaceAll(root, '<root>')
    .replaceAll(/\d+\.\d+ s\b/g, '<time>')
    .replaceAll(/[\d.]+\u00A0[kM]B/g, '<size>')
    .replaceAll(/\b\d+ (files?|new or changed)\b/g, '<number> $1')
  await expect(`${seen}\n`).toMatchFileSnapshot(join(CASES, name, 'expected.txt'))
})

function listing(root: string): string {
  return execFileSync('find', ['.', '-type', 'f', '-exec', 'sha256sum', '{}', '+'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .sort()
    .join('\n')
}
