import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { deflateSync, inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPress } from '../../pipeline/pdf/press.ts'
import { RULES, verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { elementsPage, printElements } from '../pdf/torture/torture.ts'

const name = PDFName.of

/** A good PDF, open to be spoilt. */
interface Spoilt {
  readonly pdf: PDFDocument
  readonly catalog: PDFDict
  readonly page: PDFDict
  /** The first element of a type. */
  readonly element: (type: string) => PDFDict
  /** The first object for which something holds. */
  readonly find: (holds: (dict: PDFDict) => boolean) => PDFDict
  /** Rewrites the content of the first page. */
  readonly paint: (change: (text: string) => string) => void
  /** Rewrites a stream. */
  readonly rewrite: (ref: PDFRef, change: (text: string) => string) => void
}

let good: Uint8Array

beforeAll(async () => {
  const press = await openPress()
  try {
    good = await printElements(press, await elementsPage())
  } finally {
    await press.close()
  }
})

afterAll(() => (good = new Uint8Array()))

async function spoil(change: (spoilt: Spoilt) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(good, { updateMetadata: false })
  const { context, catalog } = pdf
  const page = pdf.getPages()[0]!.node
  const rewrite = (ref: PDFRef, rewriting: (text: string) => string): void => {
    const stream = context.lookup(ref) as PDFRawStream
    const isPacked = stream.dict.has(name('Filter'))
    const text = (isPacked ? inflateSync(stream.contents) : Buffer.from(stream.contents)).toString('latin1')
    const bytes = Buffer.from(rewriting(text), 'latin1')
    expect(bytes.toString('latin1')).not.toBe(text)
    context.assign(ref, PDFRawStream.of(stream.dict, isPacked ? deflateSync(bytes) : bytes))
  }
  const find = (holds: (dict: PDFDict) => boolean): PDFDict => {
    for (const [, object] of context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object
      if (dict instanceof PDFDict && holds(dict)) return dict
    }
    throw new Error('The good PDF has no such object.')
  }
  change({
    pdf,
    catalog,
    page,
    find,
    rewrite,
    element: (type) => find((dict) => dict.get(name('Type')) === name('StructElem') && dict.get(name('S')) === name(type)),
    paint: (rewriting) => rewrite(page.get(name('Contents')) as PDFRef, rewriting),
  })
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

const set =
  (key: string, value: (spoilt: Spoilt) => unknown, of: (spoilt: Spoilt) => PDFDict) =>
  (spoilt: Spoilt): void =>
    of(spoilt).set(name(key), value(spoilt) as never)
const inCatalog = (key: string, value: unknown) =>
  set(
    key,
    ({ pdf }) => pdf.context.obj(value as never),
    ({ catalog }) => catalog,
  )
const retype = (from: string, to: string) =>
  set(
    'S',
    () => name(to),
    ({ element }) => element(from),
  )
const metadata =
  (from: string | RegExp, to: string) =>
  ({ catalog, rewrite }: Spoilt) =>
    rewrite(catalog.get(name('Metadata')) as PDFRef, (text) => text.replace(from, to))
const link = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('Link'))
const font = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('Type0'))
const descendant = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('CIDFontType2'))
const descriptor = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Type')) === name('FontDescriptor'))
const picture = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('Image'))
const state = ({ page, pdf }: Spoilt): PDFDict => {
  const states = page.lookup(name('Resources'), PDFDict).lookup(name('ExtGState'), PDFDict)
  return pdf.context.lookup(states.entries()[0]![1], PDFDict)
}
const kids = ({ pdf }: Spoilt, dict: PDFDict): PDFArray => {
  const found = dict.lookup(name('K'))
  if (found instanceof PDFArray) return found
  const list = pdf.context.obj([dict.get(name('K'))!])
  dict.set(name('K'), list)
  return list
}
/** Puts a new empty element into the first of a type, before its other kids or after them. */
const addTo =
  (type: string, kid: string, where: 'first' | 'last' = 'last') =>
  (spoilt: Spoilt): void => {
    const { context } = spoilt.pdf
    const parent = spoilt.element(type)
    const ref = context.register(context.obj({ Type: 'StructElem', S: kid, P: context.getObjectRef(parent)! }))
    const list = kids(spoilt, parent)
    if (where === 'first') list.insert(0, ref)
    else list.push(ref)
  }
