import { placeOfText } from '../edition/place-of-text.ts'
import type { Edition } from '../model/edition.ts'
import { problem, type Problem } from '../problem.ts'

/**
 * Warnings about notes that do not fit at the foot of the page that calls them.
 * @param name of the edition; of a parallel edition that of all its columns
 * @param texts texts of the notes, as in the page
 */
export function misplacedNotes(edition: Edition, name: string, texts: readonly string[]): Problem[] {
  return texts.map((text) =>
    problem({
      rule: 'print',
      severity: 'warning',
      file: `content/${edition.document}/document.md`,
      position: placeOfText(edition, text),
      edition: edition.tag,
      document: edition.document,
      message: `In the PDF of the edition ${name} this note stands in the text, below what calls it: the foot of its page has no room for it.`,
      found: excerpt(text),
      expected: 'a note of a few lines, or of paragraphs that may go on at the foot of the next page',
      remedy: 'Write the note shorter, move a table, code or a picture from it into the text, or call it in another paragraph.',
    }),
  )
}

const MOST = 60

function excerpt(text: string): string {
  const typed = text.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
  return typed.length > MOST ? `${typed.slice(0, MOST)}…` : typed
}
