import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Tag } from '../model/language.ts'
import { Failure } from '../problem.ts'
import { parseMarkdown } from '../source/markdown.ts'
import { arrange } from './markdown/arrange.ts'
import { frontOf, frontText, type Front } from './front.ts'
import { numberLists, takeTypedBullets } from './html/lists.ts'
import { takeNotes } from './html/notes.ts'
import { takeTables } from './html/tables.ts'
import { lostWords } from './markdown/lost-words.ts'
import { markdownText } from './markdown/markdown-text.ts'
import type { Notice } from './notice.ts'
import { namePictures, type KnownPictures } from './markdown/picture-names.ts'
import type { Reading } from './reading.ts'
import { unusable } from './refusals.ts'
import { tidyPhrases } from './markdown/tidy-phrases.ts'
import { treeOf } from './markdown/tree.ts'
import { linkAddresses } from './markdown/web-addresses.ts'

/** What a file of an author became. */
export interface Imported {
  readonly front: Front
  /** What of the front matter stands in the file’s text. */
  readonly visible: Pick<Front, 'subtitle'> & Partial<Pick<Front, 'title'>>
  /** The text after the front matter. */
  readonly tree: Root
  /** Pictures by name. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly notices: readonly Notice[]
  /** How many of each kind of block were taken. */
  readonly counts: ReadonlyMap<string, number>
  readonly headingsByLook: readonly string[]
}

/** What a document has that a file does not know. */
export interface Circumstances {
  /** Name of the file, for messages. */
  readonly name: string
  /** Where the file has no title. */
  readonly title: string
  /** The publication’s language. */
  readonly source: Tag
  readonly knownPictures: KnownPictures
}

/** Turns a reading into a document, and tells what of it is not there. */
export function importedFrom(reading: Reading, { name, title, source, knownPictures }: Circumstances): Imported {
  const { html, properties, passages } = reading
  takeNotes(html)
  takeTypedBullets(html)
  numberLists(html)
  const tables = takeTables(html)
  const tree = treeOf(html)
  tidyPhrases(tree)
  linkAddresses(tree)
  const arranged = arrange(tree)
  const { front, notices } = frontOf(arranged, properties, tree, title, source)
  const pictures = namePictures(tree, reading.pictures, knownPictures)
  const written = readBack(tree, name)
  return {
    front,
    visible: {
      ...(arranged.title !== undefined && { title: arranged.title }),
      ...(arranged.subtitle !== undefined && { subtitle: arranged.subtitle }),
    },
    tree,
    pictures: pictures.files,
    notices: [
      ...reading.notices,
      ...tables,
      ...arranged.notices,
      ...pictures.notices,
      ...notices,
      ...lostWords(passages, written, [arranged.title ?? '', arranged.subtitle ?? '']),
    ],
    counts: countsOf(tree),
    headingsByLook: reading.headingsByLook.filter((text) => text !== front.title),
  }
}

/**
 * Reads what would be written, as the product will.
 * @throws Failure for a text that it would refuse
 */
function readBack(tree: Root, name: string): Root {
  try {
    return parseMarkdown(markdownText(tree), name)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw unusable(name, {
      message: 'A paragraph or table of this file is too long, or too full of signs, for a document.',
      found: error.problems[0]?.actual,
      remedy: 'Look in the file for long runs of brackets, asterisks or blanks, and for paragraphs of several pages; part them.',
    })
  }
}

/** The text of `document.md`. */
export function documentText({ front, tree }: Pick<Imported, 'front' | 'tree'>): string {
  return `${frontText(front)}\n${markdownText(tree)}`
}

const COUNTED: Readonly<Partial<Record<Nodes['type'], string>>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  listItem: 'list item',
  table: 'table',
  blockquote: 'quotation',
  footnoteDefinition: 'note',
  image: 'picture',
  link: 'link',
}

function countsOf(tree: Root): Map<string, number> {
  const counts = new Map(Object.values(COUNTED).map((name) => [name, 0]))
  visit(tree, (node: Nodes, _, parent) => {
    const name = COUNTED[node.type]
    // The paragraphs of lists, quotations and notes are parts of them.
    if (name !== undefined && (node.type !== 'paragraph' || parent?.type === 'root')) counts.set(name, counts.get(name)! + 1)
  })
  return counts
}
