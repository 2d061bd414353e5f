import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { DOCUMENT, TAGS, buildPublication, htmlPath, pdfPath, type BuiltFolder } from '../build-once.ts'
import { TORTURE, TORTURE_TAGS, buildTorture, elementsPage, printElements } from '../pdf/torture/torture.ts'
import { absentFrom, findNode, hasBeginning, passagesOfHtml, passagesOfStructure, readStructure, wordsOf } from './passages.ts'

/** What each PDF must read like: the HTML of its text, and where it has one of its programme. */
interface Reading {
  readonly file: string
  readonly text: string
  readonly programme?: string | undefined
}

const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8 })

const between = (html: string, from: string, to: string): string => html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)))

const place = mkdtempSync(join(tmpdir(), 'editions-reading-'))
const builds: BuiltFolder[] = []
const readings = new Map<string, Reading>()

beforeAll(async () => {
  builds.push(buildPublication(), buildTorture())
  const add = (name: string, { folder }: BuiltFolder, tag: string, document: string): void => {
    // How to cite an edition stands in the imprint of its print.
    const html = readFileSync(htmlPath(folder, tag, document), 'utf8').replace(/<section class="cite"[^]*?(?=<\/main>)/, '')
    readings.set(name, {
      file: pdfPath(folder, tag, document),
      text: between(html, '<article', '</article>'),
      programme: between(html, '<section class="programme"', '</main>').replace(/<figure class="glance">[^]*?<\/figure>/, ''),
    })
  }
  for (const tag of TAGS) add(tag, builds[0]!, tag, DOCUMENT)
  for (const tag of TORTURE_TAGS) add(`torture ${tag}`, builds[1]!, tag, TORTURE)
  const pool = await openBrowserPool()
  try {
    const html = await elementsPage()
    const file = join(place, 'elements.pdf')
    writeFileSync(file, await printElements(pool, html))
    readings.set('elements', { file, text: between(html, '<article', '</article>') })
  } finally {
    await pool.close()
  }
})

afterAll(() => {
  builds.forEach(({ remove }) => remove())
  rmSync(place, { recursive: true })
})

describe.each([...TAGS, ...TORTURE_TAGS.map((tag) => `torture ${tag}`), 'elements'])('%s', (name) => {
  test('its structure reads like the document: every passage in its place, every word whole, spaces right', () => {
    const { file, text, programme } = readings.get(name)!
    const structure = readStructure(run('pdfinfo', '-struct-text', file))
    const article = findNode(structure, ({ type }) => type === 'Art') ?? structure
    expect(passagesOfStructure(article)).toEqual(passagesOfHtml(text))
    if (programme === undefined) return
    const heading = passagesOfHtml(programme)[0]!.text
    const section = findNode(structure, ({ type, kids }) => {
      const [first] = kids
      return type === 'Sect' && typeof first === 'object' && first.type === 'H2' && wordsOf(first.kids) === heading
    })
    expect(passagesOfStructure(section!)).toEqual(passagesOfHtml(programme))
  })

  test('its bookmarks are its headings, word for word', async () => {
    const { file } = readings.get(name)!
    const headings = passagesOfStructure(readStructure(run('pdfinfo', '-struct-text', file))).filter(({ kind }) => /^H\d$/.test(kind))
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
    const titles: string[] = []
    const visit = (items: Awaited<ReturnType<typeof pdf.getOutline>>): void => {
      for (const { title, items: inner } of items ?? []) {
        titles.push(title.replaceAll(/\s+/g, ' '))
        visit(inner)
      }
    }
    visit(await pdf.getOutline())
    // The mark of a heading that waits for its translation is no part of its words.
    expect(titles).toHaveLength(headings.length)
    expect(headings.filter(({ text }, index) => text !== titles[index] && !text.endsWith(`: ${titles[index]}`))).toEqual([])
  })

  test('pdftotext gives its text in the same order, every word whole', () => {
    const { file, text, programme } = readings.get(name)!
    const extracted = run('pdftotext', '-raw', file, '-')
    // Notes stand at the foot of their pages, wherever those end.
    const section = /<section[^>]*data-footnotes[^]*?<\/section>/.exec(text)?.[0] ?? ''
    const notes = passagesOfHtml(`<div>${section.replace(/<h2[^]*?<\/h2>/, '')}</div>`).map((passage) => passage.text)
    const passages = [text.replace(section, ''), programme ?? ''].flatMap(passagesOfHtml).map((passage) => passage.text)
    // What is half transparent is painted after all else: the page of elements has its text, but not in order.
    const ordered = name !== 'elements'
    const absent = [...absentFrom(extracted, passages, ordered), ...notes.filter((note) => !hasBeginning(extracted, note))]
    expect(absent).toEqual([])
    const plain = run('pdftotext', file, '-')
    const words = (from: string): string[] => from.normalize('NFC').match(/\p{L}{6,}/gu) ?? []
    // A word that is parted after a line with a label is in two blocks to pdftotext, which joins the parts of one block alone.
    const found = words(plain.replaceAll(/-\n\n(?=\p{Ll})/gu, ''))
    const wanted = [text, programme ?? ''].flatMap(passagesOfHtml).flatMap((passage) => words(passage.text.replaceAll(/\S*[/@_]\S*/g, '')))
    // A hyphen of the word’s own at a line’s end is taken for one of the layout: sub-contracted, subcontracted.
    expect([...new Set(wanted)].filter((word) => !found.some((each) => each === word || each.endsWith(word)))).toEqual([])
    expect(plain).not.toContain('\u00AD')
  })
})
