import { generateKeyPairSync } from 'node:crypto'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Failure } from '../../pipeline/problem.ts'
import { openSigner } from '../../pipeline/publish/signature.ts'
import { packFiles } from '../../pipeline/publish/package.ts'
import { verifyBook } from '../../pipeline/verify/books.ts'
import { readPackage } from '../../pipeline/verify/package.ts'
import { verify } from '../../pipeline/verify/verify.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

/** A secret key as `minisign -G -W` writes it: three algorithms, salt and limits, number, key, checksum. */
function secretKey(change: (bytes: Buffer) => void = () => undefined): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = (key: typeof privateKey, type: 'pkcs8' | 'spki') => key.export({ format: 'der', type } as never) as unknown as Buffer
  const [seed, own] = [raw(privateKey, 'pkcs8').subarray(-32), raw(publicKey, 'spki').subarray(-32)]
  const bytes = Buffer.concat([Buffer.from('Ed\0\0B2'), Buffer.alloc(48), Buffer.from('12345678'), seed, own, Buffer.alloc(32)])
  change(bytes)
  return `untrusted comment: minisign secret key\n${bytes.toString('base64')}\n`
}

const key = secretKey()
let small: SmallPublication
let output: string
let whole: string
const zip = 'sq/paper/paper.sq.zip'

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq]\nformats: [html, pdf, zip, press, epub, docx]\n',
    'content/paper/document.md':
      '---\ntitle: A paper\nkind: report\ndescription: About it.\ndate: 2026-05-31\n---\n\n## One\n\nText, and [the other](../other/document.md).[^1]\n\n1. First\n   - Inner\n\n| Town | Pupils |\n|---|--:|\n| Prishtina | 10 |\n\n[^1]: A note.\n',
    'content/other/document.md': '---\ntitle: Another\nkind: report\ndescription: About it.\ndate: 2026-05-31\n---\n\nText.\n',
  })
  small.run('sync')
  vi.stubEnv('EDITIONS_SIGNING_KEY', key)
  small.run('build')
  vi.unstubAllEnvs()
  output = join(small.root, 'output')
  whole = join(small.root, 'whole')
  cpSync(output, whole, { recursive: true })
})
afterAll(() => small.remove())

const publicKey = openSigner(key)!.publicKey
const filesOf = (folder: string): string[] => globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile())
function flip(path: string, at: number, bit = 1): void {
  const bytes = readFileSync(path)
  bytes[at % bytes.length]! ^= bit
  writeFileSync(path, bytes)
}
const named = async (target: string, more: { manifest?: string; key?: string } = {}): Promise<string[]> =>
  (await verify({ target, ...more })).problems.map((problem) => `${problem.file}: ${problem.reason}`)

