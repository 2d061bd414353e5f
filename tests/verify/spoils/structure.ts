import { PDFDict, PDFHexString, PDFString } from '@cantoo/pdf-lib'
import { addTo, attribute, inCatalog, kids, link, name, retype, set, type Spoils } from '../spoilt.ts'

/** The document and its structure. */
export const STRUCTURE_SPOILS: Spoils = {
  'ua-7.1-4': inCatalog('MarkInfo', { Marked: true, Suspects: true }),
  'ua-7.1-10': inCatalog('ViewerPreferences', { DisplayDocTitle: false }),
  'a-6.5.1': set('A', ({ pdf }) => pdf.context.obj({ S: 'Launch', F: PDFString.of('x') }), link),
  'a-6.4-6.11': inCatalog('AcroForm', { Fields: [] }),
  'a-6.8': inCatalog('Names', { EmbeddedFiles: { Names: [] } }),
  'ua-7.18.6.2': inCatalog('Film', { S: 'MCD' }),
  'texts-private': (spoilt) => link(spoilt).set(name('Contents'), PDFHexString.fromText('\uF8FF1 words')),
  bookmarks: {
    none: ({ catalog }) => catalog.delete(name('Outlines')),
    'one that leads to itself': ({ catalog, pdf }) => {
      const first = catalog.lookup(name('Outlines'), PDFDict).lookup(name('First'), PDFDict)
      first.set(name('First'), pdf.context.getObjectRef(first)!)
    },
  },
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
  'ua-7.1-7': ({ catalog }) =>
    catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict).set(name('Quote'), name('Span')),
  'ua-7.1-empty': addTo('Document', 'P'),
  'ua-7.2-29': {
    'of the document': inCatalog('Lang', PDFString.of('sr_Cyrl')),
    'of an element': ({ element }) => element('P').set(name('Lang'), PDFString.of('sr_Cyrl')),
    'of a mark': ({ paint }) => paint((text) => `${text}\n/Span <</Lang (sr_Cyrl)>> BDC EMC`),
    'of a mark, in digits': ({ paint }) => paint((text) => `${text}\n/Span <</Lang <FEFF00730072005F>>> BDC EMC`),
  },
  bounds: {
    'beside the page': attribute('Figure', 'Layout', 'BBox', [10, 10, 9000, 20]),
    'of another owner': attribute('Figure', 'Table', 'BBox', [10, 10, 20, 20]),
  },
  'ua-7.3-1': ({ element }) => element('Figure').delete(name('Alt')),
  'ua-7.4.2': retype('H3', 'H4'),
  'ua-7.4.4': retype('H6', 'H'),
  'ua-7.6': {
    'no attribute': ({ element }) => element('L').delete(name('A')),
    'one of another owner': attribute('L', 'Layout', 'ListNumbering', 'Disc'),
    'a numbering that there is not': attribute('L', 'List', 'ListNumbering', 'Runes'),
  },
  'ua-7.9-1': ({ element }) => element('Note').delete(name('ID')),
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
  'ua-7.2-38': (spoilt) => {
    addTo('TBody', 'P')(spoilt)
    retype('TBody', 'TFoot')(spoilt)
  },
  'lines-hold-no-blocks': addTo('Link', 'P'),
  'ua-7.2-15': (spoilt) => {
    // One reaches down into the place into which the next row's reaches from its side.
    const below = spoilt.find((dict) => dict.get(name('S')) === name('TH') && String(dict.lookup(name('A'))).includes('/RowSpan 2'))
    attribute('TD', 'Table', 'RowSpan', 2)(spoilt)
    below.set(name('A'), spoilt.pdf.context.obj({ O: 'Table', Scope: 'Row', RowSpan: 2, ColSpan: 2 }))
  },
  'ua-7.2-41': attribute('TD', 'Table', 'RowSpan', 99),
  'ua-7.2-42': attribute('TD', 'Table', 'ColSpan', 3),
  'ua-7.5-1': {
    'no attribute': ({ element }) => element('TH').delete(name('A')),
    'one of another owner': attribute('TH', 'Layout', 'Scope', 'Column'),
  },
  'ua-7.5-2': attribute('TD', 'Table', 'Headers', [PDFString.of('nowhere')]),
}
