import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'
import { DOCUMENT, TAGS, buildPublication, pdfPath } from '../build-once.ts'

/** Tools from Debian, and the package that holds each. */
const TOOLS = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  'recode-sr-latin': 'gettext',
}

const run = (tool: keyof typeof TOOLS, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] })

/** Letters and digits alone: line ends, hyphens of wrapped words and spacing are the layout's. */
const letters = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '')

const textsOf = (tag: string): Record<string, string> => JSON.parse(readFileSync(`locales/${tag}/${DOCUMENT}.json`, 'utf8'))

let build: ReturnType<typeof buildPublication>

beforeAll(() => {
  const absent = Object.entries(TOOLS).filter(([tool]) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)
  if (absent.length > 0) throw new Error(`Missing: ${absent.map(([tool, debian]) => `${tool} (Debian package ${debian})`).join(', ')}`)
  build = buildPublication()
})

afterAll(() => build?.remove())

describe.each(TAGS)('%s', (tag) => {
  test('qpdf finds no fault in the file', () => {
    expect(run('qpdf', '--check', pdfPath(build.folder, tag))).toContain('No syntax or stream encoding errors found')
  })

  test('is tagged, and titled in its language', () => {
    const information = run('pdfinfo', pdfPath(build.folder, tag))
    expect(information).toMatch(/^Tagged: +yes$/m)
    expect(information).toMatch(/^Page size: .*A4/m)
    expect(run('pdfinfo', '-struct', pdfPath(build.folder, tag))).toMatch(/^Document/)
  })

  test('every face is embedded with a Unicode map, and none is Type 3', () => {
    const rows = run('pdffonts', pdfPath(build.folder, tag)).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThanOrEqual(4)
    for (const row of rows) {
      expect(row).toMatch(/Noto(Serif|Sans)/)
      expect(row).not.toContain('Type 3')
      // emb, sub, uni
      expect(row).toMatch(/ yes +yes +yes +\d+ +\d+$/)
    }
  })

  test('every text of the catalog can be extracted, the prose in its order', () => {
    const extracted = letters(run('pdftotext', '-raw', pdfPath(build.folder, tag), '-'))
    const own = textsOf(tag === 'sr-Latn' ? 'sr-Cyrl' : tag)
    const texts = Object.entries(own)
      .filter(([key]) => key !== 'front.description')
      .map(([key, text]) => [key, letters(tag === 'sr-Latn' ? toSerbianLatin(text) : text)] as const)
    // A paragraph that a page break parts has the running heads in its midst: its halves are looked for.
    const present = (text: string): boolean =>
      extracted.includes(text) || (extracted.includes(text.slice(0, 40)) && extracted.includes(text.slice(-40)))
    expect(texts.filter(([, text]) => !present(text)).map(([key]) => key)).toEqual([])
    // After the cover and the contents, each text of the prose begins where the one before has begun, or later.
    const body = letters(run('pdftotext', '-raw', '-f', '3', pdfPath(build.folder, tag), '-'))
    let from = 0
    for (const [key, text] of texts.filter(([each]) => !/^(front|programme)\./.test(each))) {
      const at = body.indexOf(text.slice(0, 30), from)
      expect(at < 0 ? key : '').toBe('')
      from = at
    }
  })
})

test('gettext’s transliterator agrees on every text of the Serbian edition', () => {
  const cyrillic = Object.values({
    ...textsOf('sr-Cyrl'),
    ...(JSON.parse(readFileSync('locales/sr-Cyrl/site.json', 'utf8')) as Record<string, string>),
  }).join('\n')
  expect(cyrillic.length).toBeGreaterThan(5000)
  expect(toSerbianLatin(cyrillic)).toBe(
    execFileSync('recode-sr-latin', { input: cyrillic, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } }),
  )
})
