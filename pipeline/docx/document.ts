import {
  Bookmark,
  Document,
  Footer,
  Header,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
  AlignmentType,
} from 'docx'
import type { Element, Nodes } from 'hast'
import { textBegins, TEXT_ENDS } from '../authoring/word/own-edition.ts'
import type { Interface } from '../edition/interface.ts'
import type { BookPage } from '../html/book-page.ts'
import type { BookPicture } from '../html/book-pictures.ts'
import type { Paper } from '../html/paper.ts'
import { headRoom, shortened } from '../html/running-heads.ts'
import type { Edition } from '../model/edition.ts'
import type { Look } from '../model/publication.ts'
import { blocksOf, type Block } from './blocks.ts'
import { fixed } from './fixed.ts'
import { definitionsOf } from './lists.ts'
import { pagesOfPrint, type PrintedPages } from './page-numbers.ts'
import { docxLook, stylesOf, themeOf } from './styles.ts'
import { wordLanguage } from './word-language.ts'
import { elementsIn, type Notes, type Writing } from './writing.ts'

/** What a document for Word is made from, besides its edition. */
export interface DocxSource {
  readonly page: BookPage
  readonly pictures: readonly BookPicture[]
  readonly paper: Paper
  readonly look: Look
  readonly publisher: string
  /** What kind of document it is, in words. */
  readonly kind: string
  readonly modified: Date
  /** On which page of the print each heading stands, by its id. Absent without a print. */
  readonly pages: ReadonlyMap<string, number> | undefined
}

/** Millimetres as twentieths of a point. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** Makes the DOCX of an edition (ECMA-376, 5th edition). */
export async function makeDocx(edition: Edition, words: Interface, source: DocxSource): Promise<Uint8Array> {
  const { page, paper, look } = source
  const language = wordLanguage(edition.tag)!
  const own = docxLook(look)
  const writing: Writing = {
    pictures: new Map(source.pictures.map((picture) => [picture.path, picture])),
    width: twips(paper.width - 2 * paper.margins.left),
    bookmarks: bookmarksOf(page.tree),
    pending: [],
    notes: new Map(notesIn(page.tree).map(({ properties }, at) => [properties['id'] ?? '', at + 1])),
    called: new Set(),
    lists: [],
    pictureCount: 0,
  }
  const format = { text: { language }, depth: 0 }
  const parts = elementsIn(page.tree.children)
  const blocksIn = (names: readonly string[], isFront: boolean): Block[] =>
    parts
      .filter(({ properties }) => names.includes(String(properties['dataPart'])))
      .flatMap((part) => blocksOf([part], { ...format, isFront }, writing))
  const front = blocksIn(['title'], true)
  const imprint = blocksIn(['imprint'], true)
  const text = marked(blocksIn(['text'], false), textBegins(edition.tag))
  const after = marked(blocksIn(['programme', 'colophon'], false), TEXT_ENDS)
  const footnotes = notesOf(page.tree, writing, format)
  const isAfterFront = ({ properties }: Element): boolean => ['text', 'programme', 'colophon'].includes(String(properties['dataPart']))
  const printed = source.pages && pagesOfPrint(parts.filter(isAfterFront), source.pages)
  const contents = page.isListed ? contentsOf(words.message('contents').text, printed) : []
  const newPage = (): Paragraph[] => [new Paragraph({ children: [new PageBreak()] })]
  const title = shortened((edition.shortTitle ?? edition.title).text, headRoom(paper).document)
  const head = edition.draft ? `${words.message('draft.label').text} · ${title}` : title
  const document = new Document({
    title: edition.title.text,
    subject: source.kind,
    creator: edition.authors.map(({ text: name }) => name).join(', ') || source.publisher,
    lastModifiedBy: source.publisher,
    description: edition.description.text,
    styles: stylesOf(own, language),
    theme: themeOf(own, source.publisher),
    numbering: { config: definitionsOf(writing.lists) },
    footnotes,
    ...(printed && { pageNumbers: printed.estimator }),
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          titlePage: true,
          page: {
            size: { width: twips(paper.width), height: twips(paper.height) },
            margin: {
              top: twips(paper.margins.top),
              // No column of notes stands beside the text, as it does in print.
              right: twips(paper.margins.left),
              bottom: twips(paper.margins.bottom),
              left: twips(paper.margins.left),
            },
          },
        },
        // The first page has none.
        headers: { default: new Header({ children: [new Paragraph({ style: 'Pagehead', text: head })] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...front,
          ...(page.isReport ? [...(imprint.length > 0 ? [...newPage(), ...imprint] : []), ...newPage()] : []),
          ...(contents.length > 0 ? [...contents, ...newPage()] : []),
          ...text,
          ...after,
        ],
      },
    ],
  })
  return fixed(await Packer.toBuffer(document), edition.date, source.modified)
}

