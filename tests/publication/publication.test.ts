import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openCommands } from '../commands.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-publication-'))

let home: string
let root: string

beforeEach(() => {
  home = mkdtempSync(join(place, 'home-'))
  root = join(home, 'publication')
  mkdirSync(root)
  for (const file of ['templates', 'locales/sq/site.json']) cpSync(file, join(root, file), { recursive: true })
  cpSync('tests/cases/base', root, { recursive: true })
})

const commands = openCommands({ ...process.env, XDG_CACHE_HOME: join(place, 'cache') })
afterAll(() => {
  commands.close()
  rmSync(place, { recursive: true })
})
const run = (...command: string[]) => commands.run(['--root', root, ...command], { environment: { ...process.env, HOME: home } })
const build = (...args: string[]) => run('build', '--format', 'html', ...args)
const sync = () => run('sync')

test('a folder of content/ that is a link is refused, and not left out', () => {
  renameSync(join(root, 'content/paper'), join(home, 'paper'))
  symlinkSync(join(home, 'paper'), join(root, 'content/paper'))
  const { status, stderr } = build()
  expect(stderr).toMatch(/content\/paper +This is a symbolic link/)
  expect(status).toBe(2)
})

test.each(['content/paper/document.md', 'content/paper/programme.yaml', 'locales/sq/paper.json', 'templates/web.hbs'])(
  'a link in the place of %s is refused, and not left out',
  (file) => {
    renameSync(join(root, file), join(home, 'canary'))
    symlinkSync(join(home, 'canary'), join(root, file))
    const { status, stderr } = build()
    expect(stderr).toContain(`${file}  This is a symbolic link`)
    expect(status).toBe(2)
  },
)

const FOLDERS = ['content', 'locales', 'locales/sq', 'locales/en', 'locales/ledger', 'locales/ledger/sq']

describe.each(['a folder', 'nothing'])('a link to %s', (target) => {
  test.each([...FOLDERS, ...(target === 'nothing' ? [] : ['templates', 'templates/partials', 'templates/styles'])])(
    'in the place of the folder %s is followed neither to read nor to write',
    (folder) => {
      expect(sync().status).toBe(0)
      const elsewhere = join(home, 'canary')
      if (target === 'nothing') rmSync(join(root, folder), { recursive: true })
      else renameSync(join(root, folder), elsewhere)
      symlinkSync(elsewhere, join(root, folder))
      const listing = () => spawnSync('ls', ['-lRA', '--time-style=full-iso', elsewhere], { encoding: 'utf8' }).stdout
      const before = listing()
      for (const { status, stderr } of folder.startsWith('templates') ? [build()] : [build(), sync()]) {
        expect(stderr).toContain(`${folder}  This is a symbolic link`)
        expect(status).toBe(2)
      }
      expect(listing()).toBe(before)
    },
  )
})

test('the root itself may be a link, and lie behind others', () => {
  renameSync(root, join(home, 'moved'))
  symlinkSync(home, join(place, 'linked'))
  symlinkSync(join(place, 'linked/moved'), root)
  expect([sync().status, build().status, build('--out', join(root, '../new/output')).status]).toEqual([0, 0, 0])
})

test('a publication without a document is refused: what was published would be removed', () => {
  expect(build().status).toBe(0)
  rmSync(join(root, 'content/paper'), { recursive: true })
  const { status, stderr } = build()
  expect(stderr).toContain('This publication has no document.')
  expect(status).toBe(2)
})

test.each([
  ['the home', () => home],
  ['what holds the home', () => place],
  ['the publication', () => root],
  ['the disk', () => '/'],
])('--out is never %s', (_, out) => {
  const { status, stderr } = build('--out', out())
  expect(stderr).toMatch(/The output needs a folder of its own; nothing was touched/)
  expect(status).toBe(2)
})

test('a link that was planted in the output is not followed', () => {
  expect(build().status).toBe(0)
  const page = join(root, 'output/sq/paper/index.html')
  rmSync(page)
  symlinkSync(join(home, 'canary'), page)
  const { status, stderr } = build()
  expect(stderr).toContain('sq/paper/index.html')
  expect(status).toBe(2)
})
