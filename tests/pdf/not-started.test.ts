import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { nodeOptions } from '../node-options.ts'
import { createPublication } from '../small-publication.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-start-'))
const publication = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
  'content/paper/document.md': '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nText.\n',
})
afterAll(() => {
  publication.remove()
  rmSync(place, { recursive: true })
})

const run = (environment: NodeJS.ProcessEnv, ...command: string[]) =>
  spawnSync('node', [...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', publication.root, ...command], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: 60_000,
  })

function script(name: string, text: string): string {
  const file = join(place, name)
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return file
}

describe('a browser that does not start is told with its own words, and with what helps', () => {
  test.each([
    ['#!/nowhere/sh\n', 'ENOENT', 'no program for this system'],
    [
      '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open" >&2\nexit 127\n',
      'libnss3.so',
      'lacks a library',
    ],
    [
      '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho "[FATAL] No usable sandbox!" >&2\nexit 133\n',
      'No usable sandbox',
      'user namespaces',
    ],
    ['#!/bin/sh\necho "mmap: Cannot allocate memory" >&2\nexit 1\n', 'Cannot allocate memory', 'too little memory'],
    ['#!/bin/sh\nexit 1\n', 'rror', 'name another browser with EDITIONS_BROWSER'],
  ])('%j', (text, found, remedy) => {
    const browser = script('browser', text)
    const { status, stderr } = run({ EDITIONS_BROWSER: browser }, 'build')
    expect(status).toBe(2)
    expect(stderr).toContain(`${browser}  The browser does not start.`)
    expect(stderr).toMatch(new RegExp(`found .*${found}`))
    expect(stderr).toMatch(new RegExp(`remedy .*${remedy}`))
    expect(readdirSync(publication.root)).not.toContain('output')
  })
})

test('a publication whose formats are not printed starts none, not even at its first build', () => {
  const mark = join(place, 'started')
  const browser = script('marking', `#!/bin/sh\ntouch ${mark}\nexit 1\n`)
  const configuration = 'title: T\npublisher: P\neditions: [en]\n'
  for (const [formats, isStarted] of [
    ['[html]', false],
    ['[html, pdf]', true],
  ] as const) {
    writeFileSync(join(publication.root, 'content/publication.yaml'), `${configuration}formats: ${formats}\n`)
    const { status } = run({ EDITIONS_BROWSER: browser }, 'build', '--out', `out-${isStarted}`)
    expect([status, existsSync(mark)]).toEqual(isStarted ? [2, true] : [0, false])
  }
  writeFileSync(join(publication.root, 'content/publication.yaml'), configuration)
})

test.each(['/nowhere', '/proc'])('without a place for temporary files (%s) it starts all the same', (folder) => {
  const { status, stdout } = run({ TMPDIR: folder }, 'build', '--out', `out${folder.length}`)
  expect(stdout).toContain('final')
  expect(status).toBe(0)
})

describe('a cache that cannot be used is none, and no command waits for it', () => {
  const linked = join(place, 'linked')
  const victim = join(place, 'victim')
  mkdirSync(join(linked, 'editions'), { recursive: true, mode: 0o700 })
  mkdirSync(join(victim, 'letters'), { recursive: true })
  writeFileSync(join(victim, 'letters', 'precious.txt'), '')
  const whole = join(place, 'whole')
  mkdirSync(whole)
  symlinkSync(victim, join(whole, 'editions'))
  const open = join(place, 'open')
  mkdirSync(join(open, 'editions'), { recursive: true })
  chmodSync(join(open, 'editions'), 0o777)
  const file = join(place, 'file')
  writeFileSync(file, '')
  for (const name of ['profiles', 'store', 'builds', 'modules', 'fontconfig']) {
    mkdirSync(join(place, name, 'editions'), { recursive: true, mode: 0o700 })
    symlinkSync(victim, join(place, name, 'editions', name))
  }

  test.each([
    ['/proc', 'mkdir'],
    ['/dev/fd', 'mkdir'],
    [whole, 'is a symbolic link'],
    [open, 'can be written by others'],
    [file, 'ENOTDIR'],
    ...['profiles', 'store', 'builds', 'modules', 'fontconfig'].map((name) => [join(place, name), `${name} is a symbolic link`]),
  ])('%s', (folder, reason) => {
    const environment = { XDG_CACHE_HOME: folder }
    expect(run(environment, 'build', '--format', 'html').status).toBe(0)
    const { status, stderr } = run(environment, 'build')
    expect(status).toBe(2)
    expect(stderr).toContain('The browser that npm installed cannot be unpacked.')
    expect(stderr).toContain(reason)
    expect(readdirSync(victim)).toEqual(['letters'])
    expect(readdirSync(join(victim, 'letters'))).toEqual(['precious.txt'])
  })
})
