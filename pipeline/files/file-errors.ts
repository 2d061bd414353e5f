import { failure, type Failure, type Position } from '../problem.ts'

/** Messages and remedies for system errors (errno(3)). */
const REFUSALS: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', 'Make room on the disk'],
  EDQUOT: ['your share of the disk is used up', 'Remove what you no longer need'],
  EROFS: ['the disk takes no changes', 'Have it take changes, or work on a copy on another disk'],
  EIO: ['the disk reports an error', 'Copy what is on this disk to another, and have it looked at'],
  EACCES: ['this user has no right to it', 'Have the owner of it, and of the folders it stands in, give you the right'],
  EPERM: ['this user has no right to it', 'Have the owner of it, and of the folders it stands in, give you the right'],
  ENOTDIR: ['a file stands where a folder is needed', 'Give that file another name, or move it elsewhere'],
  EEXIST: ['a file stands where a folder is needed', 'Give that file another name, or move it elsewhere'],
  EISDIR: ['a folder stands in its place', 'Give that folder another name, or move it elsewhere'],
  ENOTEMPTY: ['a folder stands in its place', 'Give that folder another name, or move it elsewhere'],
  ENAMETOOLONG: ['its name is too long', 'Shorten the names of the file and of the folders it stands in'],
  ELOOP: ['symbolic links lead in a circle', 'Put the file itself in the place of the link'],
  EBUSY: ['another program holds it', 'Close it there'],
  EMFILE: ['too many files are open', 'End other programs'],
  ENFILE: ['too many files are open', 'End other programs'],
}

/** Turns a system error into a Failure that names the path. A Failure is returned unchanged. */
export function refused(path: string, what: 'read' | 'written' | 'removed', error: unknown): Error {
  const { code, message, name } = error as NodeJS.ErrnoException
  if (code === undefined || name === 'Failure') return error as Error
  const [meaning, remedy] = REFUSALS[code] ?? [undefined, 'Set this right']
  return failure({
    rule: 'disk',
    file: path,
    message: `This cannot be ${what}${meaning === undefined ? '' : `: ${meaning}`}.`,
    found: message,
    remedy: `${remedy}, and run the command again${what === 'read' ? '' : ': it completes what it began'}.`,
  })
}

/** The Failure for a symbolic link among the sources. */
export function linked(path: string): Failure {
  return failure({
    rule: 'link',
    file: path,
    message: 'This is a symbolic link, which is not followed.',
    found: 'a link, which could lead to any file of this machine',
    expected: 'the file or folder itself',
    remedy: 'Put a copy in the place of the link.',
  })
}

/** The Failure for anything else in the place of a file. */
export function notFile(path: string, isFolder: boolean): Failure {
  return failure({
    rule: 'disk',
    file: path,
    message: isFolder ? 'This cannot be read: a folder stands in its place.' : 'This cannot be read: no file stands in its place.',
    found: isFolder ? 'a folder' : 'a pipe, a socket or a device',
    expected: 'a file',
    remedy: 'Move what stands there elsewhere, put the file back if there was one, and run the command again.',
  })
}

/** The Failure for a text that is not UTF-8, at the first undecodable character. */
export function notUtf8(path: string, bytes: Uint8Array): Failure {
  return failure({
    rule: 'encoding',
    file: path,
    position: before(new TextDecoder().decode(bytes).split('\uFFFD', 1)[0]!),
    message: 'This file is not in UTF-8, so that its letters cannot be told.',
    found: 'bytes that are no UTF-8, as older editors and spreadsheets write them',
    expected: 'a text in UTF-8',
    remedy: 'Open the file in an editor and save it anew with the encoding UTF-8.',
  })
}

/** The Failure for a text with NUL bytes, at the first of them. */
export function notText(path: string, text: string): Failure {
  const isEmpty = /^\0+$/.test(text)
  // Latin letters in UTF-16 have one NUL byte in two.
  const isUtf16 = !isEmpty && text.split('\0').length > text.length / 3
  return failure({
    rule: 'encoding',
    file: path,
    position: before(text.split('\0', 1)[0]!),
    message: isUtf16
      ? 'This file is not in UTF-8, so that its letters cannot be told.'
      : 'This file is damaged: it has bytes that are no text.',
    found: isUtf16 ? 'a text in UTF-16, which some editors call Unicode' : isEmpty ? 'empty bytes alone' : 'an empty byte (U+0000)',
    expected: 'a text in UTF-8',
    remedy: isUtf16
      ? 'Open the file in an editor and save it anew with the encoding UTF-8.'
      : 'Restore the file from its last good version, or remove these bytes in an editor that shows them.',
  })
}

/** The position after a text. */
function before(text: string): Position {
  const lines = text.split(/\r\n?|\n/)
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
