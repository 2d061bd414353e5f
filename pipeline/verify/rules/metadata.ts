import { PDFDict, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { name, textAt, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

type Form = 'text' | 'Alt' | 'Bag' | 'Seq'

/** The properties that PDF/A knows, as far as there is a use for them, and the form of each (ISO 19005-2, 6.6.2.3.1; XMP, part 1). */
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

/** What a description of foreign properties must say (6.6.2.3.3). */
const DESCRIBED = [
  'pdfaSchema:schema',
  'pdfaSchema:namespaceURI',
  'pdfaSchema:prefix',
  'pdfaProperty:name',
  'pdfaProperty:valueType',
  'pdfaProperty:category',
  'pdfaProperty:description',
]

/** A property of the metadata: the text between its tags, markup and all. */
function property({ metadata }: Pick<Reading, 'metadata'>, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(metadata)?.[1]?.trim()
}

/** The names of the properties themselves: children of a description. */
function propertiesOf({ metadata }: Reading): string[] {
  return [...metadata.matchAll(/^ {3}<([\w:]+)>/gm)].map(([, tag]) => tag!).filter((tag) => tag !== 'pdfaExtension:schemas')
}

const formOf = (value: string): Form => (/^<rdf:(Alt|Bag|Seq)>/.exec(value)?.[1] as Form | undefined) ?? 'text'

/** Where the elements of an XML text are not closed in turn, the first that is not. */
function unbalanced(xml: string): string | undefined {
  const open: string[] = []
  for (const [, closing, tag, empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== tag) return tag
    } else if (!empty) open.push(tag!)
  }
  return open.at(-1) ?? /<(?![/?\w])|&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/i.exec(xml)?.[0]
}

const entity = (text: string): string => text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

/** The document's description: ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.6. */
export const METADATA_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-8',
    expected: 'metadata that can be read without unpacking',
    check: ({ catalog }) => {
      const stream = catalog.lookup(name('Metadata'))
      const isXml = stream instanceof PDFRawStream && stream.dict.lookupMaybe(name('Subtype'), PDFName) === name('XML')
      return isXml && !stream.dict.has(name('Filter')) ? [] : ['packed or none']
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
      return information && textAt(information, 'Title') !== entity(texts[0]) ? ['another title in the information dictionary'] : []
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
    expected: 'metadata as whole XML in UTF-8, in a packet that says nothing of its size or encoding',
    check: ({ metadata }) => {
      const header = /^<\?xpacket begin="\uFEFF?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.exec(metadata)
      const wrong = unbalanced(metadata) ?? (metadata.includes('\uFFFD') ? 'no UTF-8' : undefined)
      return [...(header ? [] : ['no header']), ...(wrong === undefined ? [] : [wrong])]
    },
  },
  {
    id: 'a-6.6.2.3.1',
    expected: 'every property is one that PDF/A knows, in its form, or is described',
    check: (pdf) =>
      propertiesOf(pdf).filter((tag) => {
        const [prefix, local] = tag.split(':')
        const described = pdf.metadata.includes(`<pdfaSchema:prefix>${prefix}<`) && pdf.metadata.includes(`<pdfaProperty:name>${local}<`)
        return KNOWN[tag] === undefined ? !described : KNOWN[tag] !== formOf(property(pdf, tag) ?? '')
      }),
  },
  {
    id: 'a-6.6.2.3.3',
    expected: 'the description of what PDF/A does not know is whole',
    check: (pdf) => [
      ...DESCRIBED.filter((tag) => !property(pdf, tag)),
      ...(property(pdf, 'pdfaSchema:namespaceURI') === 'http://www.aiim.org/pdfua/ns/id/' ? [] : ['another schema than pdfuaid']),
    ],
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
