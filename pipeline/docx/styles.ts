import type { IParagraphStyleOptions, IStylesOptions, IThemeOptions } from 'docx'
import type { Look } from '../model/publication.ts'

/** Faces that every Word has, with the letters of all these languages; other programs have some of the same widths for them. */
const FACES = { serif: 'Cambria', sans: 'Calibri', mono: 'Consolas' } as const

/** Colours, as the styles of pages have them where a publisher does not say. */
const COLOURS = { ink: '1B2A41', quiet: '5B6472', hairline: 'D9D4C7', ground: 'F3EEE4', accent: 'A8481F' } as const

/** What a document looks like. */
export interface DocxLook {
  readonly accent: string
  readonly text: string
}

/** The look of a publisher, by names of faces and colours. */
export function docxLook({ accent, text }: Look): DocxLook {
  return { accent: accent?.light.slice(1).toUpperCase() ?? COLOURS.accent, text: FACES[text] }
}

/** The theme that a document brings along: what is added to it later can have the publisher’s colours and faces. */
export function themeOf({ accent, text }: DocxLook, name: string): IThemeOptions {
  return {
    name,
    colors: {
      dark2: COLOURS.ink,
      light2: COLOURS.ground,
      accent1: accent,
      accent2: COLOURS.ink,
      accent3: COLOURS.quiet,
      hyperlink: accent,
    },
    fonts: { headings: FACES.sans, body: text },
  }
}

/** Sizes of type in half-points, and spaces in twentieths of a point. */
const TEXT = 21
const LINE = 288
/** Lines grow with what stands in them. */
const GROWING = { lineRule: 'auto' } as const

/** The styles of a document: those that Word names itself, and those of the parts that only our documents have. */
export function stylesOf(look: DocxLook, language: string): IStylesOptions {
  const { accent, text } = look
  const heading = (size: number, before: number, more: { italics?: boolean; color?: string } = {}) => ({
    run: { font: FACES.sans, size, bold: more.italics === undefined && more.color === undefined, color: COLOURS.ink, ...more },
    paragraph: { spacing: { before, after: 100, line: 252, ...GROWING }, keepNext: true, keepLines: true },
    next: 'Normal',
    quickFormat: true,
  })
  return {
    default: {
      document: {
        run: { font: text, size: TEXT, color: COLOURS.ink, language: { value: language } },
        paragraph: { spacing: { after: 120, line: LINE, ...GROWING } },
      },
      title: { ...heading(52, 0), paragraph: { spacing: { before: 120, after: 200, line: 240, ...GROWING }, keepNext: true } },
      heading1: heading(32, 480),
      heading2: heading(25, 320),
      heading3: heading(22, 260),
      heading4: heading(TEXT, 240, { italics: true }),
      heading5: heading(TEXT, 240, { color: COLOURS.quiet }),
      hyperlink: { run: { color: accent, underline: { type: 'single' } } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 252, ...GROWING } } },
      caption: {
        run: { font: FACES.sans, size: 18, italics: false, bold: false, color: COLOURS.ink },
        paragraph: { spacing: { before: 160, after: 100, line: 252, ...GROWING } },
      },
    },
    paragraphStyles: OWN_STYLES.map(({ name, basedOn = 'Normal', sans, size, bold, italics, colour, border, spacing, ...paragraph }) => ({
      id: styleId(name),
      name,
      basedOn,
      quickFormat: true,
      run: {
        ...(sans && { font: FACES.sans }),
        ...(size !== undefined && { size }),
        ...(bold && { bold }),
        ...(italics && { italics }),
        ...(colour && { color: colour === 'accent' ? accent : COLOURS[colour] }),
      },
      paragraph: {
        ...paragraph,
        ...(spacing && { spacing: { ...spacing, ...GROWING } }),
        ...(border && { border: bordersOf(border, accent) }),
      },
    })) satisfies IParagraphStyleOptions[],
    characterStyles: [
      { id: 'Code', name: 'Code', run: { font: FACES.mono, size: 19, noProof: true } },
      { id: 'DraftMark', name: 'Draft mark', run: { font: FACES.sans, size: 16, bold: true, color: accent } },
      { id: 'Quiet', name: 'Quiet', run: { bold: false, color: COLOURS.quiet } },
    ],
  }
}

