import { PDFBool, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { drawnAgain } from '../drawings.ts'
import { marksOf } from '../marks.ts'
import { dictionariesIn } from '../objects.ts'
import { listOf, name, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

/** The blend modes (ISO 32000-1, 11.3.5). */
const BLENDS = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion ' +
    'Hue Saturation Color Luminosity'
  ).split(' '),
)
const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'])
/** Entries of a picture or form that refer elsewhere or replace the picture (ISO 19005-2, 6.2.8, 6.2.9). */
const FOREIGN = ['Alternates', 'OPI', 'PS', 'Ref']

/** Allowed bits per component; a mask has one bit (6.2.8). */
const BITS = new Set(['1', '2', '4', '8', '16'])

const hasWholeBits = (picture: PDFDict): boolean =>
  picture.lookup(name('Subtype')) !== name('Image') ||
  picture.lookup(name('ImageMask')) === PDFBool.True ||
  BITS.has(String(picture.lookup(name('BitsPerComponent'))))

const pictures = (pdf: Reading) =>
  dictionariesIn(pdf).filter(({ object }) => ['Image', 'Form', 'PS'].includes(textOf(object.lookup(name('Subtype')))))

/** The graphics states that contents set. */
const states = (pdf: Reading): { dict: PDFDict; label: string }[] =>
  pdf.streams.flatMap(({ resources }) =>
    (resources?.lookupMaybe(name('ExtGState'), PDFDict)?.entries() ?? []).flatMap(([key, value]) => {
      const dict = pdf.context.lookup(value)
      return dict instanceof PDFDict ? [{ dict, label: key.decodeText() }] : []
    }),
  )

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFName ? value.decodeText() : ''
}

/** Rules on painting: ISO 19005-2, 6.2, except colours. */
export const APPEARANCE_RULES: readonly Rule[] = [
  {
    id: 'a-6.2.5',
    expected: 'no curves or screens of some press',
    check: (pdf) =>
      states(pdf)
        .filter(
          ({ dict }) =>
            ['TR', 'HTP', 'HT'].some((key) => dict.has(name(key))) ||
            ![undefined, name('Default')].includes(dict.lookup(name('TR2')) as never),
        )
        .map(({ label }) => label),
  },
  {
    id: 'a-6.2.6',
    expected: 'no rendering intent but those that there are',
    check: (pdf) =>
      [
        ...pdf.streams.flatMap((stream) => marksOf(stream).intents),
        ...[...states(pdf).map(({ dict }) => dict.get(name('RI'))), ...pictures(pdf).map(({ object }) => object.get(name('Intent')))]
          .filter((intent) => intent !== undefined)
          .map(textOf),
      ].filter((intent) => !INTENTS.has(intent)),
  },
  {
    id: 'a-6.2.8',
    expected: 'pictures of 1, 2, 4, 8 or 16 bits a colour, without others in their place, and not smoothed',
    check: (pdf) =>
      pictures(pdf)
        .filter(
          ({ object }) =>
            !hasWholeBits(object) ||
            FOREIGN.some((key) => object.has(name(key))) ||
            object.lookup(name('Interpolate')) === PDFBool.True ||
            object.lookup(name('Subtype')) === name('PS') ||
            object.lookup(name('Subtype2')) === name('PS'),
        )
        .map(({ number }) => `object ${number}`),
  },
  {
    id: 'a-6.2.10',
    expected: 'colours mixed as every reader can',
    check: (pdf) =>
      states(pdf).flatMap(({ dict, label }) =>
        listOf(pdf.context, dict.get(name('BM')))
          .filter((blend) => !BLENDS.has(textOf(pdf.context.lookup(blend))))
          .map(() => label),
      ),
  },
  {
    id: 'ua-7.20-2',
    expected: 'a form with a place in the structure is drawn once',
    check: (pdf) =>
      drawnAgain(pdf)
        .filter((form) => form.owner.has(name('StructParents')) || marksOf(form).mcids.length > 0)
        .map(({ ref }) => `form ${ref}`),
  },
]
