import { escaped } from './office-xml.ts'

/** Width of the table on a landscape A4 with margins of 11.5 mm, in twentieths of a point. */
export const TEXT_WIDTH = 15534

/** A column’s language, as Word names it. */
interface ColumnLanguage {
  readonly name: string
  readonly isFromRight: boolean
}

/** What the parts of a document are made of. */
interface DocumentContent {
  readonly title: string
  /** The blocks of the text, as XML. */
  readonly body: string
  readonly links: readonly string[]
  readonly source: ColumnLanguage
  readonly target: ColumnLanguage
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A4 on its side: 297 by 210 mm. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="794" w:right="652" w:bottom="794" w:left="652" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'

/** All parts of a document by path. */
export function documentParts({ title, body, links, source, target }: DocumentContent): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
    'word/document.xml': `<w:document ${W} ${R}><w:body>${body}${SECTION}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="settings" Type="${OFFICE}/settings" Target="settings.xml"/><Relationship Id="footer" Type="${OFFICE}/footer" Target="footer1.xml"/>${links.map((address, at) => `<Relationship Id="link${at + 1}" Type="${OFFICE}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`).join('')}</Relationships>`,
    'word/styles.xml': stylesXml(source, target),
    // Changes are tracked from the first letter on: who has sent the table sees what was changed in it.
    'word/settings.xml': `<w:settings ${W}><w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/footer1.xml': `<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(title)}</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
  }
}

/** A style of paragraphs. Sizes are half-points, spaces twentieths of a point. */
interface ParagraphStyle {
  readonly id: string
  readonly language: 'source' | 'target' | 'none'
  readonly size: number
  readonly more?: string
  readonly paragraph?: string
}

const STYLES: readonly ParagraphStyle[] = [
  { id: 'Title', language: 'source', size: 34, more: '<w:b/>', paragraph: '<w:spacing w:before="0" w:after="60"/>' },
  { id: 'Lead', language: 'target', size: 19, more: '<w:color w:val="5B6472"/>', paragraph: '<w:spacing w:before="0" w:after="160"/>' },
  { id: 'Head', language: 'target', size: 17, more: '<w:b/>', paragraph: '<w:keepNext/>' },
  { id: 'Key', language: 'none', size: 16, more: '<w:color w:val="5B6472"/>' },
  { id: 'Stamp', language: 'none', size: 9, more: '<w:color w:val="A9AEB6"/>' },
  { id: 'Source', language: 'source', size: 20 },
  { id: 'Translation', language: 'target', size: 20 },
  { id: 'State', language: 'target', size: 17 },
  { id: 'Note', language: 'target', size: 16, more: '<w:color w:val="5B6472"/>' },
  { id: 'Question', language: 'target', size: 18 },
  {
    id: 'Foot',
    language: 'none',
    size: 15,
    more: '<w:color w:val="5B6472"/>',
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="15534"/></w:tabs>',
  },
]

function stylesXml(source: ColumnLanguage, target: ColumnLanguage): string {
  const languages = { source, target, none: undefined }
  const style = ({ id, language, size, more = '', paragraph = '' }: ParagraphStyle): string => {
    const own = languages[language]
    const [bold, colour] = more.includes('<w:b/>') ? ['<w:b/>', more.replace('<w:b/>', '')] : ['', more]
    const spelling = own ? `<w:lang w:val="${own.name}" w:bidi="${own.name}"/>` : ''
    const direction = own?.isFromRight ? '<w:bidi/>' : ''
    return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="Review ${id}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${sorted(paragraph, direction)}</w:pPr><w:rPr>${bold}${own ? '' : '<w:noProof/>'}${colour}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${own?.isFromRight ? '<w:rtl/>' : ''}${spelling}</w:rPr></w:style>`
  }
  return `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:color w:val="1B2A41"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="${target.name}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="254" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F5C8A"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${TABLE_STYLE}${STYLES.map(style).join('')}</w:styles>`
}

/** Properties of a paragraph, with its direction in its place: the schema asks for an order (ECMA-376, 17.3.1.26). */
function sorted(paragraph: string, direction: string): string {
  const at = paragraph.indexOf('<w:spacing')
  return at < 0 ? paragraph + direction : paragraph.slice(0, at) + direction + paragraph.slice(at)
}

/** Hairlines between rows, a stronger line below the first. */
const TABLE_STYLE =
  '<w:style w:type="table" w:customStyle="1" w:styleId="Review"><w:name w:val="Review Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1B2A41"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B2A41"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C9CDD3"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="E3E5E9"/></w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B2A41"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF0F2"/></w:tcPr></w:tblStylePr></w:style>'
