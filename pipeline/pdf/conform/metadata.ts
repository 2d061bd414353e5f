import { PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { PrintedFile } from './printed-file.ts'

/**
 * Stands where the identifier comes: no sign of it can be known before all else is written. It is such as nothing else in a
 * file is, while packed pictures have long runs of one sign.
 */
export const IDENTIFIER_PLACE = '04e664d6343885bfd2afb20c5acd47fd'

const TOOL = 'Editions'

/** Describes the document: metadata for machines (7.1, ISO 19005-2, 6.6), and the same for viewers that read only the old dictionary. */
export function describeDocument(file: PrintedFile): void {
  const { context, catalog, information, preparation, date } = file
  const { title, authors, description } = preparation
  if (title === '') throw new Error('The page has no title.')
  const bytes = new TextEncoder().encode(metadata(file))
  const stream = PDFRawStream.of(context.obj({ Type: 'Metadata', Subtype: 'XML' }), bytes)
  catalog.set(PDFName.of('Metadata'), context.register(stream))
  for (const key of information.keys()) information.delete(key)
  const texts = {
    Title: title,
    Author: authors.length > 0 ? authors.join('; ') : undefined,
    Subject: description,
    Creator: TOOL,
    Producer: TOOL,
  }
  for (const [key, text] of Object.entries(texts)) if (text !== undefined) information.set(PDFName.of(key), PDFHexString.fromText(text))
  for (const key of ['CreationDate', 'ModDate']) information.set(PDFName.of(key), PDFString.fromDate(date))
}

/** Each property by its name; those without a value are left out. */
function metadata({ preparation: { title, language, description, publisher, authors }, date }: PrintedFile): string {
  const day = date.toISOString().replace('.000Z', 'Z')
  const alternatives = (text: string): string =>
    `<rdf:Alt>${['x-default', language].map((tag) => `<rdf:li xml:lang="${escape(tag)}">${escape(text)}</rdf:li>`).join('')}</rdf:Alt>`
  const list = (kind: 'Bag' | 'Seq', ...texts: readonly string[]): string =>
    `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escape(text)}</rdf:li>`).join('')}</rdf:${kind}>`
  const properties: Readonly<Record<string, string | undefined>> = {
    'dc:format': 'application/pdf',
    'dc:title': alternatives(title),
    'dc:language': list('Bag', language),
    'dc:description': description && alternatives(description),
    'dc:publisher': publisher && list('Bag', publisher),
    'dc:creator': authors.length > 0 ? list('Seq', ...authors) : undefined,
    'xmp:CreateDate': day,
    'xmp:ModifyDate': day,
    'xmp:MetadataDate': day,
    'xmp:CreatorTool': TOOL,
    'pdf:Producer': TOOL,
    'xmpMM:DocumentID': `uuid:${IDENTIFIER_PLACE}`,
    'xmpMM:InstanceID': `uuid:${IDENTIFIER_PLACE}`,
    'pdfuaid:part': '1',
    'pdfaid:part': '2',
    'pdfaid:conformance': 'A',
  }
  const lines = Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [`   <${name}>${value}</${name}>`]))
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.join('\n')}
  </rdf:Description>
${EXTENSION}
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

/** PDF/A knows its own properties; that of PDF/UA must be described (ISO 19005-2, 6.6.2.3). */
const EXTENSION = `  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>`

/** Characters that no XML may hold (XML 1.0, 2.2) mean nothing: they are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
