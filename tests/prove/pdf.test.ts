import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'
import { DOCUMENT, TAGS, buildRoot, copyOfPublication, pdfPath } from '../build-once.ts'

/** Tools from Debian, and the package that holds each. */
const TOOLS = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  'recode-sr-latin': 'gettext',
  java: 'default-jre-headless',
  epubcheck: 'epubcheck',
}

const execute = promisify(execFile)

/** What starts quickly runs quickly enough: each checks one small file. */
const QUICKLY = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar']

const run = (tool: keyof typeof TOOLS | 'sh' | 'unzip', ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] })

/** Letters and digits alone: line ends, hyphens of wrapped words and spacing are the layout's. */
const letters = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '')

const textsOf = (tag: string): Record<string, string> => JSON.parse(readFileSync(`locales/${tag}/${DOCUMENT}.json`, 'utf8'))

const copy = copyOfPublication()
let build: ReturnType<typeof buildRoot>

beforeAll(() => {
  const absent = Object.entries(TOOLS).filter(([tool]) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)
  if (absent.length > 0) throw new Error(`Missing: ${absent.map(([tool, debian]) => `${tool} (Debian package ${debian})`).join(', ')}`)
  // It has what the summary has none of: a table, a figure and notes.
  for (const part of ['content', 'locales']) cpSync(`templates/examples/brief/${part}`, join(copy.root, part), { recursive: true })
  build = buildRoot(copy.root, { arguments: ['--format', 'pdf,epub'] })
})

afterAll(() => {
  build?.remove()
  copy.remove()
})

test('epubcheck finds nothing in an EPUB of any language', async () => {
  // Debian’s command is a Java archive, which not every kernel starts.
  const jar = run('sh', '-c', 'realpath "$(command -v epubcheck)"').trim()
  const found = TAGS.map(async (tag, at) => {
    const document = at % 2 === 0 ? DOCUMENT : 'brief'
    const { stdout, stderr } = await execute('java', [...QUICKLY, jar, join(build.folder, tag, document, `${document}.${tag}.epub`)])
    return stdout + stderr
  })
  for (const said of await Promise.all(found)) expect(said).toContain('No errors or warnings detected')
})

test('an EPUB names each page of its print on which text begins, before the words that begin there', () => {
  const book = (path: string): string => run('unzip', '-p', join(build.folder, 'en', DOCUMENT, `${DOCUMENT}.en.epub`), `EPUB/${path}`)
  const list = /epub:type="page-list".*?<\/nav>/s.exec(book('nav.xhtml'))![0]
  const pages = [...list.matchAll(/href="([^#]+)#([^"]+)"[^>]*>(\d+)</g)].map(([, file, id, label]) => {
    const [block] = book(file!)
      .split(`id="${id}"`)[1]!
      .split(/<\/(?:h\d|p|li|dt|dd|t[dh]|figcaption)>/)
    const words = letters(block!.replaceAll(/^[^>]*>|<(sup)\b.*?<\/\1>|<[^>]*>/gs, '')).slice(0, 30)
    const page = letters(run('pdftotext', '-f', label!, '-l', label!, pdfPath(build.folder, 'en'), '-'))
    return { label: Number(label), words, isThere: words !== '' && page.includes(words) }
  })
  expect(pages.filter(({ isThere }) => !isThere)).toEqual([])
  // On the cover and on the page of the contents none of the text begins.
  const count = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', pdfPath(build.folder, 'en')))![1])
  expect(pages.map(({ label }) => label)).toEqual(Array.from({ length: count - pages[0]!.label + 1 }, (_, at) => pages[0]!.label + at))
  expect(pages[0]!.label).toBeLessThan(4)
})

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

  test('every word of the prose can be found whole, though lines part words', () => {
    const wordsIn = (text: string): string[] => text.normalize('NFC').match(/\p{L}{6,}/gu) ?? []
    const extracted = run('pdftotext', pdfPath(build.folder, tag), '-')
    const found = new Set(wordsIn(extracted))
    // A hyphen of the word’s own at a line’s end is taken for one of the layout: sub-contracted, subcontracted.
    const isFound = (word: string): boolean => found.has(word) || [...found].some((each) => each.endsWith(word))
    const own = textsOf(tag === 'sr-Latn' ? 'sr-Cyrl' : tag)
    const prose = Object.entries(own).filter(([key]) => !/^(front|programme)\./.test(key))
    const words = prose.flatMap(([, text]) => wordsIn(tag === 'sr-Latn' ? toSerbianLatin(text) : text))
    expect([...new Set(words)].filter((word) => !isFound(word))).toEqual([])
    expect(extracted).not.toContain('\u00AD')
    // There are lines that end with a part of a word.
    expect(run('pdftotext', '-layout', pdfPath(build.folder, tag), '-')).toMatch(/\p{Ll}{2}-\n/u)
  })
})

test('gettext’s transliterator agrees on every text of the Serbian edition', () => {
  const cyrillic = Object.values({
    ...textsOf('sr-Cyrl'),
    ...(JSON.parse(readFileSync('pipeline/language/packs/sr-Cyrl/interface.json', 'utf8')) as Record<string, string>),
  }).join('\n')
  expect(cyrillic.length).toBeGreaterThan(5000)
  expect(toSerbianLatin(cyrillic)).toBe(
    execFileSync('recode-sr-latin', { input: cyrillic, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } }),
  )
})
