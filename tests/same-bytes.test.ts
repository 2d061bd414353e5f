import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheWithBrowser } from './browser-cache.ts'
import {
  DOCUMENT,
  TAGS,
  buildPublication,
  buildRoot,
  copyOfPublication,
  digestsOf,
  pdfPath,
  rootOf,
  type BuiltFolder,
} from './build-once.ts'

const cache = cacheWithBrowser()
const place = mkdtempSync(join(tmpdir(), 'editions-same-'))
const copy = copyOfPublication()
const built: BuiltFolder[] = []
const keep = (folder: BuiltFolder): BuiltFolder => {
  built.push(folder)
  return folder
}

afterAll(() => {
  built.forEach(({ remove }) => remove())
  copy.remove()
  cache.remove()
  rmSync(place, { recursive: true })
})

/** Another user on another machine: clock, zone, language, folders, caches, rights, and one processor. */
const ELSEWHERE = {
  // Node’s own clock runs two years ahead.
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent('const now = Date.now.bind(Date); Date.now = () => now() + 63_072_000_000')}`,
  TZ: 'Pacific/Auckland',
  LANG: 'sr_RS.UTF-8',
  LC_ALL: 'sq_AL.UTF-8',
  HOME: join(place, 'home'),
  XDG_CACHE_HOME: cache.folder,
  TMPDIR: place,
}

describe('the publication has the same bytes, in every file,', () => {
  let usual: Record<string, string>
  const digests = (circumstances: Parameters<typeof buildRoot>[1]) => digestsOf(keep(buildRoot(copy.root, circumstances)).folder)

  beforeAll(() => {
    usual = digestsOf(keep(buildPublication({ printsAnew: true })).folder)
  })

  test('of which there are many', () => {
    expect(Object.keys(usual).filter((path) => /\.(?:pdf|html|css|woff2)$/.test(path)).length).toBeGreaterThan(15)
  })

  test('on another machine, with nothing known of the last build', () => {
    const through = ['sh', '-c', 'umask 077; exec taskset -c 0 "$@"', 'sh']
    expect(digests({ environment: ELSEWHERE, through, from: place })).toEqual(usual)
  })

  test('there again, with what was printed before', () => {
    expect(digests({ environment: ELSEWHERE })).toEqual(usual)
  })

  test('one edition at a time, where the others stand that its page leads to', () => {
    const { folder } = keep(buildRoot(copy.root, { arguments: ['--format', 'html'] }))
    for (const tag of TAGS) {
      const alone = buildRoot(copy.root, { printsAnew: true, arguments: ['--edition', tag, '--out', folder] })
      rmSync(alone.folder, { recursive: true })
    }
    const files = digestsOf(folder)
    for (const path of Object.keys(usual).filter((each) => /\.(?:pdf|html)$/.test(each)))
      expect(`${path} ${files[path]}`).toBe(`${path} ${usual[path]}`)
  })
})

test('documents may be built in any order, in each format that can be made, and elsewhere', () => {
  const { root, remove } = rootOf('tests/pdf/torture')
  try {
    cpSync(join(root, 'content/everything'), join(root, 'content/another'), { recursive: true })
    const [one, other] = [
      ['everything', 'another'],
      ['another', 'everything'],
    ].map((order, at) => {
      const books = [...order, '--edition', 'en', '--format', 'pdf,epub,docx']
      return digestsOf(keep(buildRoot(root, { printsAnew: true, arguments: books, environment: at === 0 ? {} : ELSEWHERE })).folder)
    })
    for (const format of ['pdf', 'epub', 'docx']) expect(Object.keys(one!)).toContain(`en/another/another.en.${format}`)
    expect(one).toEqual(other)
  } finally {
    remove()
  }
})

describe('the dates of a PDF', () => {
  const datesOf = async (folder: string): Promise<readonly (Date | undefined)[]> => {
    const pdf = await PDFDocument.load(readFileSync(pdfPath(folder, 'en')), { updateMetadata: false })
    return [pdf.getCreationDate(), pdf.getModificationDate()]
  }

  test('are the document’s own', async () => {
    const date = /^date: (\S+)$/m.exec(readFileSync(`content/${DOCUMENT}/document.md`, 'utf8'))![1]!
    const day = new Date(`${date}T00:00:00Z`)
    expect(await datesOf(built[0]!.folder)).toEqual([day, day])
  })

  test('are those of SOURCE_DATE_EPOCH, where it is set', async () => {
    const { folder } = keep(buildRoot('.', { environment: { SOURCE_DATE_EPOCH: '1600000000' }, arguments: ['--edition', 'en'] }))
    const day = new Date(1_600_000_000_000)
    expect(await datesOf(folder)).toEqual([day, day])
  })
})
