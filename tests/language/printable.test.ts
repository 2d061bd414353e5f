import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFaces } from '../../.ci/faces.ts'
import { readFonts, type FontFile } from '../../pipeline/html/fonts.ts'
import { printedSigns } from '../../pipeline/html/signs.ts'
import { BLANK, PRINTABLE, rangesOf, subsetsOf, unprintablePlaces, type Subset } from '../../pipeline/language/printable.ts'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { elementsPage, printElements } from '../pdf/torture/torture.ts'
import { charactersOf } from './character-map.ts'

const SUBSETS = Object.keys(PRINTABLE) as Subset[]

let pool: BrowserPool
beforeAll(async () => {
  pool = await openBrowserPool()
})

afterAll(() => pool.close())

/** Prints texts in several faces, each by itself, with the files that they ask for. @throws Error where one lacks something */
const print = async (...texts: readonly string[]): Promise<void> => {
  const blocks = texts.map(
    (text) =>
      `<h2>${text}</h2><p>${text} <em>${text}</em> <strong>${text} <em>${text}</em></strong> <code>${text}</code></p><pre>${text}</pre>`,
  )
  const body = printedSigns(`<h1>Title</h1>${blocks.join('')}`)
  await printElements(pool, await elementsPage(body, [...subsetsOf(body)]))
}

const codesOf = (list: string): Set<number> =>
  new Set(rangesOf(list).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)))

/** The characters that a file gives, as far as its range lets it. */
const givenBy = ({ bytes, range }: FontFile): Set<number> =>
  charactersOf(bytes).intersection(codesOf(range.replaceAll(/U\+|\s/g, '').replaceAll(',', ' ')))

const common = (files: readonly FontFile[]): Set<number> => files.map(givenBy).reduce((all, each) => all.intersection(each))

test.each(SUBSETS.slice(0, -2))(
  'the printable characters of %s are those that every face has, in the range that its file is used for',
  async (subset) => {
    const files = await readFonts(new Set([subset]))
    expect(files.length).toBe(10)
    expect(codesOf(PRINTABLE[subset])).toEqual(common(files))
  },
)

test('the letters of European languages are those of the faces, and lie by themselves', async () => {
  for (const [path, bytes] of await makeFaces()) expect([path, readFileSync(path).equals(bytes)]).toEqual([path, true])
})

test('of the further signs, those are printable that every face has and that need no shaping', async () => {
  const files = (await readFonts(new Set<Subset>(['signs']))).filter(({ family }) => family === 'DejaVu Sans')
  expect(files.length).toBe(2)
  const scripts = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Common', 'Inherited']
    .map((script) => `\\p{Script=${script}}`)
    .join('')
  const plain = new RegExp(`^(?![\\p{C}\\p{Z}\uFFFC])[${scripts}]$`, 'u')
  expect(codesOf(PRINTABLE.signs)).toEqual(new Set([...common(files)].filter((code) => plain.test(String.fromCodePoint(code)))))
})

test('the emoji are those that both weights have', async () => {
  const files = await readFonts(new Set<Subset>(['emoji']), new Set())
  const bytes = files.map((file) => charactersOf(file.bytes))
  expect(codesOf(PRINTABLE.emoji)).toEqual(bytes[0]!.intersection(bytes[1]!))
})

test('the signs that institutions use are printed, and nothing is said of them', async () => {
  const texts = [
    '‐ ‑ ‒ – — ― ‰ ‡ † • ′ ″ … ≤ ≥ ≠ ≈ ± × ÷ √ ∞ ∑ ∏ ∫ ∂ ∆ ∅ ∈ ∩ ∪ π µ Ω',
    'CO₂ H₂O x₁₂ m² m³ 10⁻³ ½ ⅓ ⅔ ¼ ¾ ⅛ ⁰⁴⁹ ₀₉',
    '→ ← ↑ ↓ ↔ ⇒ ⇐ ⇔ ✓ ✔ ✗ ✘ ☐ ☑ ☒ ■ □ ▪ ● ○ ◆ ★ ☆ ☎ ✉ ▶ ▲ ▼',
    '€ £ ¥ ₤ ₺ ₽ ₴ № ℃ ™ ℠ ℗ © ® § ¶ ª º',
    'Ιωάννης Παπαδόπουλος, ἐν ἀρχῇ ἦν ὁ λόγος',
    'Łódź Þór Għawdex Őű Țș Nguyễn ẞ ĳ ǆ Ґґ Ѣѣ Қазақ',
    'крâљ кра̑љ кра̏ља во̀да рука́ у̏че краљица̄, ȁ ȃ'.replace('â', 'а\u0302'),
    'ﬁ ﬂ ﬀ ﬃ',
    '┌─┬─┐ │ ├─┼─┤ └─┴─┘ █▓▒░',
    '✅ ❌ 🚀 ⚠ ℹ 🙂 👍🏽 👨‍👩‍👧 🇽🇰 1\u20E3 ⭐ ❗ ❤ 💡',
  ]
  expect(texts.flatMap(unprintablePlaces)).toEqual([])
  await print(...texts)
})

test('a page asks only for the files that its signs stand in', () => {
  const cases = {
    'plain words': [],
    naïve: [],
    češće: ['latin-a'],
    'țară, Łódź, ığdır': ['latin-a'],
    Nɛlɛ: ['latin-ext'],
    ћирилица: ['cyrillic'],
    'Ελλάς, ἐν': ['greek', 'greek-ext'],
    'a → b': ['signs'],
    '🙂': ['emoji'],
    'а\u030F': ['signs'],
  }
  for (const [text, further] of Object.entries(cases)) expect([...subsetsOf(text)].sort()).toEqual(['latin', ...further].sort())
})

test('what is blank is printed beside letters of all files, and nothing is said of it', async () => {
  const texts = [...codesOf(BLANK)].map((code) => String.fromCodePoint(code)).map((blank) => `a${blank}b č${blank}č ш${blank}ш`)
  expect(texts.flatMap(unprintablePlaces)).toEqual([])
  await print(...texts)
})

test.each([0x7f, 0x85, 0x9d, 0x1, 0xb, 0x61c, 0x115f, 0x1680, 0x180e, 0xe01, 0x3000, 0x4e2d, 0x5d0, 0xfe10, 0xfff9, 0xe0080])(
  'the character %i is not printed, and told',
  async (code) => {
    const sign = String.fromCodePoint(code)
    expect(unprintablePlaces(`č${sign}`)).toEqual([{ start: 1, end: 1 + sign.length }])
    await expect(print(`č${sign}č`)).rejects.toThrow('The page has characters')
  },
)

test('a letter and its mark count as one', () => {
  for (const text of ['c\u030C', 'e\u0308', 'a\u200Db', 'a\u00ADb', 'a\nb']) expect(unprintablePlaces(text)).toEqual([])
  expect(unprintablePlaces('to 中, q\u20DD.')).toEqual([
    { start: 3, end: 4 },
    { start: 6, end: 8 },
  ])
})

test('a letter and its mark come from one file', async () => {
  const right = 'q\u0304 č\u0308 а\u0301'
  expect(unprintablePlaces(right)).toEqual([])
  await print(right)
  for (const sign of ['q\u20DD', '🙂\u0304', 'ш\u20E0', '中\u0301']) {
    expect(unprintablePlaces(sign)).toEqual([{ start: 0, end: sign.length }])
    await expect(print(sign)).rejects.toThrow('The page has characters')
  }
})
