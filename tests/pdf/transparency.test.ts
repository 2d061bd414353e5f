import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { elementsPage, printElements } from './torture/torture.ts'

let pool: BrowserPool
beforeAll(async () => (pool = await openBrowserPool()))
afterAll(() => pool.close())

/** What the browser draws through forms, and forms in forms. */
const BODIES: Readonly<Record<string, string>> = {
  opacity: '<p style="opacity: .5">Words</p>',
  'opacity in opacity': '<div style="opacity: .5"><p style="opacity: .5">Words</p></div>',
  'three deep': '<div style="opacity: .9"><div style="opacity: .9"><p style="opacity: .9">Words</p></div></div>',
  'a blend on ground of its own': '<div style="isolation: isolate"><p style="mix-blend-mode: multiply">Words</p></div>',
  'a list': '<ul style="opacity: .5"><li style="opacity: .5">Words</li></ul>',
  columns: `<div style="columns: 2; opacity: .7">${'<p style="opacity: .7">Words of a paragraph.</p>'.repeat(40)}</div>`,
}

test.each(Object.keys(BODIES))('%s: the words are no artifact', async (name) => {
  const bytes = await printElements(pool, await elementsPage(`<h1>Title</h1>${BODIES[name]}<p>End.</p>`))
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const told: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true })
    const marks: string[] = []
    for (const item of items) {
      if ('str' in item) {
        if (item.str.includes('Words')) told.push(marks.join(' '))
      } else if (item.type === 'endMarkedContent') marks.pop()
      else marks.push('tag' in item ? String(item.tag) : '')
    }
  }
  expect(told.length).toBe(BODIES[name]!.split('Words').length - 1)
  expect(told.filter((marks) => marks === '' || marks.includes('Artifact'))).toEqual([])
})
