import { shown } from '../../files/identifier.ts'
import { problem, type Position } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { unshownIn, type Reason, type Unshown } from './unshown.ts'

/** Words of a document that no edition shows, and places that come out empty. */
export const shownNowhere: WholeRule = {
  id: 'shown-nowhere',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'no edition shows these words of the document, or an item, a heading, a note or a link comes out empty',
  example: { bad: '- [MS-1]: Standard', good: '- \\[MS-1]: Standard' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document: { id, language, tree, source } }) => {
      const positionOf = positionsIn(source)
      return unshownIn(tree, source).map((unit) =>
        problem({
          rule: 'shown-nowhere',
          edition: language,
          document: id,
          file: `content/${id}/document.md`,
          position: positionOf(unit.start),
          found: shown(source.slice(unit.start, unit.end).replaceAll(/\s+/g, ' ').slice(0, LONGEST)),
          ...SAYING[unit.reason](unit.label ?? '', unit),
        }),
      )
    }),
}

/** As much of a text as tells which it is. */
const LONGEST = 80

interface Saying {
  readonly message: string
  readonly expected: string
  readonly remedy: string
  readonly severity?: 'warning' | 'info' | undefined
}

const lineOf = ({ first }: Unshown): string => String(first?.position?.start.line ?? '')

const SAYING: Readonly<Record<Reason, (label: string, unit: Unshown) => Saying>> = {
  'definition-unused': (label) => ({
    message: `No edition shows this line: it gives “${label}” an address that no text calls.`,
    expected: `[words][${label}] in a text, or no such line`,
    remedy: `Where the line is text, write \\[${label}]: with a backslash; where it is an address, call it in a text as [words][${label}], or remove it.`,
  }),
  'definition-left': (label) => ({
    // Nothing is lost with it, but for a list of sources.
    severity: 'warning',
    message: `No edition shows this line: it gives “${label}” an address that no text calls.`,
    expected: `[words][${label}] in a text, or no such line`,
    remedy: `Call it in a text as [words][${label}], or remove the line; where the line itself is to be read, write \\[${label}]: with a backslash.`,
  }),
  'definition-twice': (label, unit) => ({
    message: `“${label}” has an address already, at line ${lineOf(unit)}, and this one counts for nothing.`,
    expected: 'one line for each name',
    remedy: 'Remove one of the two lines, or give this one another name and call it by that.',
  }),
  'definition-title': (label) => ({
    // Only a pointer that rests on the link brings them up, and no print does.
    severity: 'info',
    message: `The words in quotation marks after the address of “${label}” stay as they are in every edition: a reader sees them who points at the link.`,
    expected: `[${label}]: address`,
    remedy: 'To have them translated, write the link whole where it stands: [words](address "title"); or remove them.',
  }),
  'note-uncalled': (label) => ({
    message: 'No text calls this note, and no edition shows it.',
    expected: `[^${label}] after the word that it explains`,
    remedy: `Write [^${label}] after the word that the note explains, or remove the note.`,
  }),
  'note-twice': (label, unit) => ({
    message: `There is a note “${label}” already, at line ${lineOf(unit)}, and no edition shows this one.`,
    expected: 'one note for each name',
    remedy: 'Give this note another name, and write that where it is called; or remove it.',
  }),
  'note-empty': (label) => ({
    message: `The note “${label}” says nothing.`,
    expected: `[^${label}]: The words of the note.`,
    remedy: 'Write the note on this line; its further paragraphs begin with four spaces.',
  }),
  'cell-beyond': () => ({
    message: 'This cell stands beyond the last column of its table’s head, and no edition shows it.',
    expected: 'as many cells in each row as in the table’s first line',
    remedy: 'Add a column to the head and to the line of dashes; or write \\| where the sign | is part of the text.',
  }),
  'fence-words': () => ({
    message: 'These words stand after the language of a block of code, and no edition shows them.',
    expected: 'the language alone after ```',
    remedy: 'Move the words into a paragraph before the code, or onto a line of the code itself.',
  }),
  'item-empty': () => ({
    message: 'This item of a list is empty: the edition would show its mark alone.',
    expected: 'words after the mark',
    remedy: 'Write the item, or remove its mark.',
  }),
  'heading-empty': () => ({
    message: 'This heading has no words.',
    expected: '## Words of the heading',
    remedy: 'Write the heading, or remove its marks (#).',
  }),
  'link-empty': () => ({
    message: 'This link has no words that a reader could follow.',
    expected: '[words](address)',
    remedy: 'Write between the square brackets where the link leads, or remove it.',
  }),
  words: () => ({
    message: 'No edition shows these words.',
    expected: 'words that stand in a paragraph, a heading, a list, a table or a note',
    remedy: 'Look at the signs around them: an empty line before and after often helps, and \\ before a sign that is meant as it is.',
  }),
}

/** The positions of offsets that are asked for in their order. */
function positionsIn(source: string): (offset: number) => Position {
  let [line, start] = [1, 0]
  return (offset) => {
    for (let end = source.indexOf('\n', start); end >= 0 && end < offset; end = source.indexOf('\n', start))
      [line, start] = [line + 1, end + 1]
    return { line, column: offset - start + 1 }
  }
}
