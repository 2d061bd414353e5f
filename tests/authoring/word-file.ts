import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  InsertedTextRun,
  InternalHyperlink,
  LevelFormat,
  Math,
  MathFraction,
  MathRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  Textbox,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import { png } from '../small-publication.ts'

/** A paragraph of Word. */
export function p(content: string | readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: typeof content === 'string' ? [new TextRun(content)] : [...content] })
}

export const bold = (text: string, size?: number): TextRun => new TextRun({ text, bold: true, ...(size !== undefined && { size }) })

/** A Word file of some paragraphs and tables. */
export async function wordFile(children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const change = (text: string) => ({ text, id: 1, author: 'Ben', date: '2020-01-01T00:00:00Z' })
const cell = (text: string, options: { columnSpan?: number; rowSpan?: number } = {}): TableCell => new TableCell({ ...options, children: text.split('\n').map((line) => p(line)) }) // prettier-ignore
const step = (text: string, level = 0): Paragraph => p(text, { numbering: { reference: 'steps', level } })

/** A report as people write them: headings by their look alone, and nearly all that Word can do. @param note one more, to its first item */
export async function report(note?: string): Promise<Uint8Array> {
  const indented = (level: number) => ({ paragraph: { indent: { left: 720 * (level + 1), hanging: 260 } } })
  const document = new Document({
    title: 'Document1',
    creator: 'Ana Example',
    description: 'What forty schools of the region lack.',
    footnotes: {
      1: { children: [p('First note.')] },
      2: { children: [p('Second note.')] },
      ...(note !== undefined && { 3: { children: [p(note)] } }),
    },
    comments: { children: [{ id: 0, author: 'Editor', date: new Date(0), children: [p('Is this right?')] }] },
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: indented(0) },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)', style: indented(1) },
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [p('Confidential draft')] }) },
        footers: { default: new Footer({ children: [p('Ministry of Schools')] }) },
        properties: { column: { count: 2, space: 500 } },
        children: [
          p([bold('Schools of the region', 48)], { alignment: AlignmentType.CENTER }),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
          p('This report says what was found in forty schools, and what follows from it.'),
          p([bold('Main results', 32)]),
          p([
            new TextRun('Teachers said '),
            new TextRun({ text: 'very ', italics: true }),
            bold('little'),
            new TextRun('.'),
            new FootnoteReferenceRun(1),
            new TextRun(' Water is H'),
            new TextRun({ text: '2', subScript: true }),
            new TextRun('O.'),
            new FootnoteReferenceRun(2),
          ]),
          p([new TextRun('Books'), ...(note === undefined ? [] : [new FootnoteReferenceRun(3)])], { bullet: { level: 0 } }),
          p('New ones', { bullet: { level: 1 } }),
          p('Desks', { bullet: { level: 0 } }),
          p([bold('What to do')]),
          step('Count the desks'),
          step('Those that are broken', 1),
          step('Order new ones'),
          p('Somebody has to pay.'),
          step('Pay'),
          new Table({
            rows: [
              new TableRow({ children: [cell('Town and street', { columnSpan: 2 }), cell('Pupils')] }),
              new TableRow({ children: [cell('Gjakova', { rowSpan: 2 }), cell('North\nSouth'), cell('400|500')] }),
              new TableRow({ children: [cell('East'), cell('600')] }),
            ],
          }),
          p('Table 1. Pupils by town', { style: 'Caption' }),
          p([
            new ImageRun({
              type: 'png',
              data: png(30, 20),
              transformation: { width: 30, height: 20 },
              altText: { title: '', description: 'A map of four towns', name: 'map' },
            }),
          ]),
          p('Figure 1: The towns'),
          p([
            new InsertedTextRun(change('Nobody asked the pupils. ')),
            new DeletedTextRun(change('Everybody was asked. ')),
            new CommentRangeStart(0),
            new TextRun('They know best.'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ]),
          p([
            new ExternalHyperlink({ link: 'https://example.org/a_b', children: [new TextRun({ text: 'A list', style: 'Hyperlink' })] }),
            new TextRun(' and '),
            new InternalHyperlink({ anchor: 'sum', children: [new TextRun('the sum')] }),
            new TextRun(' stand elsewhere. 1. No list, * nor _emphasis_ <b>.'),
          ]),
          new Textbox({ children: [p('Words in a box.')], style: { width: '200pt', height: 'auto' } }),
          p([
            new Bookmark({ id: 'sum', children: [new TextRun('The sum: ')] }),
            new Math({ children: [new MathFraction({ numerator: [new MathRun('a+b')], denominator: [new MathRun('2')] })] }),
          ]),
          p([bold('Përfundim – Заклучок', 32)]),
          p('Çdo shkollë duhet të ketë zë. Секое училиште. Свака школа, ђаци.'),
          p([new TextRun({ text: 'Hidden words.', vanish: true }), new TextRun('That is all.')]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
