import { PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { drawnAgain } from '../drawings.ts'
import { inAll, marksOf } from '../marks.ts'
import { dictionariesIn } from '../objects.ts'
import { listOf, name, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

/** How colours may be mixed (ISO 32000-1, 11.3.5). */
const BLENDS = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion ' +
    'Hue Saturation Color Luminosity'
  ).split(' '),
)
const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'])
/** What of a picture or a form leads elsewhere, or is another picture than the one shown (ISO 19005-2, 6.2.8, 6.2.9). */
const FOREIGN = ['Alternates', 'OPI', 'PS', 'Ref']

const pictures = (pdf: Reading) =>
  dictionariesIn(pdf).filter(({ object }) => ['Image', 'Form', 'PS'].includes(textOf(object.lookup(name('Subtype')))))

/** The states of graphics that contents set. */
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

/** Whether colours are given in the inks of some press, anywhere below. */
function isForPress(pdf: Reading, value: PDFObject | undefined): boolean {
  return listOf(pdf.context, value).some((each) => /^(?:DeviceCMYK|DeviceN|Separation)$/.test(textOf(pdf.context.lookup(each))))
}

/** What is painted and in which colours: ISO 19005-2, 6.2. */
export const APPEARANCE_RULES: readonly Rule[] = [
  {
    id: 'a-6.2.3',
    expected: 'an output intent with a profile of three colours, of version 4 or earlier',
    check: ({ context, catalog }) => {
      const intents = listOf(context, catalog.get(name('OutputIntents'))).map((each) => context.lookupMaybe(each as never, PDFDict))
      const profile = intents[0]?.lookup(name('DestOutputProfile'))
      if (intents.length !== 1 || intents[0]?.lookup(name('S')) !== name('GTS_PDFA1') || !(profile instanceof PDFRawStream)) return ['none']
      const bytes = Buffer.from(profile.dict.has(name('Filter')) ? decodePDFRawStream(profile).decode() : profile.contents)
      const sound =
        bytes.length > 128 &&
        bytes.readUInt32BE(0) === bytes.length &&
        bytes.readUInt8(8) <= 4 &&
        ['mntr', 'prtr'].includes(bytes.toString('latin1', 12, 16)) &&
        bytes.toString('latin1', 16, 20) === 'RGB ' &&
        bytes.toString('latin1', 36, 40) === 'acsp'
      return sound && profile.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber() === 3 ? [] : ['a profile that is none']
    },
  },
  {
    id: 'a-6.2.4.3',
    expected: 'colours of red, green and blue, which the output intent defines',
    check: (pdf) => [
      ...inAll(pdf, ({ operators }) => ['k', 'K'].filter((operator) => operators.has(operator))),
      ...dictionariesIn(pdf).flatMap(({ object, number }) =>
        isForPress(pdf, object.get(name('ColorSpace'))) || isForPress(pdf, object.get(name('CS'))) ? [`object ${number}`] : [],
      ),
    ],
  },
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
      [...states(pdf).map(({ dict }) => dict.get(name('RI'))), ...pictures(pdf).map(({ object }) => object.get(name('Intent')))]
        .filter((intent) => intent !== undefined && !INTENTS.has(textOf(intent)))
        .map(String),
  },
  {
    id: 'a-6.2.8',
    expected: 'pictures without others in their place, and not smoothed',
    check: (pdf) =>
      pictures(pdf)
        .filter(
          ({ object }) =>
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