/** A style of our own. */
interface OwnStyle {
  readonly name: string
  readonly basedOn?: 'Heading3'
  readonly sans?: true
  readonly size?: number
  readonly bold?: true
  readonly italics?: true
  readonly colour?: 'accent' | 'quiet'
  readonly spacing?: { readonly before?: number; readonly after?: number; readonly line?: number }
  readonly indent?: { readonly left?: number; readonly right?: number }
  readonly keepNext?: true
  readonly border?: 'left' | 'top' | 'box' | 'bottom'
}

const OWN_STYLES: readonly OwnStyle[] = [
  { name: 'Organisers', sans: true, spacing: { after: 40 } },
  { name: 'Kind', sans: true, size: 22, colour: 'accent', spacing: { before: 1200, after: 80 }, keepNext: true },
  { name: 'Subtitle line', size: 26, spacing: { after: 200 } },
  { name: 'Event', spacing: { before: 120, after: 240 } },
  { name: 'Term', sans: true, size: 18, colour: 'quiet', spacing: { before: 140, after: 20 }, keepNext: true },
  { name: 'Definition', spacing: { after: 40 } },
  { name: 'Draft notice', sans: true, size: 19, spacing: { before: 360, after: 200 }, border: 'box' },
  { name: 'Callout', indent: { left: 240 }, border: 'left' },
  {
    name: 'Callout label',
    sans: true,
    bold: true,
    indent: { left: 240 },
    spacing: { before: 200, after: 40 },
    keepNext: true,
    border: 'left',
  },
  { name: 'Quotation', indent: { left: 480, right: 480 } },
  { name: 'Attribution', size: 19, indent: { left: 480 } },
  { name: 'Source line', sans: true, size: 17, colour: 'quiet', spacing: { before: 60, after: 240, line: 240 } },
  { name: 'Code block', indent: { left: 240 }, spacing: { before: 120, after: 160, line: 240 } },
  { name: 'Cell', sans: true, size: 18, spacing: { after: 0, line: 240 } },
  { name: 'Rule', spacing: { before: 120, after: 240 }, border: 'bottom' },
  { name: 'Session', basedOn: 'Heading3', size: TEXT, spacing: { before: 240, after: 80 }, keepNext: true, border: 'top' },
  { name: 'Part label', sans: true, size: 18, colour: 'quiet', spacing: { before: 80, after: 20 }, keepNext: true },
  { name: 'Person', spacing: { after: 20 } },
  { name: 'Original spelling', italics: true, size: 19, colour: 'quiet', spacing: { after: 80 } },
  { name: 'Contents heading', sans: true, size: 32, bold: true, spacing: { before: 0, after: 200 }, keepNext: true },
  { name: 'Page head', sans: true, size: 16, colour: 'quiet', spacing: { after: 0 } },
]

/** The id of a style, which has no blanks. */
export function styleId(name: string): string {
  return name.replaceAll(' ', '')
}

function bordersOf(side: NonNullable<OwnStyle['border']>, accent: string) {
  if (side === 'left') return { left: { style: 'single' as const, size: 18, color: accent, space: 8 } }
  const line = { style: 'single' as const, size: 6, color: side === 'box' ? accent : COLOURS.hairline, space: 6 }
  return side === 'box' ? { top: line, bottom: line, left: line, right: line } : { [side]: line }
}

/** The line below the rows of a table, and the stronger one below its head. */
export const TABLE_LINE = { style: 'single', size: 4, color: COLOURS.hairline } as const
export const HEAD_LINE = { style: 'single', size: 8, color: COLOURS.ink } as const
export const NO_LINE = { style: 'none', size: 0, color: 'auto' } as const
