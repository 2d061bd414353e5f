import { fromHtml } from 'hast-util-from-html'
import mammoth from 'mammoth'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import type { Archive } from './archive.ts'
import type { Comment, Surroundings } from './left-out.ts'
import { beginning, type Notice } from '../notice.ts'
import { editionIn, removeDraftMarks } from './own-edition.ts'
import { childOf, elementsIn, isElement, parsePart } from './parts.ts'
import { prepareText, STYLE, type PreparedText } from './prepare-text.ts'
import { coreProperties } from './core-properties.ts'
import type { FoundPicture, Reading } from '../reading.ts'
import { unusable } from '../refusals.ts'
import { readStyles } from './styles.ts'
import { paragraphsIn, textIn } from './survey.ts'

const DEEPEST_LIST = 9

const listStyle = (name: string, own: string, depth: number): string =>
  `p.${name}${depth} => ${'ul|ol > li > '.repeat(depth - 1)}${own} > li:fresh`

/** The HTML of each style. Those of `prepareText` come first. */
const STYLES: readonly string[] = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.${STYLE.heading}${level} => h${level}:fresh`),
  ...[7, 8, 9].map((level) => `p.${STYLE.heading}${level} => h6:fresh`),
  ...Array.from({ length: DEEPEST_LIST }, (_, index) => [
    listStyle(STYLE.ordered, 'ol', index + 1),
    listStyle(STYLE.unordered, 'ul', index + 1),
    `p.${STYLE.more}${index + 1} => ${'ul|ol > li > '.repeat(index + 1)}p:fresh`,
    `p.${STYLE.more}${index + 1}-quote => ${'ul|ol > li > '.repeat(index + 1)}blockquote > p:fresh`,
    `p.${STYLE.more}${index + 1}-code => ${'ul|ol > li > '.repeat(index + 1)}pre:separator('\\n')`,
    `p.${STYLE.more}${index + 1}-caption => ${'ul|ol > li > '.repeat(index + 1)}p.caption:fresh`,
  ]).flat(),
  'p.Editions-title => p.title:fresh',
  'p.Editions-subtitle => p.subtitle:fresh',
  'p.Editions-caption => p.caption:fresh',
  'p.Editions-quote => blockquote > p:fresh',
  "p.Editions-code => pre:separator('\\n')",
  'r.Editions-code => code',
  'u => em',
]

/** Where the parts of a Word file lie, unless its relations say otherwise. */
const FOLDER = 'word/'

/**
 * Reads a Word file.
 * @param name of the file, for messages
 * @throws Failure for a file that has no text part, or a damaged one
 */
export async function readDocx(archive: Archive, name: string): Promise<Reading> {
  const path = mainPart(archive, name)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const part = (each: string): Element | undefined => parsePart(archive, folder + each, name)
  const body = parsePart(archive, path, name)
  if (!body) throw unusable(name, { message: 'This file has no text: it is no Word file.', expected: 'a Word file (.docx)', remedy: 'Open it in the program that made it, and save it as a Word document (.docx).' }) // prettier-ignore
  const edition = editionIn(body)
  if (edition !== undefined) removeDraftMarks(body)
  const styles = readStyles(part('styles.xml'))
  const numbering = part('numbering.xml')
  const comments = commentsIn(part('comments.xml'))
  const prepared = new Map<string, Element>()
  const prepare = (at: string, root: Element | undefined): PreparedText[] => {
    if (!root) return []
    prepared.set(at, root)
    return [prepareText(root, numbering, styles, surroundingsOf(archive, at, comments, name), name)]
  }
  const texts = [
    ...prepare(path, body),
    ...['footnotes.xml', 'endnotes.xml'].flatMap((each) => prepare(folder + each, noteTexts(part(each)))),
  ]
  const pictures = new Map<string, FoundPicture>()
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: await packed(archive, prepared) },
    { styleMap: [...STYLES], includeEmbeddedStyleMap: false, convertImage: pictureTaker(pictures) },
  )
  return {
    html: fromHtml(value, { fragment: true }),
    pictures,
    properties: { ...coreProperties(parsePart(archive, 'docProps/core.xml', name)), language: languageOf(body, styles.language) },
    edition,
    passages: texts.flatMap(({ passages }) => passages),
    notices: [...texts.flatMap(({ notices }) => notices), ...frameNotices(archive, folder, name), ...messages.flatMap(messageNotice)],
    headingsByLook: texts.flatMap(({ headingsByLook }) => headingsByLook),
  }
}

/** The text part that the package names (ISO/IEC 29500-2, 9.3). */
function mainPart(archive: Archive, name: string): string {
  const relations = parsePart(archive, '_rels/.rels', name)
  const target = [...(relations ? elementsIn(relations, 'Relationship') : [])].find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'))?.attributes['Target'] // prettier-ignore
  const path = (target ?? '').replace(/^\//, '')
  return archive.has(path) ? path : `${FOLDER}document.xml`
}

/** Notes of the writer; those that draw lines between notes and text have a type. */
function noteTexts(root: Element | undefined): Element | undefined {
  if (root) root.children = root.children.filter((note) => !(isElement(note) && ['separator', 'continuationSeparator', 'continuationNotice'].includes(note.attributes['w:type'] ?? ''))) // prettier-ignore
  return root
}

function commentsIn(root: Element | undefined): Map<string, Comment> {
  return new Map(
    [...(root ? elementsIn(root, 'w:comment') : [])].map((comment) => [
      comment.attributes['w:id'] ?? '',
      { author: comment.attributes['w:author'] ?? '', text: beginning(textIn(comment), 300) },
    ]),
  )
}

function surroundingsOf(archive: Archive, path: string, comments: Surroundings['comments'], name: string): Surroundings {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = parsePart(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, name)
  const targets = new Map([...(relations ? elementsIn(relations, 'Relationship') : [])].map(({ attributes }) => [attributes['Id'], attributes['Target']])) // prettier-ignore
  return {
    comments,
    related: (id) => {
      const target = targets.get(id)
      return target ? parsePart(archive, target.startsWith('/') ? target.slice(1) : folder + target, name) : undefined
    },
  }
}

/** The file with its prepared parts, not compressed, and without what no edition needs. */
async function packed(archive: Archive, prepared: ReadonlyMap<string, Element>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [path, bytes] of archive) {
    const own = prepared.get(path)
    const content = own ? Buffer.from(toXml(own)) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    zip.addBuffer(content, path, { compress: false })
  }
  zip.end()
  return buffer(zip.outputStream)
}

function pictureTaker(pictures: Map<string, FoundPicture>) {
  return mammoth.images.imgElement(async (image) => {
    const address = `picture:${pictures.size}`
    pictures.set(address, { bytes: new Uint8Array(await image.readAsBuffer()), mediaType: image.contentType })
    return { src: address }
  })
}

/** Tells the texts of page heads and feet. */
function frameNotices(archive: Archive, folder: string, name: string): Notice[] {
  const parts = [...archive.keys()].filter((path) => path.startsWith(folder) && /\/(?:header|footer)\d*\.xml$/.test(path)).sort()
  const texts = parts.flatMap((path) => {
    const root = parsePart(archive, path, name)
    const text = root ? paragraphsIn(root).map((each) => each.text.trim()).filter((each) => /\p{L}/u.test(each)).join(' / ') : '' // prettier-ignore
    return !/\p{L}{3}/u.test(text) ? [] : [{ text, where: path.includes('header') ? 'head' : 'foot' }]
  })
  return [...new Map(texts.map((each) => [each.text, each])).values()].map(({ text, where }) => ({
    kind: 'note',
    what: `The ${where} of the pages was left out: “${beginning(text, 120)}”; each edition makes its own.`,
  }))
}

/** The language that most letters are marked with. */
function languageOf(body: Element, usual: string | undefined): string | undefined {
  const letters = new Map<string, number>()
  for (const { runs } of paragraphsIn(body)) {
    for (const run of runs) {
      const language = childOf(run, 'w:rPr', 'w:lang')?.attributes['w:val'] ?? usual
      if (language) letters.set(language, (letters.get(language) ?? 0) + textIn(run).length)
    }
  }
  return [...letters].reduce<[string | undefined, number]>((most, each) => (each[1] > most[1] ? each : most), [undefined, 0])[0]
}

/** What mammoth could not read. Most of what it says is of styles. */
function messageNotice({ type, message }: { readonly type: string; readonly message: string }): Notice[] {
  if (type !== 'error' && !/w:sym|image file/i.test(message)) return []
  return [{ kind: 'lost', what: `${message.replace(/\.$/, '')}.`, remedy: 'Look for it in the Word file, and put it into document.md.' }]
}
