import { placeOfText } from '../edition/place-of-text.ts'
import type { Edition } from '../model/edition.ts'
import type { MisplacedNote } from '../pdf/page-layout.ts'
import { problem, type Problem } from '../problem.ts'

/** What is told of a note, by where it stands. */
const SAID = {
  below: {
    stands: 'stands in the text, below what calls it: the foot of its page has no room for it',
    expected: 'a note of a few lines, or of paragraphs that may go on at the foot of the next page',
    remedy: 'Write the note shorter, move a table, code or a picture from it into the text, or call it in another paragraph.',
  },
  elsewhere: {
    stands: 'stands on another page than what calls it, or than the end of the table that does: that page has no room for it',
    expected: 'a note on the page of its call, or below its table',
    remedy: 'Write the note or the cells of the table shorter, divide the table, or call the note elsewhere.',
  },
} as const satisfies Record<MisplacedNote['place'], unknown>

/**
 * Warnings about notes that do not fit at the foot of the page that calls them.
 * @param name of the edition; of a parallel edition that of all its columns
 * @param notes with their texts as in the page
 */
export function misplacedNotes(edition: Edition, name: string, notes: readonly MisplacedNote[]): Problem[] {
  return notes.map(({ text, place }) =>
    problem({
      rule: 'print',
      severity: 'warning',
      file: `content/${edition.document}/document.md`,
      position: placeOfText(edition, text),
      edition: edition.tag,
      document: edition.document,
      message: `In the PDF of the edition ${name} this note ${SAID[place].stands}.`,
      found: excerpt(text),
      expected: SAID[place].expected,
      remedy: SAID[place].remedy,
    }),
  )
}

const MOST = 60

function excerpt(text: string): string {
  const typed = text.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
  return typed.length > MOST ? `${typed.slice(0, MOST)}…` : typed
}
