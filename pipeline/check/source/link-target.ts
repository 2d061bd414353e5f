import { shown } from '../../files/identifier.ts'
import type { Document, LinkFault, Place, Target } from '../../model/document.ts'
import { problem, type Problem } from '../../problem.ts'
import { namesNear } from '../../source/beside.ts'
import { linksIn, type LinkAt } from '../../source/links.ts'
import { isBeginning, isOnTheWeb, KINDS, targetOf } from '../../source/targets.ts'
import { marksOf } from '../markup/marks.ts'
import { addressDoubt } from './address-doubts.ts'
import { about, type Examinable, type WholeRule } from '../rule.ts'

interface Wording {
  readonly message: string
  readonly expected: string
  readonly remedy: string
}

const FILE = 'the name of a file in the folder of document.md: annex.pdf, <my annex.pdf>, annexes/1.pdf'
const COPY = 'Put a copy of the file beside document.md and write its name alone, or give its address on the web.'

const QUOTED: Wording = {
  message: 'Quotation marks stand around this address, and belong to it.',
  expected: '[words](https://example.org), or [words](https://example.org "a title")',
  remedy: 'Remove the quotation marks around the address; those of a title are the straight ones, ".',
}

const NOTE: Wording = {
  message: 'This link is that of a note as other programs write them, and leads nowhere here.',
  expected: '[^1] after the word, and [^1]: before the note, on a line of its own',
  remedy:
    'Write [^1] in the place of the link in the text, [^1]: in the place of the one before the note, and remove the sign that leads back.',
}
/** Names that other programs give to notes and their calls: Word, Google Docs, Pandoc, GitHub, kramdown, DocBook, wikis. */
const NOTE_NAME =
  /^#(?:user-content-)?_?(?:ftn|ftnt|ftnref|edn|ednref|fn|fnref|footnote|footnotes|endnote|note|noteref|cite_note|cite_ref|cite)(?:ref|-ref|_ref)?[-_:.]?\d+(?:[-_.]\d+)?$/i

const COMMENT: Wording = {
  message: 'This is the sign of a comment in Google Docs, and leads nowhere here.',
  expected: 'the text without its comments',
  remedy: 'Remove the link, and the comment at the end of the text.',
}
const COMMENT_NAME = /^#cmnt(?:_ref)?\d+$/

/** Texts of the problem of a broken link. */
const WORDINGS: Readonly<Record<LinkFault | 'place', Wording>> = {
  empty: { message: 'This link has no address.', expected: '[words](address)', remedy: 'Write the address between the round brackets, or remove the brackets and keep the words.' },
  scheme: { message: 'This address on the web does not begin with https://, so that it would be looked for beside the document.', expected: 'https:// and the address', remedy: 'Write https:// before the address.' },
  mailbox: { message: 'This e-mail address does not begin with mailto:, so that it would be looked for beside the document.', expected: 'mailto: and the address', remedy: 'Write mailto: before the address.' },
  incomplete: { message: 'This address is not whole.', expected: 'https://example.org, mailto:name@example.org, tel:+38338221351', remedy: 'Copy the address anew.' },
  kind: { message: 'Not every reader has a program for addresses of this kind.', expected: `an address that begins with ${KINDS.map((kind) => `${kind}:`).join(', ')}`, remedy: 'Give an address on the web, or remove the link and keep its words.' },
  place: { message: 'There is no heading of this name.', expected: 'the words of a heading of the source in small letters, with hyphens for blanks and without signs: “Contact us” is #contact-us', remedy: 'Write the name of the heading that is meant.' },
  document: { message: 'There is no document of this name.', expected: 'the folder of a document of this publication: ../its-folder/document.md', remedy: 'Correct the name, or remove the link and keep its words.' },
  above: { message: 'This leads to the folder in which all documents lie, and not to one of them.', expected: 'the folder of a document of this publication: ../its-folder/document.md', remedy: 'Write the folder of the document that is meant, or give the address of a page on the web.' },
  foreign: { message: 'This file belongs to another document.', expected: FILE, remedy: 'Put a copy of the file beside this document.md and write its name alone, or link to the other document.' },
  markdown: { message: 'A Markdown file is published only as a document of its own.', expected: 'the folder of a document: ../its-folder/document.md', remedy: 'Move the file into a folder of its own in content/, as document.md, or put a PDF beside this document.' },
  active: { message: 'A file of this kind could run a program on the website, and is not published.', expected: 'a document that readers open: PDF, DOCX, XLSX, ODS, CSV, ZIP', remedy: 'Save the file in another format, such as PDF, or give its address on the web.' },
  elsewhere: { message: 'This address does not say how it is reached.', expected: 'https:// and the address', remedy: 'Write https: before the two strokes.' },
  absolute: { message: 'This is a path on one machine or one website, which no reader has.', expected: FILE, remedy: COPY },
  outside: { message: 'This path leads out of the document’s own folder.', expected: FILE, remedy: COPY },
  backslash: { message: 'Folders are parted by /, not by \\.', expected: FILE, remedy: 'Write / in the place of each \\.' },
  name: { message: 'A file of this name cannot be published.', expected: 'a name that does not begin with a full stop, has no colon, and is not that of a file of the edition itself', remedy: 'Rename the file, and write the new name here.' },
  link: { message: 'No file stands in this place: a symbolic link, which is not followed, or a pipe or device.', expected: 'the file itself', remedy: 'Put the file in its place; in that of a link, a copy of what it leads to.' },
  folder: { message: 'This is a folder, not a file.', expected: FILE, remedy: 'Write the name of a file in the folder.' },
  case: { message: 'The file is there, but capitals and small letters differ in its name: on a web server it would be missing.', expected: FILE, remedy: 'Write the name as the file has it.' },
  twin: { message: 'Two files have this name, and differ in capitals alone, or in how an accent is stored: on Windows and on a Mac they are one, and nobody can tell which.', expected: FILE, remedy: 'Give one of the files another name, and write it here.' },
  missing: { message: 'The file that this link leads to is not there.', expected: FILE, remedy: 'Put the file beside document.md, correct the name, or give the address on the web.' },
} // prettier-ignore

