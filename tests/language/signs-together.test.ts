import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printedSigns, replacedInPage } from '../../pipeline/html/signs.ts'
import { BLANK, PRINTABLE, rangesOf, subsetsOf, unprintablePlaces } from '../../pipeline/language/printable.ts'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'
import { checkPairs } from '../bench/checks/pairs.ts'
import { elementsPage, printElements } from '../pdf/torture/torture.ts'

/**
 * Letters with any marks, pictures of several signs, keycaps, flags, marks after blanks and in tags of their own: what is printed
 * with a sign in the place of another is what the check finds, and the print has a glyph for the rest. `SIGNS=1000` tries a
 * thousand pages.
 */
const RUNS = Number(process.env['SIGNS'] ?? 3)

const charactersOf = (list: string): string[] =>
  rangesOf(list)
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)))
    .filter((sign) => !/[\p{Cc}<>&\\*_`[\]{}|#:~$!^"'=+-]/u.test(sign))
const lists = Object.values(PRINTABLE).map(charactersOf)
const from = (signs: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...signs)
const base = fc.oneof(...lists.map((list) => from(list.filter((sign) => !/\p{M}/u.test(sign)))))
const mark = from([...new Set(lists.flat().filter((sign) => /\p{M}/u.test(sign)))])
const emoji = from(charactersOf(PRINTABLE.emoji))
const blank = from([...charactersOf(BLANK).filter((sign) => !/[\t\n\r\p{Cc}\u2028\u2029]/u.test(sign)), ' ', '\u00A0'])
const joined = from(['\u200D', '\uFE0F', '\u{1F3FD}', '\uFE0F\u200D', '\u20E3', '\u{E0067}\u{E0062}\u{E007F}', '🇰'])
const foreign = from([...Array.from('语אبไᚠⲀⰀ한ꦗ𐌰'), '\uE000'])
const together = fc
  .oneof(
    fc.tuple(base, mark),
    fc.tuple(base, mark, mark),
    fc.tuple(base, blank, mark),
    fc.tuple(emoji, joined, emoji),
    fc.tuple(base, joined),
    fc.tuple(fc.oneof(base, foreign), fc.oneof(base, foreign), mark),
  )
  .map((signs) => signs.join(''))
const passage = fc
  .array(fc.tuple(from(['', '', '*', '**', '`']), fc.oneof(together, mark, base)), { minLength: 1, maxLength: 4 })
  .map((parts) => `Words ${parts.map(([around, text]) => around + text + around).join('')} end.`) // prettier-ignore

const pageOf = (markdown: string): string => `<body>${toHtml(toHast(parseMarkdown(markdown, 'document.md')))}</body>`

let pool: BrowserPool
beforeAll(async () => {
  pool = await openBrowserPool()
})
afterAll(() => pool.close())

test('what is printed with a sign in its place is what the check finds, and no more', () => {
  fc.assert(
    fc.property(passage, (markdown) => {
      const page = pageOf(markdown)
      const told = checkPairs('mk', [{ key: 'a', english: markdown, text: '' }], ['unprintable'])
      expect([markdown, told.length > 0]).toEqual([markdown, replacedInPage(page, '') !== page])
    }),
    { numRuns: RUNS * 300 },
  )
})

test('the print has a glyph for all that is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(passage, { minLength: 40, maxLength: 60 }), async (passages) => {
      const body = pageOf(passages.map((each) => `## ${each}\n\n${each} **${each}**`).join('\n\n'))
      // Marks that reach above the first line of a page would be painted on the page before as well.
      const page = printedSigns(replacedInPage(body, '')).replaceAll(/<(h2|p)>/g, '<$1 style="padding-top: 2em">')
      const html = await elementsPage(page.slice('<body>'.length, -'</body>'.length), [...subsetsOf(page)])
      expect((await printElements(pool, html)).byteLength).toBeGreaterThan(0)
    }),
    { numRuns: RUNS, endOnFailure: RUNS < 10 },
  )
})

test('tones of skin, joiners and marks belong to the sign before them', () => {
  for (const sign of ['👍🏽', '👨‍👩‍👧', '🏳️‍🌈', '👩🏽‍⚕️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '🇽🇰', 'с\u030C', 'a\u034F\u0301', 'a\u200Db'])
    expect([sign, unprintablePlaces(sign)]).toEqual([sign, []])
  for (const sign of ['f🏽', 'a\u200C\u0301', '\u00AD\u0301', '\u0301', ' \u0301', 'q\u20E3'])
    expect([sign, unprintablePlaces(sign)]).toEqual([sign, [{ start: 0, end: sign.length }]])
})
