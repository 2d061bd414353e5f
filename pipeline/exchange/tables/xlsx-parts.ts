import { COLUMNS } from './columns.ts'
import { escaped } from './office-xml.ts'

/** What the parts of a workbook are made of. */
interface SheetContent {
  readonly title: string
  /** Name of the sheet. */
  readonly name: string
  /** The rows, as XML. */
  readonly data: string
  /** Number of rows. */
  readonly count: number
  /** States that may be chosen. */
  readonly states: readonly string[]
}

/** Formats of cells. Each is there twice: once for texts that begin like a formula, which Excel then never takes for one. */
export const STYLE = {
  head: { id: 0, quoted: 1 },
  key: { id: 2, quoted: 3 },
  source: { id: 4, quoted: 5 },
  translation: { id: 6, quoted: 7 },
  state: { id: 8, quoted: 9 },
  note: { id: 10, quoted: 11 },
  question: { id: 12, quoted: 13 },
} as const

/** The font, the ground, and whether it may be changed, of each format. */
const FORMATS: Readonly<Record<keyof typeof STYLE, { font: number; fill: number; isOpen?: true }>> = {
  head: { font: 1, fill: 2 },
  key: { font: 2, fill: 3 },
  source: { font: 0, fill: 3 },
  translation: { font: 0, fill: 0, isOpen: true },
  state: { font: 0, fill: 0, isOpen: true },
  note: { font: 2, fill: 0, isOpen: true },
  question: { font: 0, fill: 0, isOpen: true },
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Signs of a column’s width to a millimetre, in the face of the sheet. */
export const SIGNS_PER_MILLIMETRE = 0.54

/** All parts of a workbook by path. */
export function workbookParts(content: SheetContent): Record<string, string> {
  const { title, name, count } = content
  const sheet = escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31))
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'${sheet.replaceAll("'", "''")}'!$A$1:$F$${count}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet.replaceAll("'", "''")}'!$1:$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(),
    'xl/worksheets/sheet1.xml': sheetXml(content),
  }
}

/** The sheet: its first row stays in sight and on every page; widths and heights of rows may be changed although it is guarded. */
function sheetXml({ title, data, count, states }: SheetContent): string {
  const widths = COLUMNS.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${(width * SIGNS_PER_MILLIMETRE).toFixed(1)}" customWidth="1"/>`,
  )
  const list = states.map((state) => state.replaceAll('"', '').replaceAll(',', ' ')).join(',')
  const head = escaped(title.replaceAll('&', '&&'))
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C2" sqref="C2"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}<col min="${COLUMNS.length + 1}" max="${COLUMNS.length + 1}" width="10" hidden="1" customWidth="1"/></cols>`,
    `<sheetData>${data}</sheetData>`,
    '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0"/>',
    count > 1
      ? `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="D2:D${count}"><formula1>"${escaped(list)}"</formula1></dataValidation></dataValidations>`
      : '',
    '<pageMargins left="0.45" right="0.45" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;L&amp;8${head}&amp;R&amp;8&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
  ].join('')
}

function stylesXml(): string {
  const format = ({ font, fill, isOpen }: (typeof FORMATS)[keyof typeof STYLE], isQuoted: boolean): string =>
    `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"${isQuoted ? ' quotePrefix="1"' : ''}><alignment vertical="top" wrapText="1"/><protection locked="${isOpen ? 0 : 1}"/></xf>`
  const formats = Object.values(FORMATS).flatMap((each) => [format(each, false), format(each, true)])
  const font = (size: number, more = '', colour = 'FF1B2A41'): string =>
    `<font>${more}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`
  const fill = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
  const line = (side: string): string => `<${side} style="thin"><color rgb="FFC9CDD3"/></${side}>`
  return [
    `<styleSheet xmlns="${MAIN}">`,
    `<fonts count="3">${font(11)}${font(11, '<b/>')}${font(9, '', 'FF5B6472')}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFEEF0F2')}${fill('FFF8F9FA')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}
