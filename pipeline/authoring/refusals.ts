import { failure, type Failure } from '../problem.ts'
import type { Words } from '../wording.ts'

interface Wording {
  readonly message: Words
  readonly found?: Words | undefined
  readonly expected?: Words | undefined
  readonly remedy: Words
}

/** A failure for a file of an author that cannot be taken. Nothing has been written. */
export function unusable(file: string, wording: Wording): Failure {
  return failure({ rule: 'from', file, ...wording })
}

/** How an office file is refused that cannot be unpacked, or would fill the memory. */
export interface ArchiveRefusals {
  readonly rule: string
  readonly tooLarge: Pick<Wording, 'message' | 'remedy'>
  /** What to do with a damaged one. */
  readonly ifDamaged: Words
}

/** The same for a document of an author. */
export const DOCUMENT_REFUSALS: ArchiveRefusals = {
  rule: 'from',
  tooLarge: {
    message: 'This file would unpack to more than any document needs; it was not opened.',
    remedy: 'If it is a real document, save its pictures smaller (in Word: Picture Format › Compress Pictures), or split it.',
  },
  ifDamaged: 'Open it in Word or LibreOffice, save it under another name, and try that file.',
}

export const formatBytes = (size: number): string => `${Math.ceil(size / (1 << 20))} MB`

const SAVE_AS_DOCX = 'Open it in Word or LibreOffice, choose Save As, and there the type “Word Document (.docx)”.'

/** How a file is refused that has no text. */
export const NOTHING_IN_IT: Wording = { message: 'This file is empty.', remedy: 'Save the document anew, and try again.' }

/** Kinds of files by their first bytes, read as Latin-1, that are no office file, and what to do with them. */
export const NOT_TAKEN: readonly (readonly [beginning: RegExp, wording: Wording])[] = [
  [/^$/, NOTHING_IN_IT],
  [/^%PDF/, { message: 'This is a PDF, which no longer knows headings, lists and notes.', remedy: 'Ask its author for the Word file it was made from.' }],
  [/^\{\\rtf/, { message: 'This is a file in Rich Text Format (.rtf).', remedy: SAVE_AS_DOCX }],
  [/^(?:PK\u0005\u0006)/, { message: 'This is an archive with nothing in it.', remedy: 'Save the document anew, and try again.' }],
] // prettier-ignore

/** An OLE container, of Word before 2007 and of files with a password ([MS-CFB] 2.2). */
export const OLE = /^\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1/

/** Names in an OLE container of an encrypted file ([MS-OFFCRYPTO] 2.1.4), in UTF-16. */
export const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

export const PROTECTED: Wording = {
  message: 'This file is protected by a password.',
  remedy:
    'Open it in Word, remove the password (File › Info › Protect Document › Encrypt with Password, and empty the field), and save it.',
}

export const OLD_WORD: Wording = {
  message: 'This is a file of Word before 2007 (.doc), whatever its name says.',
  expected: 'a .docx',
  remedy: SAVE_AS_DOCX,
}

export const UNKNOWN: Wording = {
  message: 'This is no file that text can be taken from.',
  expected: 'a Word file (.docx), HTML, or Markdown (.md)',
  remedy: SAVE_AS_DOCX,
}