const cellAttribute =
  (type: string, key: string, value: unknown) =>
  (spoilt: Spoilt): void => {
    const attributes = spoilt.pdf.context.obj({ O: 'Table', [key]: value } as never)
    spoilt.element(type).set(name('A'), attributes)
  }

/** For each rule what spoils a good PDF so that it must say so. */
const SPOILS: Readonly<Record<string, ((spoilt: Spoilt) => void) | ((bytes: Uint8Array) => Uint8Array | string)>> = {
  'a-6.1.2': bytesOf((text) => text.replace('%PDF-1.7', '%PDF-2.0')),
  'a-6.1.3-1': ({ pdf }: Spoilt) => delete pdf.context.trailerInfo.ID,
  'a-6.1.3-2': bytesOf((text) => text.replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P 512 >>\n/Root')),
  'a-6.1.3-3': bytesOf((text) => `${text}\nmore`),
  'a-6.1.7.1': set('FFilter', () => name('FlateDecode'), picture),
  'a-6.1.7.2': set('Filter', () => name('LZWDecode'), picture),
  'file-reachable': ({ pdf }: Spoilt) => void pdf.context.register(pdf.context.obj({ Type: 'Metadata' })),
  'a-6.1.13': set('Lang', () => PDFString.of('a'.repeat(40_000)), link),
  'a-6.1.13-depth': ({ paint }: Spoilt) => paint((text) => `${'q '.repeat(29)}${text}${' Q'.repeat(29)}`),
  'a-6.1.13-page': set(
    'MediaBox',
    ({ pdf }) => pdf.context.obj([0, 0, 15_000, 800]),
    ({ page }) => page,
  ),
  'a-6.2.2-1': ({ paint }: Spoilt) => paint((text) => `${text}\nxyz`),
  'a-6.2.2-2': ({ page }: Spoilt) => page.lookup(name('Resources'), PDFDict).lookup(name('ExtGState'), PDFDict).delete(name('G3')),
  'ua-7.1-8': ({ catalog }: Spoilt) => catalog.delete(name('Metadata')),
  'ua-7.1-9': metadata(/<dc:title>.*<\/dc:title>/, ''),
  'ua-5': metadata('<pdfuaid:part>1', '<pdfuaid:part>2'),
  'a-6.6.4': metadata('<pdfaid:conformance>A', '<pdfaid:conformance>B'),
  'a-6.6.2.1': metadata('</dc:format>', '</dc:forma>'),
  'a-6.6.2.3.1': metadata('<pdf:Producer>Editions</pdf:Producer>', '<pdf:Printer>Editions</pdf:Printer>'),
  'a-6.6.2.3.3': metadata(/<pdfaProperty:description>.*<\/pdfaProperty:description>/, ''),
  dates: ({ pdf }: Spoilt) => pdf.setModificationDate(new Date('2019-01-01T00:00:00Z')),
  'ua-7.1-4': inCatalog('MarkInfo', { Marked: true, Suspects: true }),
  'ua-7.1-10': inCatalog('ViewerPreferences', { DisplayDocTitle: false }),
  'a-6.5.1': set('A', ({ pdf }) => pdf.context.obj({ S: 'Launch', F: PDFString.of('x') }), link),
  'a-6.4-6.11': inCatalog('AcroForm', { Fields: [] }),
  'a-6.8': inCatalog('Names', { EmbeddedFiles: { Names: [] } }),
  'texts-private': (spoilt: Spoilt) => link(spoilt).set(name('Contents'), PDFHexString.fromText('\uF8FF1 words')),
  bookmarks: ({ catalog }: Spoilt) => catalog.delete(name('Outlines')),
  'ua-7.1-11': retype('Document', 'Sect'),
  'ua-7.1-12': set(
    'P',
    ({ element, pdf }) => pdf.context.getObjectRef(element('Table')),
    ({ element }) => element('H2'),
  ),
  'ua-7.1-5': retype('P', 'Paragraph'),
  'ua-7.1-7': ({ catalog }: Spoilt) =>
    catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict).set(name('Quote'), name('Span')),
  'ua-7.1-empty': addTo('Document', 'P'),
  'ua-7.2-29': inCatalog('Lang', PDFString.of('sr_Cyrl')),
  bounds: ({ element, pdf }: Spoilt) => element('Figure').set(name('A'), pdf.context.obj({ O: 'Layout', BBox: [10, 10, 9000, 20] })),
  'ua-7.3-1': ({ element }: Spoilt) => element('Figure').delete(name('Alt')),
  'ua-7.4.2': retype('H3', 'H4'),
  'ua-7.4.4': retype('H6', 'H'),
  'ua-7.6': ({ element }: Spoilt) => element('L').set(name('A'), PDFDict.withContext(element('L').context)),
  'ua-7.9-1': ({ element }: Spoilt) => element('Note').delete(name('ID')),
  'ua-7.9-2': set(
    'ID',
    ({ element }) => element('TH').get(name('ID')),
    ({ element }) => element('Note'),
  ),
  'ua-7.2-4': retype('TBody', 'Div'),
  'ua-7.2-5': retype('Table', 'Div'),
  'ua-7.2-6': retype('Table', 'Div'),
  'ua-7.2-7': addTo('Document', 'TFoot'),
  'ua-7.2-8': retype('TR', 'P'),
  'ua-7.2-9': addTo('THead', 'TD'),
  'ua-7.2-17': retype('L', 'Div'),
  'ua-7.2-18': retype('LI', 'Div'),
  'ua-7.2-26': addTo('Document', 'TOCI'),
  'ua-7.2-3': addTo('Table', 'P'),
  'ua-7.2-10': addTo('TR', 'P'),
  'ua-7.2-19': addTo('L', 'P'),
  'ua-7.2-20': addTo('LI', 'P'),
  'ua-7.2-27': retype('L', 'TOC'),
  'ua-7.2-28': retype('LI', 'TOCI'),
  'ua-7.2-36': addTo('THead', 'P'),
  'ua-7.2-37': addTo('TBody', 'P'),
  'ua-7.2-38': (spoilt: Spoilt) => {
    addTo('TBody', 'P')(spoilt)
    retype('TBody', 'TFoot')(spoilt)
  },
  'lines-hold-no-blocks': addTo('Link', 'P'),
  'ua-7.2-15': (spoilt: Spoilt) => {
    // One reaches down into the place into which the next row's reaches from its side.
    const below = spoilt.find((dict) => dict.get(name('S')) === name('TH') && String(dict.lookup(name('A'))).includes('/RowSpan 2'))
    cellAttribute('TD', 'RowSpan', 2)(spoilt)
    below.set(name('A'), spoilt.pdf.context.obj({ O: 'Table', Scope: 'Row', RowSpan: 2, ColSpan: 2 }))
  },
  'ua-7.2-41': cellAttribute('TD', 'RowSpan', 99),
  'ua-7.2-42': cellAttribute('TD', 'ColSpan', 3),
  'ua-7.5-1': ({ element }: Spoilt) => element('TH').delete(name('A')),
  'ua-7.5-2': cellAttribute('TD', 'Headers', [PDFString.of('nowhere')]),
  'ua-7.1-1': ({ paint }: Spoilt) => paint((text) => text.replace(/\/\w+ <<\/MCID \d+ *>>\s*BDC/, '$& /Artifact BMC EMC')),
  'ua-7.1-2': ({ paint }: Spoilt) => paint((text) => text.replace(/\/\w+ <<\/MCID \d+ *>>\s*BDC/, '/Artifact BMC $&')),
  'ua-7.1-3': ({ paint }: Spoilt) => paint((text) => `0 0 9 9 re f\n${text}`),
  'content-balance': ({ paint }: Spoilt) => paint((text) => `${text}\nEMC`),
  'content-parents': ({ paint }: Spoilt) => paint((text) => text.replace(/\/MCID \d+/, '/MCID 9999')),
  'content-once': ({ paint }: Spoilt) => paint((text) => `${text}\n${/\/\w+ <<\/MCID \d+ *>>\s*BDC/.exec(text)![0]} EMC`),
  'text-soft-hyphens': ({ paint }: Spoilt) => paint((text) => `${text}\n/Span <</ActualText <FEFF00AD>>> BDC EMC`),
  'ua-7.21.3.1': set('Encoding', () => name('UniJIS-UTF16-H'), font),
  'ua-7.21.3.2': ({ find }: Spoilt) => descendant({ find } as Spoilt).delete(name('CIDToGIDMap')),
  'ua-7.21.4.1-1': ({ find }: Spoilt) => descriptor({ find } as Spoilt).delete(name('FontFile2')),
  'ua-7.21.4.1-2': ({ paint }: Spoilt) => paint((text) => text.replace(/<[0-9A-Fa-f]{4,}>(?= *Tj)/, '<FFF0>')),
  'ua-7.21.4.2': set('CIDSet', ({ pdf }) => pdf.context.register(PDFRawStream.of(pdf.context.obj({}), new Uint8Array(1))), descriptor),
  'ua-7.21.5': (spoilt: Spoilt) => {
    descendant(spoilt).delete(name('W'))
    descendant(spoilt).set(name('DW'), PDFNumber.of(123))
  },
  'ua-7.21.7-1': (spoilt: Spoilt) => font(spoilt).delete(name('ToUnicode')),
  'ua-7.21.7-2': unicode('FEFF'),
  'a-6.2.11.7.3': unicode('E000'),
  'ua-7.21.8': ({ paint }: Spoilt) => paint((text) => text.replace(/<[0-9A-Fa-f]{4,}>(?= *Tj)/, '<0000>')),
  'a-6.2.11.2': set('BaseFont', () => name('Other'), font),
  'a-6.2.3': ({ catalog }: Spoilt) => catalog.delete(name('OutputIntents')),
  'a-6.2.4.3': set('ColorSpace', () => name('DeviceCMYK'), picture),
  'a-6.2.5': set('TR', () => name('Identity'), state),
  'a-6.2.6': set('RI', () => name('Best'), state),
  'a-6.2.8': set('Interpolate', () => PDFBool.True, picture),
  'a-6.2.10': set('BM', () => name('Blur'), state),
  'ua-7.20-2': ({ pdf, page, paint }: Spoilt) => {
    const form = PDFRawStream.of(
      pdf.context.obj({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }),
      Buffer.from('/P <</MCID 0>> BDC EMC'),
    )
    const resources = page.lookup(name('Resources'), PDFDict)
    if (!resources.has(name('XObject'))) resources.set(name('XObject'), pdf.context.obj({}))
    resources.lookup(name('XObject'), PDFDict).set(name('Twice'), pdf.context.register(form))
    paint((text) => `${text}\n/Twice Do /Twice Do`)
  },
  'ua-7.18.2': set('Subtype', () => name('Text'), link),
  'ua-7.18.3': ({ page }: Spoilt) => page.delete(name('Tabs')),
  'ua-7.18.5-1': retype('Link', 'Span'),
  'ua-7.18.5-2': (spoilt: Spoilt) => link(spoilt).set(name('Contents'), PDFHexString.fromText(' ')),
  'a-6.3.2': set('F', () => PDFNumber.of(6), link),
  'links-lead': (spoilt: Spoilt) => {
    link(spoilt).delete(name('A'))
    link(spoilt).set(name('Dest'), name('nowhere'))
  },
}

