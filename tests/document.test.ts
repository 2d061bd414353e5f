import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toSerbianLatin } from '../pipeline/language/serbian-latin.ts'
import { DOCUMENT, TAGS, buildPublication, htmlPath, pdfPath } from './build-once.ts'

type Texts = Record<string, string>

const texts = (tag: string, namespace = DOCUMENT): Texts => JSON.parse(readFileSync(`locales/${tag}/${namespace}.json`, 'utf8'))
const builtIn = (tag: string): Texts => JSON.parse(readFileSync(`pipeline/language/packs/${tag}/interface.json`, 'utf8'))

/** An edition's own texts: those of the Latin script are derived. */
const textsOf = (tag: string): Texts =>
  tag === 'sr-Latn' ? Object.fromEntries(Object.entries(texts('sr-Cyrl')).map(([key, text]) => [key, toSerbianLatin(text)])) : texts(tag)

const names = (tag: string): string[] =>
  Object.entries(textsOf(tag)).flatMap(([key, text]) => (/^programme\.people\.[^.]+\.name$/.test(key) ? [text] : []))

const letters = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '')

interface Reading {
  readonly pages: string[]
  readonly language: string | null
  readonly tagged: boolean
  readonly titles: string[]
  readonly contents: { readonly title: string; readonly page: number }[]
}

async function read(path: string): Promise<Reading> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
  const outline = await outlineOf(pdf)
  // Typed as an object, it is a map in pdfjs-dist 6.
  const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean>
  return {
    pages,
    language: info['Language'] as string,
    tagged: marks.get('Marked') === true,
    titles: outline.map(({ title }) => title),
    contents: outline,
  }
}

async function outlineOf(pdf: PDFDocumentProxy): Promise<{ title: string; page: number }[]> {
  const flat: { title: string; page: number }[] = []
  const visit = async (items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>): Promise<void> => {
    for (const item of items ?? []) {
      const destination = typeof item.dest === 'string' ? await pdf.getDestination(item.dest) : item.dest
      flat.push({ title: item.title, page: (await pdf.getPageIndex(destination![0])) + 1 })
      await visit(item.items)
    }
  }
  await visit(await pdf.getOutline())
  return flat
}

let first: ReturnType<typeof buildPublication>

beforeAll(() => {
  first = buildPublication()
})

afterAll(() => {
  first?.remove()
})

describe.each(TAGS)('the %s edition', (tag) => {
  let pdf: Reading
  let html: string

  beforeAll(async () => {
    pdf = await read(pdfPath(first.folder, tag))
    html = readFileSync(htmlPath(first.folder, tag), 'utf8')
  })

  test('names all nineteen people in its own forms, on screen and in print', () => {
    expect(names(tag)).toHaveLength(19)
    const printed = letters(pdf.pages.join(' '))
    const shown = letters(html.replaceAll(/<[^>]*>/g, ''))
    expect(names(tag).filter((name) => !printed.includes(letters(name)) || !shown.includes(letters(name)))).toEqual([])
  })

  test('is complete: nothing falls back to English, and no band says draft', () => {
    expect(html).not.toMatch(/class="(?:fallback|draft)/)
  })

  test('is in its language, and says so', () => {
    expect(pdf.language).toBe(tag)
    expect(pdf.tagged).toBe(true)
    expect(html).toContain(`<html lang="${tag}">`)
    const body = pdf.pages.slice(2).join(' ')
    const cyrillic = (body.match(/\p{Script=Cyrillic}/gu) ?? []).length
    const latin = (body.match(/\p{Script=Latin}/gu) ?? []).length
    if (tag === 'mk' || tag === 'sr-Cyrl') expect(cyrillic).toBeGreaterThan(latin * 4)
    else expect(cyrillic).toBe(0)
  })

  test('has every heading as a bookmark, and its contents tell the page on which each stands', () => {
    const headings = Object.entries(textsOf(tag)).flatMap(([key, text]) => (key.endsWith('.heading') ? [text] : []))
    expect(headings.length).toBeGreaterThan(6)
    for (const heading of headings) {
      const mark = pdf.contents.find(
        ({ title }) => title.replaceAll('\u00A0', ' ') === heading.replaceAll(/[*_]/g, '').replaceAll('\u00A0', ' '),
      )
      expect(letters(pdf.pages[mark!.page - 1]!)).toContain(letters(heading))
      expect(letters(pdf.pages[1]!)).toContain(`${letters(heading)}${mark!.page}`)
    }
  })

  test('is numbered in its own words on every page but the cover', () => {
    const message = tag === 'sr-Latn' ? toSerbianLatin(builtIn('sr-Cyrl')['page']!) : builtIn(tag)['page']!
    pdf.pages.forEach((page, index) => {
      const numbering = letters(message.replace('{page}', String(index + 1)).replace('{pages}', String(pdf.pages.length)))
      if (index === 0) expect(letters(page)).not.toContain(numbering)
      else expect(letters(page)).toContain(numbering)
    })
  })

  test('names its publisher in its own language', () => {
    const publisher = /^publisher: (.*)$/m.exec(readFileSync('content/publication.yaml', 'utf8'))![1]!
    const message =
      tag === 'sr-Latn'
        ? toSerbianLatin(texts('sr-Cyrl', 'site')['publisher']!)
        : tag === 'en'
          ? publisher
          : texts(tag, 'site')['publisher']!
    expect(html.slice(html.indexOf('<footer'))).toContain(`<p>${message}</p>`)
  })

  test('links the other four languages and its PDF, and every address leads to a file', () => {
    const addresses = [...html.matchAll(/href="([^"#]+)"/g)].map((match) => match[1]!)
    const files = new Set(readdirSync(first.folder, { recursive: true, encoding: 'utf8' }))
    const missing = addresses.filter((address) => !files.has(join(tag, DOCUMENT, address)))
    expect(missing).toEqual([])
    for (const other of TAGS) expect(addresses).toContain(`../../${other}/${DOCUMENT}/index.html`)
    expect(addresses).toContain(`${DOCUMENT}.${tag}.pdf`)
  })
})

test.each(['mk', 'sr-Cyrl', 'sr-Latn'])(
  '%s gives the own spelling of every name that it writes otherwise, once and where it comes first',
  (tag) => {
    const html = readFileSync(htmlPath(first.folder, tag), 'utf8').replaceAll(/<span class="unbroken">([^<]*)<\/span>/g, '$1')
    const english = texts('en')
    const spelled: string[] = []
    for (const [key, name] of Object.entries(textsOf(tag))) {
      if (!/^programme\.people\.[^.]+\.name$/.test(key) || name === english[key]) continue
      spelled.push(english[key]!)
      expect(html).toMatch(
        new RegExp(
          `^(?:(?!<strong class="name">${name}<)[^])*<strong class="name">${name}</strong>(?:(?!</li>)[^])*<p class="original" lang="[\\w-]+"[^>]*>${english[key]!}</p>`,
        ),
      )
    }
    const given = [...html.matchAll(/<p class="original"[^>]*>([^<]*)</g)].map((match) => match[1]!)
    expect(given.toSorted()).toEqual(spelled.toSorted())
  },
)

test('the report’s English title is marked as English wherever it is quoted', () => {
  for (const tag of ['mk', 'sr-Cyrl', 'sr-Latn']) {
    expect(readFileSync(htmlPath(first.folder, tag), 'utf8')).toContain('<em lang="en">New battlegrounds')
  }
})
