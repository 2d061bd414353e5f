import { PDFBool, PDFDict, PDFHexString, PDFNumber, PDFRawStream, PDFString, type PDFRef } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPress } from '../../pipeline/pdf/press.ts'
import { RULES, verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { elementsPage, printElements } from '../pdf/torture/torture.ts'
import {
  addCell,
  addForm,
  addTo,
  bytesOf,
  cellAttribute,
  descendant,
  descriptor,
  font,
  inCatalog,
  kids,
  link,
  metadata,
  name,
  picture,
  program,
  iccProfile,
  profile,
  resources,
  retype,
  set,
  spoil,
  state,
  unicode,
  type Spoil,
  type Spoilt,
} from './spoilt.ts'

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

const isIntent = (dict: PDFDict): boolean => dict.get(name('Type')) === name('OutputIntent')

const TAGGED = /\/\w+ <<\/MCID \d+ *>>\s*BDC/

/** For each rule what spoils a good PDF so that it must say so: one way, or several by what of the rule they touch. */
const SPOILS: Readonly<Record<string, Spoil | Readonly<Record<string, Spoil>>>> = {
  'a-6.1.2': bytesOf((text) => text.replace('%PDF-1.7', '%PDF-2.0')),
  'a-6.1.3-1': ({ pdf }: Spoilt) => delete pdf.context.trailerInfo.ID,
  'a-6.1.3-2': bytesOf((text) => text.replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P 512 >>\n/Root')),
  'a-6.1.3-3': bytesOf((text) => `${text}\nmore`),
  'a-6.1.6': {
    'in an object': bytesOf((text) => text.replace(/\/Title <FEFF/i, '/Title <FEF')),
    'in contents': ({ paint }) => paint((text) => `${text}\n/Artifact BMC <000> Tj EMC`),
    'in a mark': ({ paint }) => paint((text) => `${text}\n/Span <</E <00xy>>> BDC EMC`),
  },
  'a-6.1.7.1': set('FFilter', () => name('FlateDecode'), picture),
  'a-6.1.7.2': set('Filter', () => name('LZWDecode'), picture),
  'file-reachable': ({ pdf }: Spoilt) => void pdf.context.register(pdf.context.obj({ Type: 'Metadata' })),
  'a-6.1.4': {
    'other places': bytesOf((text) =>
      text.replace(/(\d{9})(\d)(?= 00000 n)/, (_, most: string, last: string) => `${most}${(Number(last) + 1) % 10}`),
    ),
    'no table': bytesOf((text) => text.replace(/startxref\s+\d/, '$&9')),
    'a table in another form': bytesOf((text) => text.replace('xref\n0 ', 'xref\n0  ')),
  },
  'a-6.1.7.1-2': {
    'a beginning without an end of line': bytesOf((text) => text.replace('\nstream\n', '\nstream\r')),
    'an end without one': bytesOf((text) => text.replace('\nendstream', ' endstream')),
  },
  'a-6.1.9': {
    'more on the line of the beginning': bytesOf((text) => text.replace(/ 0 obj\n/, ' 0 obj ')),
    'more on the line of the end': bytesOf((text) => text.replace('endobj\n', 'endobj ')),
  },
  'a-6.1.13': {
    'a text': set('Lang', () => PDFString.of('a'.repeat(40_000)), link),
    'a number': ({ catalog }) => catalog.set(name('Large'), PDFNumber.of(3_000_000_000)),
    'a number that is almost none': ({ catalog }) => catalog.set(name('Small'), PDFNumber.of(1e-39)),
    'a number in contents': ({ paint }) => paint((text) => `${text}\n3000000000 w`),
    'a small one in contents': ({ paint }) => paint((text) => `${text}\n0.${'0'.repeat(38)}1 w`),
    'a name in contents': ({ paint }) => paint((text) => `${text}\n/${'a'.repeat(128)} MP`),
  },
  'a-6.1.13-depth': ({ paint }: Spoilt) => paint((text) => `${'q '.repeat(29)}${text}${' Q'.repeat(29)}`),
  'a-6.1.13-page': {
    'the sheet': set(
      'MediaBox',
      ({ pdf }) => pdf.context.obj([0, 0, 15_000, 800]),
      ({ page }) => page,
    ),
    'what is left of it': set(
      'TrimBox',
      ({ pdf }) => pdf.context.obj([0, 0, 2, 2]),
      ({ page }) => page,
    ),
  },
  'a-6.2.2-1': ({ paint }: Spoilt) => paint((text) => `${text}\nxyz`),
  'a-6.2.2-2': ({ page }: Spoilt) => page.lookup(name('Resources'), PDFDict).lookup(name('ExtGState'), PDFDict).delete(name('G3')),
  'ua-7.1-8': {
    none: ({ catalog }) => catalog.delete(name('Metadata')),
    'of no type': ({ find }) => find((dict) => dict.get(name('Subtype')) === name('XML')).delete(name('Type')),
  },
  'metadata-of-document': {
    'of a picture': set('Metadata', ({ catalog }) => catalog.get(name('Metadata')), picture),
    'of nothing': ({ pdf }) => void pdf.context.register(PDFRawStream.of(pdf.context.obj({ Type: 'Metadata' }), Buffer.from('x'))),
  },
  'ua-7.1-9': metadata(/<dc:title>.*<\/dc:title>/, ''),
  'ua-5': metadata('<pdfuaid:part>1', '<pdfuaid:part>2'),
  'a-6.6.4': metadata('<pdfaid:conformance>A', '<pdfaid:conformance>B'),
  'a-6.6.2.1': {
    'an element that is not closed': metadata('</dc:format>', '</dc:forma>'),
    'a size': metadata('?xpacket begin', '?xpacket bytes="9" begin'),
    'other bytes than UTF-8': metadata('application/pdf', 'application/pdf\xE9'),
    'a character that is none': metadata('application/pdf', '\xEF\xBF\xBF'),
    'the number of one': metadata('application/pdf', '&#1;'),
    'a prefix for something else': metadata('"http://www.aiim.org/pdfua/ns/id/"', '"http://www.aiim.org/pdfua/ns/"'),
    'another prefix for it': metadata('rdf:about=""', 'rdf:about="" xmlns:ua="http://www.aiim.org/pdfua/ns/id/"'),
    'a prefix for nothing': metadata(/ xmlns:dc="[^"]*"/, ''),
  },
  'a-6.6.2.3.1': {
    'another property': metadata('<pdf:Producer>Editions</pdf:Producer>', '<pdf:Printer>Editions</pdf:Printer>'),
    'another form': metadata(/<dc:language>.*<\/dc:language>/, '<dc:language>en</dc:language>'),
    'an attribute': metadata('rdf:about=""', 'rdf:about="" pdf:Printer="Editions"'),
  },
  'a-6.6.2.3.3': {
    'no words': metadata(
      /<pdfaProperty:description>.*<\/pdfaProperty:description>/,
      '<pdfaProperty:description></pdfaProperty:description>',
    ),
    'another namespace': metadata(/(<pdfaSchema:namespaceURI>)[^<]*/, '$1http://www.aiim.org/pdfua/'),
    'another prefix': metadata('<pdfaSchema:prefix>pdfuaid', '<pdfaSchema:prefix>ua'),
    'another type of value': metadata('>Integer<', '>Text<'),
    'another category': metadata('>internal<', '>inside<'),
    'another list': metadata(/(<pdfaExtension:schemas>\s*<rdf:)Bag([^]*)Bag>/, '$1Seq$2Seq>'),
  },
  dates: ({ pdf }: Spoilt) => pdf.setModificationDate(new Date('2019-01-01T00:00:00Z')),
  'ua-7.1-4': inCatalog('MarkInfo', { Marked: true, Suspects: true }),
  'ua-7.1-10': inCatalog('ViewerPreferences', { DisplayDocTitle: false }),
  'a-6.5.1': set('A', ({ pdf }) => pdf.context.obj({ S: 'Launch', F: PDFString.of('x') }), link),
  'a-6.4-6.11': inCatalog('AcroForm', { Fields: [] }),
  'a-6.8': inCatalog('Names', { EmbeddedFiles: { Names: [] } }),
  'ua-7.18.6.2': inCatalog('Film', { S: 'MCD' }),
  'texts-private': (spoilt: Spoilt) => link(spoilt).set(name('Contents'), PDFHexString.fromText('\uF8FF1 words')),
  bookmarks: ({ catalog }: Spoilt) => catalog.delete(name('Outlines')),
  'ua-7.1-11': {
    'another type': retype('Document', 'Sect'),
    'a root without its type': ({ catalog }) => catalog.lookup(name('StructTreeRoot'), PDFDict).delete(name('Type')),
  },
  'structure-read': {
    'an element that is no object': (spoilt) => {
      const parent = spoilt.element('Document')
      kids(spoilt, parent).push(spoilt.pdf.context.obj({ Type: 'StructElem', S: 'P', P: spoilt.pdf.context.getObjectRef(parent)! }))
    },
    'content without its type': (spoilt) => {
      const all = kids(spoilt, spoilt.element('P'))
      all.set(0, spoilt.pdf.context.obj({ MCID: all.get(0) }))
    },
    'an annotation without its type': (spoilt) => {
      const all = kids(spoilt, spoilt.element('Link'))
      for (const each of all.asArray()) if (each instanceof PDFDict && each.has(name('Obj'))) each.delete(name('Type'))
    },
    'a text': (spoilt) => kids(spoilt, spoilt.element('P')).push(PDFString.of('x')),
  },
  'attributes-read': {
    'a map of classes': ({ catalog, pdf }) => catalog.lookup(name('StructTreeRoot'), PDFDict).set(name('ClassMap'), pdf.context.obj({})),
    'an element of a class': ({ element }) => element('TD').set(name('C'), name('Wide')),
  },
  'ua-7.1-12': set(
    'P',
    ({ element, pdf }) => pdf.context.getObjectRef(element('Table')),
    ({ element }) => element('H2'),
  ),
  'ua-7.1-5': retype('P', 'Paragraph'),
  'ua-7.1-7': ({ catalog }: Spoilt) =>
    catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict).set(name('Quote'), name('Span')),
  'ua-7.1-empty': addTo('Document', 'P'),
  'ua-7.2-29': {
    'of the document': inCatalog('Lang', PDFString.of('sr_Cyrl')),
    'of an element': ({ element }) => element('P').set(name('Lang'), PDFString.of('sr_Cyrl')),
    'of a mark': ({ paint }) => paint((text) => `${text}\n/Span <</Lang (sr_Cyrl)>> BDC EMC`),
    'of a mark, in digits': ({ paint }) => paint((text) => `${text}\n/Span <</Lang <FEFF00730072005F>>> BDC EMC`),
  },
  bounds: {
    'beside the page': ({ element, pdf }) => element('Figure').set(name('A'), pdf.context.obj({ O: 'Layout', BBox: [10, 10, 9000, 20] })),
    'of another owner': ({ element, pdf }) => element('Figure').set(name('A'), pdf.context.obj({ O: 'Table', BBox: [10, 10, 20, 20] })),
  },
  'ua-7.3-1': ({ element }: Spoilt) => element('Figure').delete(name('Alt')),
  'ua-7.4.2': retype('H3', 'H4'),
  'ua-7.4.4': retype('H6', 'H'),
  'ua-7.6': {
    'no attribute': ({ element }) => element('L').delete(name('A')),
    'one of another owner': set(
      'A',
      ({ pdf }) => pdf.context.obj({ O: 'Layout', ListNumbering: 'Disc' }),
      ({ element }) => element('L'),
    ),
    'a numbering that there is not': set(
      'A',
      ({ pdf }) => pdf.context.obj({ O: 'List', ListNumbering: 'Runes' }),
      ({ element }) => element('L'),
    ),
  },
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
  'ua-7.5-1': {
    'no attribute': ({ element }) => element('TH').delete(name('A')),
    'one of another owner': set(
      'A',
      ({ pdf }) => pdf.context.obj({ O: 'Layout', Scope: 'Column' }),
      ({ element }) => element('TH'),
    ),
  },
  'ua-7.5-2': cellAttribute('TD', 'Headers', [PDFString.of('nowhere')]),
  'ua-7.1-1': {
    'in a stream': ({ paint }) => paint((text) => text.replace(TAGGED, '$& /Artifact BMC EMC')),
    'in a form': addForm('/Artifact BMC EMC', '/P <</MCID 9999>> BDC /Drawn Do EMC'),
    'a mark that is both': ({ paint }) => paint((text) => text.replace(TAGGED, (tag) => tag.replace(/^\/\w+/, '/Artifact'))),
  },
  'ua-7.1-2': {
    'in a stream': ({ paint }) => paint((text) => text.replace(TAGGED, '/Artifact BMC $&')),
    'in a form': addForm('/P <</MCID 0>> BDC EMC', '/Artifact BMC /Drawn Do EMC'),
    'in a form that draws itself': addForm('/Drawn Do /P <</MCID 0>> BDC EMC', '/Artifact BMC /Drawn Do EMC'),
  },
  'ua-7.1-3': {
    'on a page': ({ paint }) => paint((text) => `0 0 9 9 re f\n${text}`),
    'in a form': addForm('0 0 9 9 re f', '/Drawn Do'),
    'a picture': addForm('/Elsewhere Do', '/Drawn Do'),
  },
  'content-balance': ({ paint }: Spoilt) => paint((text) => `${text}\nEMC`),
  'content-read': {
    'in literal characters': ({ paint }) => paint((text) => `${text}\n/Artifact BMC (x) Tj EMC`),
    'on the next line': ({ paint }) => paint((text) => `${text}\n/Artifact BMC <0003> ' EMC`),
    'a font that is set elsewhere': addForm('<0003> Tj', '/Artifact BMC /Drawn Do EMC'),
    'an inline picture': ({ paint }) => paint((text) => `${text}\n/Artifact BMC BI EI EMC`),
    'properties elsewhere': ({ paint }) => paint((text) => `${text}\n/Span /Properties BDC EMC`),
  },
  'content-parents': ({ paint }: Spoilt) => paint((text) => text.replace(/\/MCID \d+/, '/MCID 9999')),
  'content-once': ({ paint }) => paint((text) => `${text}\n${TAGGED.exec(text)![0]} EMC`),
  'text-soft-hyphens': ({ paint }: Spoilt) => paint((text) => `${text}\n/Span <</ActualText <FEFF00AD>>> BDC EMC`),
  'ua-7.21.3.1': set('Encoding', () => name('UniJIS-UTF16-H'), font),
  'ua-7.21.3.2': {
    'no map': (spoilt) => descendant(spoilt).delete(name('CIDToGIDMap')),
    'a map of its own': set(
      'CIDToGIDMap',
      ({ pdf }) => pdf.context.register(PDFRawStream.of(pdf.context.obj({}), new Uint8Array(2))),
      descendant,
    ),
  },
  'ua-7.21.4.1-1': ({ find }: Spoilt) => descriptor({ find } as Spoilt).delete(name('FontFile2')),
  'font-program': {
    'cut short': program((bytes) => bytes.subarray(0, -99)),
    'without glyphs': program((bytes) => Buffer.from(bytes.toString('latin1').replace('glyf', 'glyg'), 'latin1')),
    none: program(() => Buffer.from('x')),
  },
  'ua-7.21.4.1-2': ({ paint }: Spoilt) => paint((text) => text.replace(/<[0-9A-Fa-f]{4,}>(?= *Tj)/, '<FFF0>')),
  'ua-7.21.4.2': set('CIDSet', ({ pdf }) => pdf.context.register(PDFRawStream.of(pdf.context.obj({}), new Uint8Array(1))), descriptor),
  'ua-7.21.5': (spoilt: Spoilt) => {
    descendant(spoilt).delete(name('W'))
    descendant(spoilt).set(name('DW'), PDFNumber.of(123))
  },
  'ua-7.21.7-1': {
    'no map': (spoilt) => font(spoilt).delete(name('ToUnicode')),
    'a font set in a state that is left': (spoilt) => {
      const fonts = spoilt.page.lookup(name('Resources'), PDFDict).lookup(name('Font'), PDFDict)
      const other = spoilt.pdf.context.obj({ Type: 'Font', Subtype: 'Type0' })
      fonts.set(name('Left'), other)
      spoilt.paint((text) => `/Artifact BMC /Left 9 Tf q ${String(fonts.keys()[0])} 9 Tf Q <0041> Tj EMC ${text}`)
    },
  },
  'ua-7.21.7-2': {
    'of a character': unicode('FEFF'),
    'of one in a list': (spoilt) =>
      spoilt.rewrite(
        font(spoilt).get(name('ToUnicode')) as PDFRef,
        () => `beginbfrange <0000> <0FFF> [${'<0000> '.repeat(0x1000)}] endbfrange`,
      ),
  },
  'a-6.2.11.7.3': unicode('E000'),
  'ua-7.21.8': {
    'on a page': ({ paint }: Spoilt) => paint((text) => text.replace(/<[0-9A-Fa-f]{4,}>(?= *Tj)/, '<0000>')),
    'in the cell of a pattern': addCell('/F4 9 Tf <0000> Tj', 'Pattern'),
    'in a mask': addCell('/F4 9 Tf <0000> Tj', 'ExtGState'),
  },
  'a-6.2.11.2': set('BaseFont', () => name('Other'), font),
  'a-6.2.3': {
    none: ({ catalog }) => catalog.delete(name('OutputIntents')),
    'a condition without a name': ({ find }) => find(isIntent).set(name('OutputConditionIdentifier'), name('sRGB')),
    'a condition without an explanation': ({ find }) => find(isIntent).delete(name('Info')),
    'a profile of another version': profile((bytes) => bytes.writeUInt8(5, 8)),
    'a profile of a scanner': profile((bytes) => bytes.write('scnr', 12)),
    'a profile of another length': profile((bytes) => bytes.writeUInt32BE(bytes.length - 4)),
  },
  'a-6.2.4.2': {
    'of a picture': set('ColorSpace', ({ pdf }) => pdf.context.obj(['ICCBased', iccProfile(pdf, 'link', 3)]), picture),
    'of other components': set('ColorSpace', ({ pdf }) => pdf.context.obj(['ICCBased', iccProfile(pdf, 'mntr', 4)]), picture),
  },
  'a-6.2.4.3': {
    'of a picture': set('ColorSpace', () => name('DeviceCMYK'), picture),
    'of the indices of a picture': set('ColorSpace', ({ pdf }) => pdf.context.obj(['Indexed', 'DeviceCMYK', 0, '00']), picture),
    'among the resources': set('ColorSpace', ({ pdf }) => pdf.context.obj({ C: 'CalCMYK' }), resources),
    'of what is painted': ({ paint }) => paint((text) => `${text}\n0 0 0 1 k`),
    'as it is set': ({ paint }) => paint((text) => `${text}\n/DeviceCMYK cs`),
  },
  'a-6.2.4.4': {
    'among the resources': set('ColorSpace', ({ pdf }) => pdf.context.obj({ C: ['Separation', 'Gold', 'DeviceRGB'] }), resources),
    'of a picture': set('ColorSpace', ({ pdf }) => pdf.context.obj(['DeviceN', ['Gold'], 'DeviceRGB']), picture),
  },
  'a-6.2.5': set('TR', () => name('Identity'), state),
  'a-6.2.6': {
    'of a state': set('RI', () => name('Best'), state),
    'of what is painted': ({ paint }) => paint((text) => `${text}\n/Best ri`),
  },
  'a-6.2.8': {
    smoothed: set('Interpolate', () => PDFBool.True, picture),
    'of three bits': set('BitsPerComponent', () => PDFNumber.of(3), picture),
  },
  'a-6.2.10': set('BM', () => name('Blur'), state),
  'ua-7.20-2': {
    'with content of elements': addForm('/P <</MCID 0>> BDC EMC', '/Drawn Do /Drawn Do'),
    'with a place among the parents': addForm('/Artifact BMC EMC', '/Drawn Do /Drawn Do', { StructParents: 9999 }),
  },
  'ua-7.18.2': set('Subtype', () => name('Text'), link),
  'ua-7.18.3': ({ page }: Spoilt) => page.delete(name('Tabs')),
  'ua-7.18.5-1': retype('Link', 'Span'),
  'ua-7.18.5-2': (spoilt: Spoilt) => link(spoilt).set(name('Contents'), PDFHexString.fromText(' ')),
  'a-6.3.2': set('F', () => PDFNumber.of(6), link),
  'a-6.3.3': set('AP', ({ pdf }) => pdf.context.obj({}), link),
  'links-lead': (spoilt: Spoilt) => {
    link(spoilt).delete(name('A'))
    link(spoilt).set(name('Dest'), name('nowhere'))
  },
}

test('for every rule there is something that spoils a good PDF', () => {
  expect(Object.keys(SPOILS).sort()).toEqual(RULES.map(({ id }) => id).sort())
})

test('the good PDF has no problems, and none when it is saved anew', async () => {
  expect(await verifyPdf('good.pdf', good)).toEqual([])
  expect(await verifyPdf('good.pdf', await spoil(good, () => undefined))).toEqual([])
})

const WAYS = Object.entries(SPOILS).flatMap(([id, spoils]) => {
  const { expected } = RULES.find((rule) => rule.id === id) ?? { expected: '' }
  return typeof spoils === 'function'
    ? [{ id, what: expected, change: spoils }]
    : Object.entries(spoils).map(([way, change]) => ({ id, what: `${expected}: ${way}`, change }))
})

test.each(WAYS)('$id is found where it is not so that $what', async ({ id, change }) => {
  const found = await verifyPdf('spoilt.pdf', await spoil(good, change))
  expect(found.map(({ ruleId }) => ruleId)).toContain(id)
})

/** What looks like something wrong and is none. */
const ALLOWED: Readonly<Record<string, Spoil>> = {
  'a span of another owner': ({ element, pdf }) => element('TD').set(name('A'), pdf.context.obj({ O: 'Layout', RowSpan: 99 })),
  'a character that stands for any': metadata('application/pdf', 'application/pdf\xEF\xBF\xBD'),
  'a form of artifacts only': addForm('/Artifact BMC 0 0 9 9 re f EMC', '/Drawn Do'),
  'a form without marks in one': addForm('0 0 9 9 re f', '/Artifact BMC /Drawn Do EMC'),
  'the same form twice': addForm('0 0 9 9 re f', '/Artifact BMC /Drawn Do /Drawn Do EMC'),
  'a cell of a pattern without marks': addCell('0 0 9 9 re f', 'Pattern'),
  'a mask without marks': addCell('0 0 9 9 re f', 'ExtGState'),
  'a form that draws itself': addForm('/Drawn Do', '/Drawn Do'),
  'colours of a profile': set('ColorSpace', ({ pdf }) => pdf.context.obj({ C: ['ICCBased', iccProfile(pdf, 'mntr', 3)] }), resources),
}

test.each(Object.entries(ALLOWED))('%s is allowed', async (_, change) => {
  expect(await verifyPdf('good.pdf', await spoil(good, change))).toEqual([])
})
