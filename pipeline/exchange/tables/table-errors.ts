import { failure, problem, type Failure, type Problem } from '../../problem.ts'
import { wording, type Worded, type Words } from '../../wording.ts'

/** The failure of a file of which a part cannot be read. */
export function unreadable(file: string, found: Words): Failure {
  return failure({
    rule: 'exchange',
    file,
    message: 'A part of this file cannot be read.',
    found,
    expected: 'a table as Word, Excel, LibreOffice or Google write it',
    remedy: 'Open it in the program that it comes from, save it under another name, and import that file; nothing was taken from it.',
  })
}

/** The failure of a file without a table of ours. */
export function noTable(file: string): Failure {
  return failure({
    rule: 'exchange',
    file,
    message: 'This file has no table that was exported from here.',
    expected: 'the table as the export wrote it, with its first row',
    remedy: 'Export the table anew, and paste the translations into it.',
  })
}

/** The problem of a row that cannot be told from others. */
export function changedKey(file: string, row: number, found: string): Problem {
  return problem({
    rule: 'exchange',
    file,
    message: wording`The key in row ${{ row }} of the table was changed.`,
    found,
    expected: 'the key as the export wrote it',
    remedy: 'Put the key back, which is as in the locale file; or remove the row.',
  })
}

/** The problem of a row whose cells were joined or parted. */
export function changedCells(file: string, row: number, found: number, expected: number): Problem {
  return problem({
    rule: 'exchange',
    file,
    message: wording`Row ${{ row }} of the table has other cells than its first row.`,
    found: String(found),
    expected: String(expected),
    remedy: 'Undo what joined or parted cells of this row, or export the table anew.',
  })
}

/** The problem of a cell with something that no text has. */
export function noText(file: string, cell: Worded, found: Words): Problem {
  return problem({
    rule: 'exchange',
    file,
    message: wording`The cell ${{ cell }} of the table has something in it that is no text.`,
    found,
    expected: 'words alone',
    remedy: 'Write the text itself into the cell.',
  })
}
