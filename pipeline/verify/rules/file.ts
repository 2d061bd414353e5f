import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { LIMITS, isOutOfReach } from '../limits.ts'
import { inAll } from '../marks.ts'
import { objectsIn, unreachableIn } from '../objects.ts'
import { areLone } from '../operations.ts'
import { latin, listOf, name, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

/** Allowed stream filters. LZW and encryption are not allowed (ISO 19005-2, 6.1.7.2). */
const FILTERS = new Set(['FlateDecode', 'DCTDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode'])
/** Stream entries that refer to external files (6.1.7.1). */
const EXTERNAL = ['F', 'FFilter', 'FDecodeParms']
/** The operators of content streams (ISO 32000-1, table 51). */
const OPERATORS = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc ' +
    `SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`
  ).split(' '),
)

/** Colour spaces that need no resource. */
const DEVICES = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern'])

function isTooLarge(object: PDFObject): boolean {
  if (object instanceof PDFName) return Buffer.byteLength(object.decodeText()) > LIMITS.name
  if (object instanceof PDFString || object instanceof PDFHexString) return object.asBytes().length > LIMITS.string
  return object instanceof PDFNumber && isOutOfReach(object.asNumber())
}

/** The page boxes (ISO 32000-1, 14.11.2). */
const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']

function isInLimits(box: PDFObject | undefined): boolean {
  const [left, bottom, right, top] = box instanceof PDFArray ? box.asArray().map((side) => Number(String(side))) : []
  return [right! - left!, top! - bottom!].every((side) => side >= LIMITS.side[0] && side <= LIMITS.side[1])
}

const streamsOf = ({ context }: Reading) =>
  context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) => (object instanceof PDFRawStream ? [{ ref, dict: object.dict, contents: object.contents }] : []))

/** Rules on the file, its objects (ISO 19005-2, 6.1), and content streams (6.2.2). */
export const FILE_RULES: readonly Rule[] = [
  {
    id: 'a-6.1.2',
    expected: 'a file that begins as PDF 1.0 to 1.7, and then says that it is binary',
    check: ({ bytes }) => (/^%PDF-1\.[0-7][\r\n]+%[\x80-\xFF]{4}/.test(latin(bytes.subarray(0, 32))) ? [] : [latin(bytes.subarray(0, 8))]),
  },
  {
    id: 'a-6.1.3-1',
    expected: 'an identifier',
    check: ({ context }) => {
      const identifier = context.lookup(context.trailerInfo.ID)
      const parts = identifier instanceof PDFArray ? identifier.asArray() : []
      return parts.length === 2 && parts.every((part) => part instanceof PDFHexString && /[1-9a-f]/i.test(part.asString())) ? [] : ['none']
    },
  },
  {
    id: 'a-6.1.3-2',
    expected: 'no encryption',
    check: ({ context }) => (context.trailerInfo.Encrypt ? ['encrypted'] : []),
  },
  {
    id: 'a-6.1.3-3',
    expected: 'nothing after the end',
    check: ({ bytes }) => (/%%EOF(?:\r\n|\r|\n)?$/.test(latin(bytes.subarray(-16))) ? [] : ['more']),
  },
  {
    id: 'a-6.1.6',
    expected: 'strings of hexadecimal digits in pairs',
    check: (pdf) => [
      ...objectsIn(pdf).flatMap(({ object, number }) =>
        object instanceof PDFHexString && areLone(object.asString()) ? [`object ${number}`] : [],
      ),
      ...inAll(pdf, ({ loneDigits }) => [...loneDigits]),
    ],
  },
  {
    id: 'a-6.1.7.1',
    expected: 'streams that say how long they are, and lie in the file',
    check: (pdf) =>
      streamsOf(pdf)
        .filter(
          ({ dict, contents }) =>
            dict.lookupMaybe(name('Length'), PDFNumber)?.asNumber() !== contents.length || EXTERNAL.some((key) => dict.has(name(key))),
        )
        .map(({ ref }) => `object ${ref.objectNumber}`),
  },
  {
    id: 'a-6.1.7.2',
    expected: 'streams that are packed by what an archive may use',
    check: (pdf) =>
      streamsOf(pdf).flatMap(({ ref, dict }) =>
        listOf(pdf.context, dict.get(name('Filter')))
          .map((filter) => pdf.context.lookup(filter, PDFName).decodeText())
          .filter((filter) => !FILTERS.has(filter))
          .map((filter) => `${filter} in object ${ref.objectNumber}`),
      ),
  },
  {
    id: 'file-reachable',
    expected: 'nothing in the file that nothing leads to',
    check: (pdf) => unreachableIn(pdf).map((number) => `object ${number}`),
  },
  {
    id: 'a-6.1.13',
    expected: 'names, texts and numbers of a size that every reader can hold',
    check: (pdf) => [
      ...new Set(
        objectsIn(pdf)
          .filter(({ object }) => isTooLarge(object))
          .map(({ number }) => `object ${number}`),
      ),
      ...inAll(pdf, ({ outOfReach }) => [...outOfReach]),
    ],
  },
  {
    id: 'a-6.1.13-depth',
    expected: `graphics states saved in each other ${LIMITS.depth} times at most`,
    check: (pdf) => inAll(pdf, ({ depth }) => (depth > LIMITS.depth ? [String(depth)] : [])),
  },
  {
    id: 'a-6.1.13-page',
    expected: `pages of ${LIMITS.side.join(' to ')} points a side`,
    check: ({ pages }) =>
      pages.flatMap((page, index) =>
        BOXES.filter((box) => (box === 'MediaBox' || page.has(name(box))) && !isInLimits(page.lookup(name(box)))).map(
          (box) => `${box} of page ${index + 1}`,
        ),
      ),
  },
  {
    id: 'a-6.2.2-1',
    expected: 'contents made of the operators that there are',
    check: (pdf) => inAll(pdf, ({ operators }) => [...operators].filter((operator) => !OPERATORS.has(operator))),
  },
  {
    id: 'a-6.2.2-2',
    expected: 'contents that hold by themselves what they use',
    check: (pdf) =>
      inAll(pdf, ({ resources }, { owner }) => {
        const own = owner.lookupMaybe(name('Resources'), PDFDict)
        const absent = resources.filter(([kind, key]) => !DEVICES.has(key) && !own?.lookupMaybe(name(kind), PDFDict)?.has(name(key)))
        return [...new Set(absent.map(([kind, key]) => `${kind} ${key}`))]
      }),
  },
]
