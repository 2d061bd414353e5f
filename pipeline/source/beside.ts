import { join } from 'node:path'
import { walk } from '../files/disk.ts'
import type { FileFault, Nowhere, Target } from '../model/document.ts'
import { likeness } from './words.ts'

/** What lies in a document's folder, at any depth. */
export interface Beside {
  /** Path in the folder, in composed letters (NFC), → the path as the disk has it: archives made on a Mac have ќ as two characters. */
  readonly files: ReadonlyMap<string, string>
  /** Symbolic links and the like, which are not followed. */
  readonly others: readonly string[]
}

/** A file beside the document, or why there is none. */
export type Located = Extract<Target, { kind: 'file' }> | (Nowhere & { readonly fault: FileFault })

/** What lies in a document's folder; nothing is followed. */
export async function listBeside(root: string, id: string): Promise<Beside> {
  const { files, others } = await walk(join(root, 'content', id))
  return { files: new Map(files.map((file) => [file.normalize('NFC'), file])), others }
}

/** A part of a path that can be published: neither hidden nor with control characters, and without what Windows has no names with. */
const PART = /^(?!\.)[^\p{Cc}/\\:]+$/u

/** What begins an address that is no path in a folder. */
const SCHEME = /^[a-z][\w+.-]+:/i

/** Where a path leads, counted from a document's folder in `content/`: the parts of the path there; nothing beyond it. */
export function pathIn(id: string, address: string): readonly string[] | undefined {
  const parts = [id]
  for (const part of decoded(address.split('#', 1)[0]!).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts
}

/** The file that an address in a document's Markdown names: `map.png`, `./my%20map.png`, `figures/мапа.png`. */
export function locate(id: string, address: string, { files, others }: Beside): Located {
  const nowhere = (fault: FileFault, near: readonly string[] = []): Located => ({ kind: 'nowhere', fault, near })
  if (address.startsWith('//') || (SCHEME.test(address) && !/^(?:file|[a-z]):/i.test(address))) return nowhere('elsewhere')
  if (/^(?:\/|%2f|file:|[a-z]:)/i.test(address)) return nowhere('absolute')
  if (/\\|%5c/i.test(address)) return nowhere('backslash')
  const [folder, ...parts] = pathIn(id, address) ?? []
  if (folder !== id) return nowhere('outside')
  const name = parts.join('/').normalize('NFC')
  if (!parts.every((part) => PART.test(part))) return nowhere('name')
  if (files.has(name)) return { kind: 'file', name, fragment: decoded(address.split('#')[1] ?? '') }
  if (others.some((other) => name === other || name.startsWith(`${other}/`))) return nowhere('link')
  const all = [...files.keys()]
  if (name === '' || all.some((file) => file.startsWith(`${name}/`))) return nowhere('folder')
  const cased = all.filter((file) => file.toLowerCase() === name.toLowerCase())
  return cased.length > 0 ? nowhere('case', cased) : nowhere('missing', namesNear(name, all))
}

const MOST_NEAR = 3
/** How alike two names are at least, from 0 to 1. */
const NEAR = 0.6

/** The names that are most like another, the likest first; one that differs in its ending or its folder alone is like it. */
export function namesNear(name: string, names: readonly string[]): string[] {
  const bare = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const stem = (path: string): string => bare(path).replace(/\.[^.]*$/, '')
  const alike = (other: string): number =>
    bare(other) === bare(name)
      ? 1
      : stem(other) === stem(name)
        ? 0.9
        : likeness(bare(other).replaceAll(/[\s_]/g, '-'), bare(name).replaceAll(/[\s_]/g, '-'))
  return names
    .map((other) => ({ other, alike: alike(other) }))
    .filter((each) => each.alike >= NEAR)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST_NEAR)
    .map(({ other }) => other)
}

/** A path or fragment without its escapes; a sign % that begins none stands for itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
