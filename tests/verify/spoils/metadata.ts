import { PDFRawStream } from '@cantoo/pdf-lib'
import { metadata, name, picture, set, type Spoils } from '../spoilt.ts'

/** The metadata. */
export const METADATA_SPOILS: Spoils = {
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
    'one said twice': metadata('<pdfuaid:part>', '<pdfuaid:part>2</pdfuaid:part><pdfuaid:part>'),
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
  dates: ({ pdf }) => pdf.setModificationDate(new Date('2019-01-01T00:00:00Z')),
}
