import { posix } from 'node:path'
import { fromXml } from 'xast-util-from-xml'
import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../problem.ts'
import { readPackage, type Packed } from './package.ts'

/** A book of an edition, such as `sq/report/report.sq.epub`. */
const BOOK = /^([^/]+)\/([^/]+)\/\2\.\1\.(epub|docx)$/

/** True for a book that a build makes of an edition. @param path relative to the output folder */
export function isBook(path: string): boolean {
  return BOOK.test(path)
}

/** True for a file that is a book by its name, wherever it lies. */
export function isNamedBook(path: string): boolean {
  return /\.(?:epub|docx)$/.test(path)
}

/** Verifies that a book is a whole ZIP, and that what leads through it leads to files that are in it. */
export async function verifyBook(path: string, bytes: Uint8Array): Promise<Problem[]> {
  let lacks: string[]
  try {
    const files = await readPackage(bytes)
    lacks = path.endsWith('.epub') ? epubLacks(files) : docxLacks(files)
  } catch (error) {
    lacks = [`It cannot be opened: ${(error as Error).message}`]
  }
  return lacks.map((found) =>
    problem({
      rule: 'book',
      file: path,
      message: 'This is no whole book: programs would not open it, or show a part of it.',
      found,
      expected: 'a file as the build writes it',
      remedy: 'Build again.',
    }),
  )
}

/** What an EPUB lacks of what each must have (EPUB 3.3, 4.2). */
function epubLacks(files: Packed): string[] {
  const text = (path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8')
  const [first] = files.keys()
  if (first !== 'mimetype' || text('mimetype') !== 'application/epub+zip') return ['Its first file does not tell that it is an EPUB.']
  const [root] = attributesIn(text('META-INF/container.xml'), 'rootfile', 'full-path')
  if (root === undefined || !files.has(root)) return ['It does not tell where its contents are listed.']
  const listed = attributesIn(text(root), 'item', 'href').map((href) => posix.join(posix.dirname(root), href))
  return listed.filter((path) => !files.has(path)).map((path) => `It lists ${path}, and does not have it.`)
}

/** What a DOCX lacks: the files that it says of what kind they are (ECMA-376, part 2, 7.2.3). */
function docxLacks(files: Packed): string[] {
  const types = Buffer.from(files.get('[Content_Types].xml') ?? []).toString('utf8')
  const listed = attributesIn(types, 'Override', 'PartName').map((path) => path.replace(/^\//, ''))
  if (!listed.includes('word/document.xml')) return ['It does not tell where its text is.']
  return listed.filter((path) => !files.has(path)).map((path) => `It lists ${path}, and does not have it.`)
}

/** The values of an attribute of all elements of a name. @throws VFileMessage for what is no XML */
function attributesIn(xml: string, name: string, attribute: string): string[] {
  const values: string[] = []
  visit(fromXml(xml), 'element', (element) => {
    const value = element.name === name ? element.attributes[attribute] : undefined
    if (typeof value === 'string') values.push(value)
  })
  return values
}
