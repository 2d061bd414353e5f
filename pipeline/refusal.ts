import { failure, type Failure } from './problem.ts'

/** What the system’s refusals mean (errno(3)). */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk takes no changes',
  EIO: 'the disk reports an error',
  EACCES: 'this user has no right to it',
  EPERM: 'this user has no right to it',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands in its place',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'symbolic links lead in a circle',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
}

/** Names the path at which the system refused something; what is a Failure already stays as it is. */
export function refused(path: string, what: 'read' | 'written' | 'removed', error: unknown): Error {
  const { code, message, name } = error as NodeJS.ErrnoException
  if (code === undefined || name === 'Failure') return error as Error
  return failure({
    rule: 'disk',
    file: path,
    message: `This cannot be ${what}${REFUSALS[code] === undefined ? '' : `: ${REFUSALS[code]}`}.`,
    found: message,
    remedy:
      what === 'read'
        ? 'Set this right, and run the command again.'
        : 'Set this right, and run the command again: it completes what it began.',
  })
}

/** What to say of a symbolic link among the sources. */
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

/** What to say of a text in another encoding than UTF-8; the place is that of the first letter that cannot be told. */
export function notUtf8(path: string, bytes: Uint8Array): Failure {
  const before = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0]!.split('\n')
  return failure({
    rule: 'encoding',
    file: path,
    position: { line: before.length, column: before.at(-1)!.length + 1 },
    message: 'This file is not in UTF-8, so that its letters cannot be told.',
    found: 'bytes that are no UTF-8, as older editors and spreadsheets write them',
    expected: 'a text in UTF-8',
    remedy: 'Open the file in an editor and save it anew with the encoding UTF-8.',
  })
}