describe('a folder that was published', () => {
  beforeEach(() => {
    rmSync(output, { recursive: true })
    cpSync(whole, output, { recursive: true })
  })

  test('is whole, and tells who has signed it', async () => {
    expect(await verify({ target: output, key: publicKey })).toMatchObject({ problems: [], signedBy: publicKey, pdfs: 2 })
  })

  test('with a byte changed in any file names each', async () => {
    const listed = filesOf(output).filter((path) => !/^(?:manifest\.json|SHA256SUMS.*)$/.test(path))
    expect(listed.length).toBeGreaterThan(30)
    listed.forEach((path, index) => flip(join(output, path), index * 7919))
    expect(await named(output)).toEqual(listed.sort().map((path) => `${path}: This file is not the one that was published.`))
  })

  test.each(['manifest.json', 'SHA256SUMS', 'SHA256SUMS.minisig'])('with a byte changed anywhere in %s names it', async (path) => {
    const seal = readFileSync(join(whole, path))
    // What is wrong of the rest is found first.
    for (let at = 0; at < seal.length; at += Math.ceil(seal.length / 40)) {
      for (const bit of [1 << (at % 7), 0x80]) {
        writeFileSync(join(output, path), seal)
        flip(join(output, path), at, bit)
        expect((await named(output)).join('\n'), `byte ${at}`).toContain(path)
      }
    }
  })

  test.each([
    ['a file that was cut off', 'sq/paper/index.html', 'it is shorter, as after a download that was cut off'],
    ['one that is missing', 'SHA256SUMS.minisig', 'The signature is missing'],
    ['one that is missing', 'manifest.json', 'The manifest is missing'],
  ])('with %s says so', async (what, path, said) => {
    if (what.includes('missing')) rmSync(join(output, path))
    else writeFileSync(join(output, path), readFileSync(join(output, path)).subarray(0, 100))
    expect((await named(output)).join('\n')).toMatch(new RegExp(`${path}: .*${said}`))
  })

  test('with a file that nobody published names it', async () => {
    writeFileSync(join(output, 'sq/mine.html'), 'Mine')
    expect(await named(output)).toEqual(['sq/mine.html: This file was not published: the manifest does not list it.'])
  })

  test('signed by another than is known says so', async () => {
    expect(await named(output, { key: openSigner(secretKey())!.publicKey })).toEqual([
      'SHA256SUMS.minisig: This was not signed with the key that you named.',
    ])
  })

  test('is known as ours where its manifest was deleted, and a changed file in it is not', () => {
    rmSync(join(output, 'manifest.json'))
    expect(small.run('build', '--format', 'html').status).toBe(0)
    rmSync(join(output, 'manifest.json'))
    flip(join(output, 'index.html'), 500)
    expect(small.run('build', '--format', 'html')).toMatchObject({ status: 2, said: expect.stringContaining('index.html') as string })
  })
})

describe('an offline package', () => {
  const place = (): string => join(whole, zip)
  const copy = (): string => join(small.root, 'copy.zip')
  afterEach(() => rmSync(copy(), { force: true }))

  test('is what the site’s manifest lists, and whole in itself: its links lead somewhere, and none leads out of it', async () => {
    const { problems, published, pdfs, signedBy } = await verify({ target: place() })
    expect(problems).toEqual([])
    expect({ published: published?.path, pdfs, signedBy }).toEqual({ published: zip, pdfs: 1, signedBy: publicKey })
  })

  test('alone is held against its own manifest', async () => {
    cpSync(place(), copy())
    expect(await verify({ target: copy() })).toMatchObject({ problems: [], published: undefined })
  })

  test('with any bit of it changed names itself or the file in it', async () => {
    const bytes = readFileSync(place())
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        writeFileSync(copy(), bytes)
        flip(copy(), at, 1 << bit)
        expect(await named(copy())).not.toEqual([])
        // Held against the site’s manifest, it names itself whatever is changed.
        expect((await named(copy(), { manifest: join(whole, 'manifest.json') })).length).toBeGreaterThan(0)
      }),
      { numRuns: 25 },
    )
  })

  test('of no build is told', async () => {
    writeFileSync(copy(), 'PK nothing')
    expect(await named(copy())).toEqual([`${copy()}: This package is not as it was made.`])
  })
})

describe.each([
  ['epub', 'text.xhtml'],
  ['docx', 'footnotes.xml'],
])('a book as %s', (format, part) => {
  const book = `sq/paper/paper.sq.${format}`
  const repacked = async (files: readonly (readonly [path: string, bytes: Uint8Array])[]) =>
    packFiles(
      files.map(([path, bytes]) => ({ path, bytes })),
      '2026-05-31',
    )

  test('is offered by its page and by the library, with its size', () => {
    for (const page of ['sq/paper/index.html', 'sq/index.html'])
      expect(readFileSync(join(whole, page), 'utf8')).toMatch(new RegExp(`paper\\.sq\\.${format}"[^>]*>[^<]*${format.toUpperCase()}, \\d`))
  })

  test('is held against the manifest, and has all that it leads to', async () => {
    const { status, said } = small.run('verify', join(whole, book))
    expect([said, status]).toEqual([expect.stringContaining(`This is ${book}, as it was published`), 0])
    const bytes = readFileSync(join(whole, book))
    const files = [...(await readPackage(bytes))]
    const torn = [bytes.subarray(0, -100), await repacked(files.slice(1)), await repacked(files.filter(([path]) => !path.endsWith(part)))]
    expect(await verifyBook(book, await repacked(files))).toEqual([])
    for (const each of torn)
      expect((await verifyBook(book, each)).map(({ reason }) => reason)).toEqual([expect.stringContaining('no whole book')])
  })
})

