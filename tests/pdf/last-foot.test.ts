import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOfFoot } from '../../pipeline/pdf/last-foot.ts'
import { createPublication, linesOf, type Line, type SmallPublication } from '../small-publication.ts'
import { SHEET } from './sheet.ts'

const PROSE =
  'What is printed in one country of the region is read in the next, and whoever looks for its sources has to follow the language and not the border.'
/** Lengths around a page’s end, so that the last page of some is full. */
const LENGTHS = [15, 16, 17, 18, 19, 20]
const FORMS = ['letter', 'report'] as const
const names = FORMS.flatMap((form) => LENGTHS.map((length) => `${form}-${length}`))

/** Of A5, in points: the lower margin, and how high the code is at least. */
const FOOT = (20 * 72) / 25.4
const CODE = (14 * 72) / 25.4

let publication: SmallPublication
const printed = new Map<string, Line[][]>()

beforeAll(async () => {
  const documents = names.map((name) => {
    const [form, length] = name.split('-')
    const front = `---\ntitle: A paper\nkind: Paper\nform: ${form}\ndescription: D.\ndate: 2018-06-08\n---\n\n`
    return [`content/${name}/document.md`, front + `${PROSE}\n\n`.repeat(Number(length))] as const
  })
  publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\nurl: https://example.org/\npaper: A5\neditions: [en]\n',
    ...Object.fromEntries(documents),
  })
  publication.run('build', '--format', 'pdf')
  for (const name of names) printed.set(name, await linesOf(await publication.pdf('en', name)))
})
afterAll(() => publication.remove())

const isAddress = ({ text }: Line): boolean => text.includes('example.org/en/about.html')
const isText = ({ text }: Line): boolean => /printed|country|region|whoever|language/.test(text)

test('what tells whether a copy is genuine stands at the foot of the last page, below its text', () => {
  let placed = 0
  for (const pages of printed.values()) {
    const address = pages.at(-1)!.find(isAddress)
    if (!address) continue
    placed++
    const texts = pages.at(-1)!.filter(isText)
    expect(address.y).toBeGreaterThan(FOOT)
    expect(address.y).toBeLessThan(FOOT + 12)
    // It makes no page of its own, and stands on no text.
    expect(texts.length).toBeGreaterThan(0)
    expect(Math.min(...texts.map(({ y }) => y))).toBeGreaterThan(address.y + CODE)
    expect(pages.slice(0, -1).flat().filter(isAddress)).toEqual([])
  }
  expect(placed).toBeGreaterThan(LENGTHS.length)
})

test('where the last page is full, a report has it on its cover, and a letter is not longer for it', () => {
  const full = names.filter((name) => !printed.get(name)!.at(-1)!.some(isAddress))
  expect(full.some((name) => name.startsWith('letter')) && full.some((name) => name.startsWith('report'))).toBe(true)
  for (const name of full) {
    const [cover, ...others] = printed.get(name)!
    expect(cover!.some(isAddress)).toBe(name.startsWith('report'))
    expect(others.flat().filter(isAddress)).toEqual([])
  }
})

test('it stands above the notes at the foot, or beside a full text in an outer margin that nothing else takes', () => {
  const foot = { height: 45, isTurned: false, hasAside: true, broad: [1] }
  const blocks = ['text', 'table'].map((id, number) => ({ number, id, anchor: id, isParted: false, isInside: false }))
  /** @param end how far below the upper margin the text ends @param notes where notes begin there, and how far from the left */
  const placesOf = (end: number, notes: Readonly<Record<string, readonly [number, number]>> = {}, last = 'text') => {
    const found = Object.entries({ 'last-foot': [end, 0], [last]: [end - 30, 0], ...notes } as Record<string, [number, number]>)
    return {
      pages: 3,
      scale: 1,
      destinations: new Map(found.map(([id]) => [id, 3])),
      heights: new Map(found.map(([id, [at]]) => [id, 800 - at])),
      lefts: new Map(found.map(([id, [, left]]) => [id, left])),
    }
  }
  const place = (places: ReturnType<typeof placesOf>, notes: string[] = [], of = foot) => placeOfFoot(of, blocks, SHEET, notes, places)
  expect(place(placesOf(300))).toEqual({ place: 'below', down: 398 })
  expect(place(placesOf(300, { note: [600, 50] }), ['note'])).toEqual({ place: 'below', down: 282 })
  expect(place(placesOf(650))).toEqual({ place: 'aside', down: 48 })
  expect(place(placesOf(650, {}, 'table'))).toBeUndefined()
  expect(place(placesOf(650, { note: [640, 400] }), ['note'])).toBeUndefined()
  expect(place(placesOf(650, { note: [300, 400] }), ['note'])).toEqual({ place: 'aside', down: 48 })
  expect(place(placesOf(650), [], { ...foot, hasAside: false })).toBeUndefined()
  expect(place(placesOf(300), [], { ...foot, isTurned: true })).toEqual({ place: 'below', down: 398 })
  expect(place({ ...placesOf(300), destinations: new Map([['last-foot', 2]]) })).toBeUndefined()
})
