import { PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib'
import { damageOf, facesOf, programOf, unicodeOf, widthsOf, type Face } from '../faces.ts'
import { name, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

/**
 * Allowed difference between widths in the PDF and in the font program, in thousandths of the font size (ISO 19005-2, 6.2.11.5).
 */
const TOLERANCE = 1

const labels = (pdf: Reading, isWrong: (face: Face) => boolean): string[] =>
  facesOf(pdf)
    .filter(isWrong)
    .map(({ label }) => label)

/** Counts the faulty painted characters of each font. */
const characters = (pdf: Reading, wrongOf: (face: Face) => (code: number) => boolean): string[] =>
  facesOf(pdf).flatMap((face) => {
    const wrong = [...face.codes].filter(wrongOf(face))
    return wrong.length > 0 ? [`${face.label}: ${wrong.length} characters, first ${wrong[0]}`] : []
  })

const typeOf = (dict: PDFDict): string | undefined => dict.lookupMaybe(name('Subtype'), PDFName)?.decodeText()

/** Values that are not characters (7.21.7). */
const NO_CHARACTERS = /[\0\uFEFF\uFFFE]/

/** Rules on fonts: ISO 14289-1, 7.21, and the corresponding clauses of ISO 19005-2, 6.2.11. */
export const FONT_RULES: readonly Rule[] = [
  {
    id: 'ua-7.21.3.1',
    expected: 'every font is a composite of glyphs by their numbers, and none is drawn by Type 3',
    check: (pdf) =>
      facesOf(pdf).length === 0
        ? ['no text']
        : labels(pdf, ({ dict }) => typeOf(dict) !== 'Type0' || dict.lookup(name('Encoding')) !== name('Identity-H')),
  },
  {
    id: 'ua-7.21.3.2',
    expected: 'a font’s codes are the numbers of its glyphs',
    check: (pdf) =>
      labels(pdf, ({ descendant }) => typeOf(descendant) !== 'CIDFontType2' || descendant.lookup(name('CIDToGIDMap')) !== name('Identity')),
  },
  {
    id: 'ua-7.21.4.1-1',
    expected: 'every font is embedded',
    check: (pdf) => labels(pdf, ({ descriptor }) => !(descriptor?.lookup(name('FontFile2')) instanceof PDFRawStream)),
  },
  {
    id: 'font-program',
    expected: 'every font’s program is whole',
    check: (pdf) =>
      facesOf(pdf).flatMap((face) => {
        const damage = damageOf(face)
        return damage === undefined ? [] : [`${face.label}: ${damage}`]
      }),
  },
  {
    id: 'ua-7.21.4.1-2',
    expected: 'every character that is painted has a glyph in its font',
    check: (pdf) =>
      characters(pdf, (face) => {
        const glyphs = programOf(face)?.glyphs ?? Infinity
        return (code) => code >= glyphs
      }),
  },
  {
    id: 'ua-7.21.4.2',
    expected: 'a font tells no list of its glyphs, which could be wrong',
    check: (pdf) => labels(pdf, ({ descriptor }) => ['CIDSet', 'CharSet'].some((key) => descriptor?.has(name(key)))),
  },
  {
    id: 'ua-7.21.5',
    expected: 'the widths of characters are those of their font',
    check: (pdf) =>
      characters(pdf, (face) => {
        const [program, given] = [programOf(face), widthsOf(face)]
        return (code) => program !== undefined && code < program.glyphs && Math.abs(given(code) - program.width(code)) > TOLERANCE
      }),
  },
  {
    id: 'ua-7.21.7-1',
    expected: 'every character that is painted has a Unicode value',
    check: (pdf) =>
      characters(pdf, (face) => {
        const map = unicodeOf(face)
        return (code) => (map.get(code) ?? '') === ''
      }),
  },
  {
    id: 'ua-7.21.7-2',
    expected: 'no Unicode value is one that is no character',
    check: (pdf) =>
      characters(pdf, (face) => {
        const map = unicodeOf(face)
        return (code) => NO_CHARACTERS.test(map.get(code) ?? '')
      }),
  },
  {
    id: 'a-6.2.11.7.3',
    expected: 'no character has a private value, which no reader can say',
    check: (pdf) =>
      characters(pdf, (face) => {
        const map = unicodeOf(face)
        return (code) => /\p{Co}/u.test(map.get(code) ?? '')
      }),
  },
  {
    id: 'ua-7.21.8',
    expected: 'no character without a glyph is painted',
    check: (pdf) => characters(pdf, () => (code) => code === 0),
  },
  {
    id: 'a-6.2.11.2',
    expected: 'a font has its type and its name, the same in all its parts',
    check: (pdf) =>
      labels(pdf, ({ dict, descendant, descriptor }) => {
        const names = [dict.lookup(name('BaseFont')), descendant.lookup(name('BaseFont')), descriptor?.lookup(name('FontName'))]
        return [dict, descendant].some((each) => each.lookup(name('Type')) !== name('Font')) || new Set(names).size > 1 || !names[0]
      }),
  },
]