test('a book for Word is made of what Word makes of a text: headings, lists in lists, heads of tables, notes, and the language of each word', async () => {
  const file = join(whole, 'sq/paper/paper.sq.docx')
  const { value } = await mammoth.convertToHtml({ path: file })
  expect(value).toMatch(/<h1>.*One<\/h1>/)
  expect(value).toMatch(/<ol><li>.*First ?<ul><li>.*Inner<\/li><\/ul><\/li><\/ol>/)
  expect(value).toMatch(/<table><thead><tr><th>.*Town.*<\/thead><tbody><tr><td>.*Prishtina/)
  expect(value).toMatch(/<sup><a href="#footnote-1"[^]*A note\./)
  const text = Buffer.from((await readPackage(readFileSync(file))).get('word/document.xml')!).toString('utf8')
  // What is not translated is in English; what stands around it, in Albanian.
  expect(text).toMatch(/<w:lang w:val="en-GB"\/><\/w:rPr><w:t[^>]*>First</)
  expect(text).toContain('<w:lang w:val="sq-AL"/>')
})

describe('a single file', () => {
  const place = (): string => join(small.root, 'elsewhere')
  const received = (): string => join(place(), 'received.pdf')
  beforeEach(() => {
    mkdirSync(place(), { recursive: true })
    cpSync(join(whole, 'sq/paper/paper.sq.pdf'), received())
  })
  const manifest = (): string => join(whole, 'manifest.json')

  test('is found in a manifest by its content, whatever its name is now', () => {
    const { status, said } = small.run('verify', received(), '--manifest', manifest())
    expect(said).toContain('This is sq/paper/paper.sq.pdf, as it was published: “A paper”, 2026-05-31, in sq, draft.')
    expect(status).toBe(0)
  })

  test('that was changed is told, by its name too', async () => {
    flip(received(), 5000)
    expect((await named(received(), { manifest: manifest() })).join()).toContain('This file was not published')
    cpSync(received(), join(place(), 'paper.sq.pdf'))
    expect((await named(join(place(), 'paper.sq.pdf'), { manifest: manifest() })).join()).toContain('not the one that was published')
  })

  test('with no manifest anywhere is nothing to hold, and neither is a manifest that is none', async () => {
    await expect(verify({ target: received() })).rejects.toThrow('There is no manifest to hold this file against.')
    await expect(verify({ target: received(), manifest: join(whole, 'index.html') })).rejects.toThrow('This is no manifest.')
  })
})

describe('a key that signs nothing is told, and nothing is written', () => {
  test.each([
    ['no key', 'hello', 'This is no secret key of minisign'],
    ['a key that is locked', secretKey((bytes) => bytes.write('Sc', 2)), 'locked with a password'],
    ['a key that is damaged', secretKey((bytes) => (bytes[70]! ^= 1)), 'damaged'],
    ['a key that is cut off', key.slice(0, -20), 'This is no secret key of minisign'],
  ])('%s', (_, text, said) => {
    expect(() => openSigner(text)).toThrow(Failure)
    expect(() => openSigner(text)).toThrow(said)
  })

  test('no text is no signature', () => expect(openSigner(' \n')).toBeUndefined())
})
