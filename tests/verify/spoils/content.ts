import { PDFArray, PDFDict, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import {
  addCell,
  addForm,
  addFormInForm,
  descendant,
  descriptor,
  font,
  kids,
  name,
  program,
  set,
  state,
  unicode,
  type Spoils,
} from '../spoilt.ts'

const TAGGED = /\/\w+ <<\/MCID \d+ *>>\s*BDC/

/** Marks and fonts. */
export const CONTENT_SPOILS: Spoils = {
  'ua-7.1-1': {
    'in a stream': ({ paint }) => paint((text) => text.replace(TAGGED, '$& /Artifact BMC EMC')),
    'in a form': addForm('/Artifact BMC EMC', '/P <</MCID 9999>> BDC /Drawn Do EMC'),
    'a mark that is both': ({ paint }) => paint((text) => text.replace(TAGGED, (tag) => tag.replace(/^\/\w+/, '/Artifact'))),
  },
  'ua-7.1-2': {
    'in a stream': ({ paint }) => paint((text) => text.replace(TAGGED, '/Artifact BMC $&')),
    'in a form': addForm('/P <</MCID 0>> BDC EMC', '/Artifact BMC /Drawn Do EMC'),
    'in a form in a form': addFormInForm('/P <</MCID 0>> BDC EMC', '/Artifact BMC /Drawn Do EMC'),
    'in a form that draws itself': addForm('/Drawn Do /P <</MCID 0>> BDC EMC', '/Artifact BMC /Drawn Do EMC'),
  },
  'ua-7.1-3': {
    'on a page': ({ paint }) => paint((text) => `0 0 9 9 re f\n${text}`),
    'in a form': addForm('0 0 9 9 re f', '/Drawn Do'),
    'a picture': addForm('/Elsewhere Do', '/Drawn Do'),
  },
  'content-balance': ({ paint }) => paint((text) => `${text}\nEMC`),
  'content-read': {
    'in literal characters': ({ paint }) => paint((text) => `${text}\n/Artifact BMC (x) Tj EMC`),
    'on the next line': ({ paint }) => paint((text) => `${text}\n/Artifact BMC <0003> ' EMC`),
    'a font of a state': set('Font', ({ pdf }) => pdf.context.obj([]), state),
    'a font that is set elsewhere': addForm('<0003> Tj', '/Artifact BMC /Drawn Do EMC'),
    'an inline picture': ({ paint }) => paint((text) => `${text}\n/Artifact BMC BI EI EMC`),
    'properties elsewhere': ({ paint }) => paint((text) => `${text}\n/Span /Properties BDC EMC`),
  },
  'content-parents': {
    'a sequence of no element': ({ paint }) => paint((text) => text.replace(/\/MCID \d+/, '/MCID 9999')),
    'a form that is not drawn': (spoilt) => {
      addForm('/P <</MCID 0>> BDC EMC', '', { StructParents: 9999 })(spoilt)
      const { pdf, page, catalog, element } = spoilt
      const form = page.lookup(name('Resources'), PDFDict).lookup(name('XObject'), PDFDict).get(name('Drawn'))!
      const owner = element('P')
      kids(spoilt, owner).push(pdf.context.obj({ Type: 'MCR', MCID: 0, Stm: form }))
      const parents = catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
      parents.push(PDFNumber.of(9999))
      parents.push(pdf.context.obj([pdf.context.getObjectRef(owner)!]))
    },
  },
  'content-once': ({ paint }) => paint((text) => `${text}\n${TAGGED.exec(text)![0]} EMC`),
  'text-soft-hyphens': {
    'in what replaces text': ({ paint }) => paint((text) => `${text}\n/Span <</ActualText <FEFF00AD>>> BDC EMC`),
    'in what characters stand for': unicode('043100AD'),
  },
  'ua-7.21.3.1': set('Encoding', () => name('UniJIS-UTF16-H'), font),
  'ua-7.21.3.2': {
    'no map': (spoilt) => descendant(spoilt).delete(name('CIDToGIDMap')),
    'a map of its own': set(
      'CIDToGIDMap',
      ({ pdf }) => pdf.context.register(PDFRawStream.of(pdf.context.obj({}), new Uint8Array(2))),
      descendant,
    ),
  },
  'ua-7.21.4.1-1': (spoilt) => descriptor(spoilt).delete(name('FontFile2')),
  'font-program': {
    'cut short': program((bytes) => bytes.subarray(0, -99)),
    'without glyphs': program((bytes) => Buffer.from(bytes.toString('latin1').replace('glyf', 'glyg'), 'latin1')),
    none: program(() => Buffer.from('x')),
  },
  'ua-7.21.4.1-2': ({ paint }) => paint((text) => text.replace(/<[0-9A-Fa-f]{4,}>(?= *Tj)/, '<FFF0>')),
  'ua-7.21.4.2': set('CIDSet', ({ pdf }) => pdf.context.register(PDFRawStream.of(pdf.context.obj({}), new Uint8Array(1))), descriptor),
  'ua-7.21.5': (spoilt) => {
    descendant(spoilt).delete(name('W'))
    descendant(spoilt).set(name('DW'), PDFNumber.of(123))
  },
  'ua-7.21.7-1': {
    'no map': (spoilt) => font(spoilt).delete(name('ToUnicode')),
    'a font set in a state that is left': ({ page, pdf, paint }) => {
      const fonts = page.lookup(name('Resources'), PDFDict).lookup(name('Font'), PDFDict)
      fonts.set(name('Left'), pdf.context.obj({ Type: 'Font', Subtype: 'Type0' }))
      paint((text) => {
        const [, used, code] = /\/(F\d+) [\d.]+ Tf[^<]*<([0-9A-F]{4})/.exec(text)!
        return `/Artifact BMC /Left 9 Tf q /${used} 9 Tf Q <${code}> Tj EMC ${text}`
      })
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
    'on a page': ({ paint }) => paint((text) => text.replace(/<[0-9A-Fa-f]{4,}>(?= *Tj)/, '<0000>')),
    'in the cell of a pattern': addCell('/F4 9 Tf <0000> Tj', 'Pattern'),
    'in a mask': addCell('/F4 9 Tf <0000> Tj', 'ExtGState'),
  },
  'a-6.2.11.2': set('BaseFont', () => name('Other'), font),
}
