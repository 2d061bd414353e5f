import { PDFDict, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { objectsIn } from '../objects.ts'
import { name, textAt, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { childrenOf, faultsOf, plain } from '../xml.ts'

type Form = 'text' | 'Alt' | 'Bag' | 'Seq'

/** Predefined properties of PDF/A that are in use, with their forms (ISO 19005-2, 6.6.2.3.1; XMP, part 1). */
const KNOWN: Readonly<Record<string, Form>> = {
  'dc:title': 'Alt',
  'dc:description': 'Alt',
  'dc:rights': 'Alt',
  'dc:creator': 'Seq',
  'dc:date': 'Seq',
  'dc:language': 'Bag',
  'dc:publisher': 'Bag',
  'dc:contributor': 'Bag',
  'dc:subject': 'Bag',
  'dc:format': 'text',
  'dc:identifier': 'text',
  'xmp:CreateDate': 'text',
  'xmp:ModifyDate': 'text',
  'xmp:MetadataDate': 'text',
  'xmp:CreatorTool': 'text',
  'xmp:Identifier': 'Bag',
  'xmpMM:DocumentID': 'text',
  'xmpMM:InstanceID': 'text',
  'xmpRights:Marked': 'text',
  'xmpRights:WebStatement': 'text',
  'xmpRights:UsageTerms': 'Alt',
  'pdf:Producer': 'text',
  'pdf:Keywords': 'text',
  'pdfaid:part': 'text',
  'pdfaid:conformance': 'text',
}

/** Namespaces of the prefixes (ISO 14289-1, 5; ISO 19005-2, 6.6; XMP, part 1). */
const NAMESPACES: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  x: 'adobe:ns:meta/',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
}

/** A tag or a text. */
const PIECE = /<[^>]+>|[^<\s][^<]*/g

/** The required description of the one property that PDF/A does not predefine (6.6.2.3.3). A star stands for any text. */
const DESCRIPTION = `
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>*</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>*</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>`.match(PIECE)!

/** A property’s value: the text between its tags, including markup. */
function property({ metadata }: Pick<Reading, 'metadata'>, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(metadata)?.[1]?.trim()
}

/** Names of the properties: children or attributes of a description. This program writes no attributes. */
function propertiesOf({ metadata }: Reading): string[] {
  const attributes = [...metadata.matchAll(/<rdf:Description\s([^>]*)>/g)].flatMap(([, written]) =>
    [...written!.matchAll(/(?<![^\s])(?!xmlns:|rdf:about=)([\w:]+)=/g)].map(([, tag]) => tag!),
  )
  return [...childrenOf(metadata, 'rdf:Description'), ...attributes].filter((tag) => tag !== 'pdfaExtension:schemas')
}

const formOf = (value: string): Form => (/^<rdf:(Alt|Bag|Seq)>/.exec(value)?.[1] as Form | undefined) ?? 'text'

/** Rules on metadata: ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.6. */
export const METADATA_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-8',
    expected: 'metadata that say what they are and can be read without unpacking',
    check: ({ catalog }) => {
      const stream = catalog.lookup(name('Metadata'))
      if (!(stream instanceof PDFRawStream)) return ['none']
      const isXml = stream.dict.lookup(name('Type')) === name('Metadata') && stream.dict.lookup(name('Subtype')) === name('XML')
      return isXml && !stream.dict.has(name('Filter')) ? [] : ['packed or of no kind']
    },
  },
  {
    id: 'metadata-of-document',
    expected: 'no metadata but the document’s, since no others are looked into',
    check: (pdf) => {
      const own = pdf.catalog.lookup(name('Metadata'))
      return objectsIn(pdf).flatMap(({ object, number }) => {
        const isOther = object instanceof PDFRawStream && object !== own && object.dict.lookup(name('Type')) === name('Metadata')
        const hasOther = object instanceof PDFDict && object !== pdf.catalog && object.has(name('Metadata'))
        return isOther || hasOther ? [`object ${number}`] : []
      })
    },
  },
  {
    id: 'ua-7.1-9',
    expected: 'metadata with the title, also in the document’s language, and the same in the information dictionary',
    check: (pdf) => {
      const title = property(pdf, 'dc:title') ?? ''
      const texts = ['x-default', textAt(pdf.catalog, 'Lang') ?? ''].map(
        (tag) => new RegExp(`<rdf:li xml:lang="${tag}">([^<]+)<`).exec(title)?.[1],
      )
      if (!texts[0] || texts[0] !== texts[1]) return ['no title']
      const information = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict)
      return information && textAt(information, 'Title') !== plain(texts[0]) ? ['another title in the information dictionary'] : []
    },
  },
  {
    id: 'ua-5',
    expected: 'the metadata say that this is PDF/UA-1',
    check: (pdf) => (property(pdf, 'pdfuaid:part') === '1' ? [] : [property(pdf, 'pdfuaid:part') ?? 'nothing']),
  },
  {
    id: 'a-6.6.4',
    expected: 'the metadata say that this is PDF/A-2, level a',
    check: (pdf) => {
      const level = `${property(pdf, 'pdfaid:part') ?? ''}${property(pdf, 'pdfaid:conformance') ?? ''}`
      return level === '2A' ? [] : [level || 'nothing']
    },
  },
  {
    id: 'a-6.6.2.1',
    expected: 'metadata as whole XML in UTF-8 with the prefixes of its properties, in a packet that says nothing of its size or encoding',
    check: ({ metadata, metadataBytes }) => {
      const header = /^<\?xpacket begin="\uFEFF?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.exec(metadata)
      return [...(header ? [] : ['no header']), ...faultsOf(metadataBytes, NAMESPACES)]
    },
  },
  {
    id: 'a-6.6.2.3.1',
    expected: 'every property is said once, and is one that PDF/A knows, in its form, or is described',
    check: (pdf) =>
      propertiesOf(pdf).filter((tag, index, all) => {
        if (all.indexOf(tag) !== index) return true
        const [prefix, local] = tag.split(':')
        const described = pdf.metadata.includes(`<pdfaSchema:prefix>${prefix}<`) && pdf.metadata.includes(`<pdfaProperty:name>${local}<`)
        return KNOWN[tag] === undefined ? !described : KNOWN[tag] !== formOf(property(pdf, tag) ?? '')
      }),
  },
  {
    id: 'a-6.6.2.3.3',
    expected: 'the description of what PDF/A does not know is whole',
    check: ({ metadata }) => {
      const pieces = /<pdfaExtension:schemas>[^]*<\/pdfaExtension:schemas>/.exec(metadata)?.[0].match(PIECE) ?? []
      const isOther = (piece: string | undefined, at: number): boolean =>
        DESCRIPTION[at] === '*' ? (piece ?? '<').startsWith('<') : piece !== DESCRIPTION[at]
      const at = Array.from({ length: Math.max(pieces.length, DESCRIPTION.length) }, (_, index) => pieces[index]).findIndex(isOther)
      return at < 0 ? [] : [`${pieces[at] ?? 'nothing'} instead of ${DESCRIPTION[at] ?? 'nothing'}`]
    },
  },
  {
    id: 'dates',
    expected: 'the dates of the metadata are those of the information dictionary',
    check: (pdf) => {
      const information = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict)
      const pairs = { CreationDate: 'xmp:CreateDate', ModDate: 'xmp:ModifyDate' }
      return Object.entries(pairs).flatMap(([key, tag]) => {
        const date = information?.lookup(name(key))
        const said = date instanceof PDFString ? date.decodeDate().getTime() : Number.NaN
        return said === Date.parse(property(pdf, tag) ?? '') ? [] : [key]
      })
    },
  },
]
