import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openCommands } from '../commands.ts'
import { createPublication, ownTemplates, type SmallPublication } from '../small-publication.ts'

/** Commands where a disk or a right is missing: what is told names the cause and what helps, and nothing is half written. */
const MAIN = resolve('pipeline/cli/main.js')
const FILES = {
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\n',
  'content/paper/document.md': '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nText.\n',
}
/** A synced publication with a translation, and its web pages. */
function publish(): SmallPublication {
  const made = createPublication({ ...FILES, ...ownTemplates('styles/print.css') })
  made.run('sync')
  made.write('locales/sq/paper.json', made.read('locales/sq/paper.json').replace('"one.text": ""', '"one.text": "Tekst."'))
  made.run('sync')
  made.run('build', '--format', 'html')
  return made
}
const published = publish()
/** Each test has the same anew. */
const origin = `${published.root}-origin`
cpSync(published.root, origin, { recursive: true })
const restore = (): void => {
  rmSync(published.root, { recursive: true })
  cpSync(origin, published.root, { recursive: true })
}
const publication = createPublication({ ...FILES, ...ownTemplates('styles/print.css') })
const { root } = publication
const disk = mkdtempSync(join(tmpdir(), 'editions-prove-places-'))
afterAll(() => {
  for (const each of [publication, published]) each.remove()
  rmSync(origin, { recursive: true })
  rmSync(disk, { recursive: true })
})

/** Runs a command with a small disk of its own, which is there for it alone. */
function onDisk(options: string, environment: NodeJS.ProcessEnv, command: string) {
  const script = `mount -t tmpfs -o size=4m tmpfs ${disk} && mkdir ${disk}/out && ${options}; node ${MAIN} --root ${root} ${command}; code=$?
    find ${disk} -type f >&2; exit $code`
  const { status, stdout, stderr } = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  return { status, said: stdout + stderr }
}

const FULL = `head -c 4m /dev/zero > ${disk}/filler 2>/dev/null`
const READ_ONLY = `mount -o remount,ro ${disk}`

describe('a disk', () => {
  test.each([
    ['that is full holds no browser', FULL, { XDG_CACHE_HOME: disk }, 'build', /ENOSPC[^]*The disk is full: make room for 350 MB/],
    ['that takes no changes holds no browser', READ_ONLY, { XDG_CACHE_HOME: disk }, 'build', /EROFS[^]*on another with XDG_CACHE_HOME/],
    ['that is full takes no output', FULL, {}, `build --format html --out ${disk}/out`, /disk is full[^]*Make room on the disk/],
    ['that takes no changes takes no output', READ_ONLY, {}, `build --format html --out ${disk}/out`, /takes no changes[^]*Have it take/],
  ])('%s', (_what, options, environment, command, told) => {
    const { status, said } = onDisk(options, environment, command)
    expect([status, said]).toEqual([2, expect.stringMatching(told)])
    // What Node keeps of the modules is looked at before it is used.
    expect(said.split('\n').filter((line) => line.startsWith(`${disk}/`) && /^(?!.*(?:filler|\/modules\/))\S+$/.test(line))).toEqual([])
  })

  test.each([
    ['for temporary files that is full', FULL, { TMPDIR: disk }, 'build --edition en'],
    ['for a cache that is full, where no browser is wanted', FULL, { XDG_CACHE_HOME: disk }, 'build --format html'],
    ['for a cache that takes no changes, where none is wanted', READ_ONLY, { XDG_CACHE_HOME: disk }, 'sync'],
  ])('%s hinders nobody', (_what, options, environment, command) => {
    expect(onDisk(options, environment, command).status).toBe(0)
  })

  test('that takes no programs is told of, where there is no other browser', () => {
    const { status, said } = onDisk(`mount -o remount,size=900m,noexec ${disk}`, { XDG_CACHE_HOME: disk }, 'build')
    expect([status, said]).toEqual([2, expect.stringMatching(/does not start[^]*EACCES[^]*noexec/)])
  })
})

/** Who may read and write everything is asked for leave, too. */
const AS_ANYONE = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []

const anyone = openCommands(process.env, AS_ANYONE)

function asAnyone(place: string, ...command: readonly string[]) {
  const { status, stdout, stderr } = anyone.run(['--root', place, ...command])
  return { status, said: stdout + stderr }
}

describe('without the right to', () => {
  beforeEach(restore)

  test.each([
    'content',
    'content/paper',
    'content/paper/document.md',
    'content/publication.yaml',
    'locales/sq',
    'locales/sq/paper.json',
    'locales/ledger',
    'locales/ledger/sq/paper.json',
    'templates',
    'templates/styles/print.css',
    'output',
    'output/manifest.json',
    'output/en/paper',
  ])('read %s', (file) => {
    const { root: place } = published
    const path = join(place, file)
    const { mode } = statSync(path)
    chmodSync(path, 0)
    const commands = /^(?:output|templates)/.test(file) ? ['build --format html'] : ['build --format html', 'sync', 'check', 'status']
    const told = commands.map((command) => asAnyone(place, ...command.split(' ')))
    chmodSync(path, mode)
    for (const { status, said } of told) {
      expect([status, said]).toEqual([2, expect.stringMatching(/cannot be read: this user has no right to it[^]*Have the owner/)])
      expect(said).toContain(file.split('/')[0])
    }
  })

  test.each(['locales/sq', 'locales/ledger/sq', 'output', 'output/en/paper'])('write in %s', (folder) => {
    const { root: place } = published
    published.write(
      'content/paper/document.md',
      FILES['content/paper/document.md'].replace('Text.', 'More text than there was.\n\nA paragraph more.'),
    )
    const path = join(place, folder)
    chmodSync(path, 0o500)
    const { status, said } = asAnyone(place, ...(folder.startsWith('output') ? ['build', '--format', 'html'] : ['sync']))
    chmodSync(path, 0o700)
    expect([status, said]).toEqual([
      2,
      expect.stringMatching(/cannot be written: this user has no right to it[^]*it completes what it began/),
    ])
    expect(said).toContain(path)
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => /(^|\/)\./.test(name))).toEqual([])
    expect([published.run('sync').status, published.run('build', '--format', 'html').status]).toEqual([0, 0])
  })
})

test('a file that is written anew keeps its rights: who shares a folder goes on sharing what is in it', () => {
  publication.run('sync')
  publication.write('content/paper/document.md', `${FILES['content/paper/document.md']}\nMore text.\n`)
  const file = join(root, 'locales/sq/paper.json')
  chmodSync(file, 0o664)
  expect(publication.run('sync').said).toContain('written  locales/sq/paper.json')
  expect(statSync(file).mode & 0o777).toBe(0o664)
})

test.each([{ XDG_CACHE_HOME: 'cache' }, { XDG_CACHE_HOME: '', HOME: '' }, { XDG_CACHE_HOME: '', HOME: 'home' }])(
  'no cache is made in the working directory: %j',
  (environment) => {
    const cwd = join(disk, 'working')
    mkdirSync(cwd, { recursive: true })
    writeFileSync(join(cwd, 'own'), '')
    const { status } = spawnSync('node', [MAIN, '--root', root, 'status'], { cwd, env: { ...process.env, ...environment } })
    expect([status, readdirSync(cwd)]).toEqual([0, ['own']])
  },
)
