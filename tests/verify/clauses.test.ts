import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { readPdf, type Reading } from '../../pipeline/verify/reading.ts'
import { RULES } from '../../pipeline/verify/verify-pdf.ts'
import { TAGS, buildPublication, pdfPath } from '../build-once.ts'
import { TORTURE, TORTURE_TAGS, buildTorture, elementsPage, printElements } from '../pdf/torture/torture.ts'

const readings = new Map<string, Reading>()

beforeAll(async () => {
  const [publication, torture] = [buildPublication(), buildTorture()]
  const pool = await openBrowserPool()
  try {
    for (const tag of TAGS) readings.set(tag, await readPdf(readFileSync(pdfPath(publication.folder, tag))))
    for (const tag of TORTURE_TAGS) readings.set(`torture ${tag}`, await readPdf(readFileSync(pdfPath(torture.folder, tag, TORTURE))))
    readings.set('elements', await readPdf(await printElements(pool, await elementsPage())))
  } finally {
    await pool.close()
    publication.remove()
    torture.remove()
  }
})

afterAll(() => readings.clear())

describe.each([...TAGS, ...TORTURE_TAGS.map((tag) => `torture ${tag}`), 'elements'])('%s', (name) => {
  test.each(RULES)('$id: $expected', ({ check }) => {
    expect(check(readings.get(name)!)).toEqual([])
  })
})

test('the torture documents hold every type that the rules speak of', () => {
  const types = (name: string): string[] => [...new Set(readings.get(name)!.elements.map(({ type }) => type))]
  const both = 'Document Sect P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TR TH TD Figure Link Reference Note BlockQuote Code Span'
  const named = { 'torture en': `${both} Art Div Caption TOC TOCI`, elements: `${both} Div Caption Quote` }
  for (const [name, wanted] of Object.entries(named)) expect(wanted.split(' ').filter((type) => !types(name).includes(type))).toEqual([])
})