/** Links of a document, or of a translator’s note, at whose other end nothing is. */
export const linkTarget: WholeRule = {
  id: 'link-target',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a link leads nowhere: no heading, file or document has this name, or the address is not whole; its words stand without it',
  example: { bad: '[how to reach us](#contact), with a heading “Contact us”', good: '[how to reach us](#contact-us)' },
  find: ({ collection, notes }) =>
    collection.documents.flatMap(({ document }) => {
      const own = linksIn({ tree: document.tree, passages: document.segments }, `content/${document.id}/document.md`).flatMap(
        ({ url, place, isShown }) =>
          findings({ url, isShown }, document, collection, {
            edition: document.language,
            document: document.id,
            file: place.file,
            position: place,
          }),
      )
      const added = notes
        .filter((note) => note.document === document.id)
        .flatMap((note) => marksOf(note.prose).links.flatMap((url) => findings({ url, isShown: false }, document, collection, about(note))))
      return [...own, ...added]
    }),
}

interface Subject {
  readonly edition: string
  readonly document: string
  readonly file: string
  readonly position: Omit<Place, 'file'>
}

function findings(
  { url, isShown }: Pick<LinkAt, 'url' | 'isShown'>,
  document: Document,
  collection: Examinable,
  subject: Subject,
): Problem[] {
  const target = targetIn(document, url)
  const nowhere = nowhereOf(target, collection)
  if (!nowhere) {
    const doubt = target.kind === 'address' ? addressDoubt(target.url, isShown) : undefined
    return doubt ? [problem({ rule: 'link-target', ...subject, found: shown(url), ...doubt })] : []
  }
  const isNote = nowhere.fault === 'place' && nowhere.near.length === 0 && NOTE_NAME.test(url)
  const { message, expected, remedy } = isNote
    ? NOTE
    : COMMENT_NAME.test(url)
      ? COMMENT
      : /^["“”„«‘’]|["“”„«‘’]$/u.test(url) && nowhere.near.length === 0
        ? QUOTED
        : WORDINGS[nowhere.fault]
  return [
    problem({
      rule: 'link-target',
      ...subject,
      message,
      found: url === '' ? 'nothing between the round brackets' : shown(url),
      expected: nowhere.near.length > 0 ? nowhere.near.map(shown).join(', or ') : expected,
      remedy,
    }),
  ]
}

/** Files named by a translator’s note alone were not looked up. */
function targetIn({ links, id }: Document, url: string): Target {
  const none = { id, documents: [], beside: { files: new Map<string, string>(), others: [] } }
  return links.get(url) ?? (isOnTheWeb(url) ? targetOf(url, none) : { kind: 'nowhere', fault: 'missing', near: [] })
}

function nowhereOf(
  target: Target,
  { anchorsOf }: Examinable,
): { readonly fault: keyof typeof WORDINGS; readonly near: readonly string[] } | undefined {
  if (target.kind === 'nowhere') return target
  if (target.kind !== 'place' || isBeginning(target.fragment)) return undefined
  // A document that cannot be read is reported where it is.
  const anchors = anchorsOf(target.document)
  if (!anchors || anchors.has(target.fragment)) return undefined
  return { fault: 'place', near: namesNear(target.fragment, [...anchors.keys()]).map((name) => `#${name}`) }
}