function pageNumber(): Paragraph {
  return new Paragraph({ style: 'Pagehead', alignment: AlignmentType.RIGHT, children: [new TextRun({ children: [PageNumber.CURRENT] })] })
}

/** A line that takes no room. In twentieths of a point. */
const NO_LINE = { before: 0, after: 0, line: 20, lineRule: 'exact' } as const

/** Puts a bookmark before blocks: who takes the text back from Word knows by it where that begins. Before a table it needs a paragraph. */
function marked(blocks: Block[], name: string): Block[] {
  const [first] = blocks
  if (!(first instanceof Paragraph))
    return [new Paragraph({ spacing: NO_LINE, children: [new Bookmark({ id: name, children: [] })] }), ...blocks]
  const { start, end } = new Bookmark({ id: name, children: [] })
  for (const part of [end, start]) first.addRunToFront(part as never)
  return blocks
}

/**
 * The contents, which lead to the headings. Where a page ends, Word alone knows: until it updates them, they tell those of the
 * print, and none where there is no print: Word asks before it fills in a number that is not there.
 */
function contentsOf(label: string, printed: PrintedPages | undefined): (Paragraph | TableOfContents)[] {
  const without = printed ? printed.without : '1-2'
  return [
    new Paragraph({ style: 'Contentsheading', text: label }),
    new TableOfContents(label, {
      hyperlink: true,
      headingStyleRange: '1-2',
      ...(without !== undefined && { pageNumbersEntryLevelsRange: without }),
      tabLeader: printed ? 'dot' : 'none',
      beginDirty: false,
    }),
  ]
}

/** Names for the places that links of a page lead to. */
function bookmarksOf(tree: Nodes): ReadonlyMap<string, string> {
  const ids = new Set<string>()
  const visit = (node: Nodes): void => {
    const href = node.type === 'element' && node.properties['dataFootnoteRef'] === undefined ? (node.properties['href'] ?? '') : ''
    if (href.startsWith('#')) ids.add(decodeURIComponent(href.slice(1)))
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return new Map([...ids].map((id, at) => [id, `place_${at + 1}`]))
}

/** The notes at the end of a page. */
function notesIn(node: Nodes): Element[] {
  if (!('children' in node)) return []
  if (node.type !== 'element' || node.properties['dataFootnotes'] === undefined) return node.children.flatMap(notesIn)
  return elementsIn(node.children).flatMap((list) => (list.tagName === 'ol' ? elementsIn(list.children) : []))
}

/**
 * The notes of a document, by their numbers. The library asks for paragraphs, and writes tables as well (ECMA-376, 17.11.10); the
 * number stands in the first paragraph.
 */
function notesOf(tree: Nodes, writing: Writing, format: Parameters<typeof blocksOf>[1]): Notes {
  return Object.fromEntries(
    notesIn(tree).map((note, at) => {
      const blocks = blocksOf(note.children, { ...format, style: 'FootnoteText' }, writing)
      const isNumbered = blocks[0] instanceof Paragraph
      return [String(at + 1), { children: [...(isNumbered ? [] : [new Paragraph({ style: 'FootnoteText' })]), ...blocks] as Paragraph[] }]
    }),
  )
}