/** A change of the file itself. */
function bytesOf(change: (text: string) => string): (bytes: Uint8Array) => Uint8Array {
  const spoiled = (bytes: Uint8Array): Uint8Array => Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1')
  return Object.assign(spoiled, { ofBytes: true })
}

/** Gives every character of the first face another Unicode value. */
function unicode(hex: string): (spoilt: Spoilt) => void {
  return (spoilt) =>
    spoilt.rewrite(font(spoilt).get(name('ToUnicode')) as PDFRef, (text) =>
      text.replaceAll(
        /(begincodespacerange[^]*?endcodespacerange)|<[0-9A-Fa-f]{4}>(?=\s*\n)/g,
        (found, space?: string) => space ?? (found && `<${hex}>`),
      ),
    )
}

test('for every rule there is something that spoils a good PDF', () => {
  expect(Object.keys(SPOILS).sort()).toEqual(RULES.map(({ id }) => id).sort())
})

test('the good PDF has no problems, and none when it is saved anew', async () => {
  expect(await verifyPdf('good.pdf', good)).toEqual([])
  expect(await verifyPdf('good.pdf', await spoil(() => undefined))).toEqual([])
})

test.each(RULES)('$id is found where it is not so that $expected', async ({ id }) => {
  const change = SPOILS[id]!
  const spoilt =
    'ofBytes' in change
      ? (change as (bytes: Uint8Array) => Uint8Array)(await spoil(() => undefined))
      : await spoil(change as (spoilt: Spoilt) => void)
  const found = await verifyPdf('spoilt.pdf', spoilt)
  expect(found.map(({ ruleId }) => ruleId)).toContain(id)
})
