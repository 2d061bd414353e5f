import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { addEdition } from '../../pipeline/start/add-edition.ts'
import { usualCommands } from '../commands.ts'

/** A publication is begun, and grows, by commands that write over nothing. */
const place = mkdtempSync(join(tmpdir(), 'editions-start-'))
afterAll(() => rmSync(place, { recursive: true }))
const commands = usualCommands()
let root: string
beforeEach(() => {
  root = mkdtempSync(join(place, 'root-'))
})

function run(...command: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = commands.run(command, { cwd: root })
  return { status, said: stdout + stderr }
}
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => [path, read(path)]),
  )

describe('init', () => {
  test('begins a publication that is built and checked without a word of complaint', () => {
    expect(run('init').status).toBe(0)
    expect(Object.keys(files()).sort()).toEqual(['content/first-document/document.md', 'content/publication.yaml'])
    const { status, said } = run('build', '--format', 'html')
    expect([status, said]).toEqual([0, expect.stringMatching(/^en +first-document .* final .*index\.html$/m)])
    expect(said).not.toContain('sync')
    expect(run('check')).toEqual({ status: 0, said: 'No problems in en.\n' })
  })

  test('has every explained line be right when it counts', () => {
    run('init')
    const all = read('content/publication.yaml').replaceAll(/^# (?=(?:about|address|contact|disclaimer|paper|gates|theme):|  \w)/gm, '')
    write('content/publication.yaml', all.replace(/^ +logo: .*\n/m, '').replace('[en]', '[en, sq]'))
    expect(parse(read('content/publication.yaml'))).toMatchObject({
      paper: 'A4',
      theme: { text: 'sans' },
      gates: { sq: { below: 'draft' } },
    })
    expect(run('build', '--format', 'html').status).toBe(0)
  })

  test('names the schema for editors, where it lies', () => {
    run('init')
    const [, path] = /\$schema=(\S+)/.exec(read('content/publication.yaml'))!
    expect(JSON.parse(readFileSync(join(root, 'content', path!), 'utf8'))).toMatchObject({ title: 'publication.yaml' })
  })

  test.each(['new/deep folder', 'empty'])('makes a folder, %s', (folder) => {
    mkdirSync(join(root, 'empty'))
    const { status, said } = run('init', folder)
    expect([status, said]).toEqual([0, expect.stringContaining(folder.includes(' ') ? `--root "${folder}"` : `--root ${folder}`)])
    expect(run('--root', folder, 'status').status).toBe(0)
  })

  test('begins where npm has written, and where nothing but the project’s own words stand', () => {
    for (const path of ['package.json', 'package-lock.json', '.git/config', 'README.md', 'editions-0.1.0.tgz']) write(path, '{}')
    expect(run('init').status).toBe(0)
  })

  test.each(readdirSync('templates/examples'))('begins with the example %s and its translations', (example) => {
    expect(run('init', '--example', example).status).toBe(0)
    expect(JSON.parse(read('locales/sq/site.json'))).toEqual({ publisher: '' })
    const { status, said } = run('build', '--format', 'html', '--edition', 'en,sq')
    expect([status, said]).toEqual([0, expect.stringMatching(/^sq /m)])
  })

  test.each<[string, () => void, string[], RegExp]>([
    ['a folder that is not empty', () => write('budget.xlsx', ''), ['init'], /not empty[^]*budget\.xlsx[^]*init my-publication/],
    ['a publication', () => write('content/publication.yaml', 'title: T'), ['init'], /already[^]*new its-name/],
    ['content/ of something else', () => write('content/x.md', ''), ['init'], /not empty/],
    ['a file', () => write('taken', ''), ['init', 'taken'], /This is a file/],
    ['an example that is none', () => undefined, ['init', '--example', 'brif'], /no example[^]*perhaps brief/],
  ])('writes nothing over %s', (_what, prepare, command, told) => {
    prepare()
    const before = files()
    const { status, said } = run(...command)
    expect([status, said]).toEqual([2, expect.stringMatching(told)])
    expect(files()).toEqual(before)
  })
})

describe('new', () => {
  beforeEach(() => run('init'))

  test.each(['Yes: "ours" #1', "It's", '- a list', 'Ђурђевак', '@at', '2026', 'null'])('has the title %j as it is', (title) => {
    expect(run('new', 'report', `--title=${title}`).status).toBe(0)
    expect((parse(read('content/report/document.md').split('---')[1]!) as { title: string }).title).toBe(title)
    // Straight quotation marks are found, and keep nothing from being read.
    expect(run('check').status).not.toBe(2)
  })

  test.each([
    ['Our Report', 'our-report'],
    ['Raporti_vjetor', 'raportivjetor'],
    ['Përmbledhja', 'permbledhja'],
    ['../out', 'out'],
    ['site', 'lower-case'],
    ['con', 'lower-case'],
    ['Извештај', 'lower-case'],
    ['', 'lower-case'],
  ])('refuses the name %j', (name, told) => {
    const before = files()
    const { status, said } = run('new', name)
    expect([status, said]).toEqual([2, expect.stringContaining(told)])
    expect(files()).toEqual(before)
  })

  test('writes over no document', () => {
    const before = files()
    expect(run('new', 'first-document')).toMatchObject({ status: 2, said: expect.stringContaining('already') as string })
    expect(files()).toEqual(before)
  })
})

describe('templates', () => {
  beforeEach(() => run('init'))

  test.each([
    ['cover', 'partials/cover.hbs'],
    ['cover.hbs', 'partials/cover.hbs'],
    ['styles/print.css', 'styles/print.css'],
    ['templates/web.hbs', 'web.hbs'],
  ])('brings %s out once', (name, path) => {
    expect(run('templates', '--copy', name).status).toBe(0)
    expect(read(`templates/${path}`)).toBe(readFileSync(`templates/${path}`, 'utf8'))
    write(`templates/${path}`, 'own')
    expect(run('templates', '--copy', name)).toMatchObject({ status: 2, said: expect.stringContaining('never written over') as string })
    expect(read(`templates/${path}`)).toBe('own')
  })

  test.each([
    ['print', 'one of print.hbs, styles/print.css'],
    ['covr.hbs', 'perhaps'],
    ['../package.json', 'one of'],
    ['start/new.md', 'one of'],
  ])('has no %s', (name, told) => {
    expect(run('templates', '--copy', name)).toMatchObject({ status: 2, said: expect.stringContaining(told) as string })
  })

  test('lists what there is', () => {
    expect(run('templates').said.split('\n')).toContain('partials/cover.hbs')
  })
})

describe('add-language', () => {
  beforeEach(() => run('init'))

  test('adds it, leaves the rest as it was written, and writes the files to translate', () => {
    const before = read('content/publication.yaml')
    expect(run('add-language', 'sq').status).toBe(0)
    expect(read('content/publication.yaml')).toBe(before.replace('[en]', '[en, sq]'))
    expect(JSON.parse(read('locales/sq/site.json'))).toEqual({ publisher: '' })
    expect(Object.keys(JSON.parse(read('locales/sq/first-document.json')) as object)).toContain('front.title')
    expect(run('add-language', 'sr-Latn').said).toContain('written from sr-Cyrl')
    expect(run('build', '--format', 'html').status).toBe(0)
  })

  test.each([
    ['en', 'already'],
    ['al', 'sq'],
    ['SQ', 'sq'],
    ['sr', 'sr-Cyrl'],
    ['not a tag', 'one of'],
    ['ar', 'left to right'],
  ])('refuses %s, and writes nothing', (tag, told) => {
    const before = files()
    const { status, said } = run('add-language', tag)
    expect([status, said]).toEqual([2, expect.stringContaining(told)])
    expect(files()).toEqual(before)
  })

  test('writes nothing where a document cannot be read', () => {
    write('content/first-document/document.md', 'no front matter')
    const before = files()
    expect(run('add-language', 'sq').status).toBe(2)
    expect(files()).toEqual(before)
  })

  test.each([
    ['editions: [en]\n', 'editions: [en, mk]\n'],
    ['editions: [ en , ] # ours\n', 'editions: [ en, mk , ] # ours\n'],
    ['editions: [\n  sq, # first\n  en # last\n]\n', 'editions: [\n  sq, # first\n  en, mk # last\n]\n'],
    ['editions:\n  - sq\n  - en # last\n\n# more\npaper: A4\n', 'editions:\n  - sq\n  - en # last\n  - mk\n\n# more\npaper: A4\n'],
    ['editions:\n- en', 'editions:\n- en\n- mk\n'],
    ['editions:\r\n  - en\r\npaper: A4\r\n', 'editions:\r\n  - en\r\n  - mk\r\npaper: A4\r\n'],
    ['{ "editions": ["en"] }\n', '{ "editions": ["en", mk] }\n'],
  ])('adds to %j', (before, after) => {
    expect(addEdition(before, 'mk')).toBe(after)
  })
})
