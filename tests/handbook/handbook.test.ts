import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usualCommands } from '../commands.ts'

const ROOT = resolve('templates/handbook')
const EDITIONS = ['en', 'sq', 'mk', 'sr-Cyrl', 'sr-Latn']
const FORMATS = ['pdf', 'epub', 'docx']

type Texts = Record<string, string>

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8')) as Texts
const textsOf = (tag: string): Texts => read(join(ROOT, `locales/${tag}/handbook.json`))
/** The words of buttons and labels, of the workbench and of published pages. */
const wordsOf = (tag: string): Texts[] => ['workbench', 'interface'].map((name) => read(`pipeline/language/packs/${tag}/${name}.json`))
const boldIn = (text: string): string[] => [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words!)

let out: string
const run = (...command: string[]) => usualCommands().run(['--root', ROOT, ...command], { environment: process.env })

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'editions-handbook-'))
})
afterAll(() => rmSync(out, { recursive: true }))

test('it is without findings in every language', () => {
  const { status, stdout } = run('check', '--severity', 'warning')
  expect({ status, stdout }).toMatchObject({ status: 0 })
})

describe.each(['sq', 'mk', 'sr-Cyrl'])('in %s', (tag) => {
  test('it names the buttons as the screen shows them', () => {
    const [english, own] = [wordsOf('en'), wordsOf(tag)]
    const [texts, translations] = [textsOf('en'), textsOf(tag)]
    const named = Object.entries(texts).flatMap(([key, text]) => boldIn(text).map((words, at) => ({ key, words, at })))
    // “Words in bold” are the only ones that no button shows.
    const shown = named.filter(({ words }) => words !== 'bold')
    expect(shown.length).toBeGreaterThan(20)
    for (const { key, words, at } of shown) {
      const names = english.flatMap((all, room) =>
        Object.keys(all)
          .filter((id) => all[id] === words)
          .map((id) => own[room]![id]),
      )
      expect({ key, words, names }).toMatchObject({ names: expect.arrayContaining([boldIn(translations[key]!)[at]]) as unknown })
    }
  })
})

describe('as it is published', () => {
  let said: string
  beforeAll(() => {
    const { status, stdout, stderr } = run('build', '--strict', '--out', out)
    if (status !== 0) throw new Error(stdout + stderr)
    said = stdout
  })

  test.each(EDITIONS)('in %s it is final, in every format, and of no more than sixteen pages', (tag) => {
    const pages = Number(new RegExp(`^${tag} +handbook +(\\d+) pages.* final`, 'm').exec(said)?.[1])
    expect(pages).toBeGreaterThanOrEqual(10)
    expect(pages).toBeLessThanOrEqual(16)
    for (const format of FORMATS) expect(existsSync(join(out, tag, 'handbook', `handbook.${tag}.${format}`))).toBe(true)
  })

  test('its PDFs conform, and its links lead somewhere', () => {
    expect(run('verify', out)).toMatchObject({ status: 0 })
  })

  test('each edition shows the pictures of its language', () => {
    const own = globSync('*.mk.png', { cwd: join(ROOT, 'content/handbook') })
    const page = readFileSync(join(out, 'mk/handbook/index.html'), 'utf8')
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter((name) => !page.includes(`src="${name}"`))).toEqual([])
  })
})

test.each([
  ['mk_MK.UTF-8', 'mk'],
  ['sq_XK.UTF-8', 'sq'],
  ['sr_RS.UTF-8', 'sr-Cyrl'],
  ['sr_RS.UTF-8@latin', 'sr-Latn'],
  ['de_DE.UTF-8', 'en'],
])('`handbook` is in the user’s language where there is one: %s', (locale, tag) => {
  const { status, stdout } = usualCommands().run(['handbook', '--no-open'], { environment: { ...process.env, LC_ALL: locale } })
  expect(status).toBe(0)
  const page = fileURLToPath(/file:\S+/.exec(stdout)![0])
  expect(readFileSync(page, 'utf8')).toContain(`<html lang="${tag}">`)
})

test('of a language that it is not in, `handbook` says in which it is', () => {
  const { status, stderr } = usualCommands().run(['handbook', '--edition', 'de', '--no-open'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/The handbook is not in this language[^]*one of en, sq, mk, sr-Cyrl, sr-Latn/)
})
