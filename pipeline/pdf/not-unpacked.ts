import { asCalled } from '../files/called.ts'
import { failure, type Failure } from '../problem.ts'

/** Why a program cannot be unpacked, in the system’s words or ours, and what a person does then; the first that fits holds. */
const CAUSES: readonly (readonly [said: RegExp, remedy: string])[] = [
  [/symbolic link/, 'Remove the link, which could lead anywhere; a folder is made in its place.'],
  [/another user/, 'Name a folder of your own with XDG_CACHE_HOME, or have the owner remove it.'],
  [/by others/, 'Remove it, after a look at what is in it; a folder that is yours alone is made in its place.'],
  [/ENOSPC|EDQUOT/, 'The disk is full: make room for 350 MB, or name a folder on another disk with XDG_CACHE_HOME.'],
  [/EROFS/, 'The disk takes no changes: name a folder on another with XDG_CACHE_HOME.'],
  [/ENOTDIR|EEXIST/, 'A file stands where a folder is needed: remove it, or name another folder with XDG_CACHE_HOME.'],
  [/EACCES|EPERM|ENOENT/, 'This user may make no folder there: name one of your own with XDG_CACHE_HOME.'],
  [/EIO/, 'The disk reports an error: name a folder on another with XDG_CACHE_HOME.'],
]

/** What is read is the package’s, when nothing is wrong with the place. */
const UNKNOWN = 'The package may be damaged: fetch it anew with npm ci.'

/** What to say where the browser’s program cannot be unpacked. @param reason in the system’s words or ours */
export function notUnpacked(folder: string, reason: string): Failure {
  const remedy = CAUSES.find(([said]) => said.test(reason))?.[1] ?? UNKNOWN
  return failure({
    rule: 'browser',
    file: folder,
    message: 'The browser that npm installed cannot be unpacked.',
    found: reason,
    expected: 'a folder of this user’s own, which nobody else may write, with 350 MB to spare',
    remedy: `${remedy} Web pages alone need no browser: ${asCalled('build --format html')}`,
  })
}
