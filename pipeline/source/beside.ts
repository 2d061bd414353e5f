import { join } from 'node:path'
import { walk } from '../files/disk.ts'
import type { FileFault, Nowhere, Target } from '../model/document.ts'
import { likeness } from './words.ts'

/** The contents of a document’s folder, at any depth. */
export interface Beside {
  /** Path in composed letters (NFC) → path on the disk. Archives made on a Mac write ќ as two characters. */
  readonly files: ReadonlyMap<string, string>
  /** Symbolic links and other special files, which are not followed. */
  readonly others: readonly string[]
}

/** A file beside the document, or the reason why there is none. */
export type Located = Extract<Target, { kind: 'file' }> | (Nowhere & { readonly fault: FileFault })

/** Lists a document’s folder without following links. */
export async function listBeside(root: string, id: string): Promise<Beside> {
  const { files, others } = walk(join(root, 'content', id))
  return { files: new Map(files.map((file) => [file.normalize('NFC'), file])), others }
}

/** A part of a path that can be published: not hidden, without control characters, and without characters that Windows forbids. */
const PART = /^(?!\.)[^\p{Cc}/\\:]+$/u

/** Beginning of an address that is not a path. */
const SCHEME = /^[a-z][\w+.-]+:/i

/** Parts of the path of an address relative to a document’s folder in `content/`. Absent if it leads out of `content/`. */
export function pathIn(id: string, address: string): readonly string[] | undefined {
  const parts = [id]
  for (const part of decoded(address.split('#', 1)[0]!).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts
}

/** Finds the file of an address in a document’s Markdown: `map.png`, `./my%20map.png`, `figures/мапа.png`. */
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
/** Least similarity of two names, from 0 to 1. */
const NEAR = 0.6

/** Names similar to another, the most similar first. A name that differs only in extension or folder is similar. */
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

/** Decodes percent-escapes in a path or fragment. A % that begins no escape stays. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
