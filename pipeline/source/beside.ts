import { join } from 'node:path'
import { walk } from '../files/disk.ts'
import { isTag } from '../language/registry.ts'
import type { FileFault, Nowhere, Target } from '../model/document.ts'
import { likeness } from './words.ts'

/** The contents of a document’s folder, at any depth. */
export interface Beside {
  /** Path in composed letters (NFC) → path on the disk. Archives made on a Mac write ќ as two characters. */
  readonly files: ReadonlyMap<string, string>
  /** Symbolic links and other special files, which are not followed. */
  readonly others: readonly string[]
  /** Paths that stand for several files, or would on another system, each with those files. */
  readonly twins?: ReadonlyMap<string, readonly string[]>
}

/** A file beside the document, or the reason why there is none. */
export type Located = Extract<Target, { kind: 'file' }> | (Nowhere & { readonly fault: FileFault })

/** Lists a document’s folder without following links. */
export async function listBeside(root: string, id: string): Promise<Beside> {
  const { files, others } = walk(join(root, 'content', id))
  // The same letters, stored in two ways: nobody can tell the names of the files from each other.
  const twins = several(Map.groupBy(files, (file) => file.normalize('NFC')))
  return { files: new Map(files.map((file) => [file.normalize('NFC'), file])), others, twins }
}

/**
 * The contents of a folder for a document with these addresses. Of files that differ in capitals alone, one is taken exactly;
 * where several are, they would be one file on Windows and on a Mac.
 */
export function besideFor(id: string, addresses: readonly string[], beside: Beside): Beside {
  const named = new Set(addresses.flatMap((address) => namesAt(id, address, beside)))
  const cased = [...Map.groupBy(named, (name) => name.toLowerCase()).values()].filter((names) => names.length > 1)
  if (cased.length === 0) return beside
  return { ...beside, twins: new Map([...(beside.twins ?? []), ...cased.flatMap((names) => names.map((name) => [name, names] as const))]) }
}

function namesAt(id: string, address: string, beside: Beside): string[] {
  const file = locate(id, address, beside)
  return file.kind === 'file' ? [file.name] : []
}

function several(groups: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  return new Map([...groups].filter(([, files]) => files.length > 1))
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
export function locate(id: string, address: string, beside: Beside): Located {
  const nowhere = (fault: FileFault, near: readonly string[] = []): Located => ({ kind: 'nowhere', fault, near })
  if (address.startsWith('//') || (SCHEME.test(address) && !/^(?:file|[a-z]):/i.test(address))) return nowhere('elsewhere')
  if (/^(?:\/|%2f|file:|[a-z]:)/i.test(address)) return nowhere('absolute')
  if (/\\|%5c/i.test(address)) return nowhere('backslash')
  const [folder, ...parts] = pathIn(id, address) ?? []
  if (folder !== id) return nowhere('outside')
  const name = parts.join('/').normalize('NFC')
  if (!parts.every((part) => PART.test(part))) return nowhere('name')
  const located = locateNamed(name, beside)
  if (located.kind === 'file' && isOwnName(name, id)) return nowhere('name')
  if (located.kind === 'file') return { ...located, fragment: decoded(address.split('#')[1] ?? '') }
  if (located.fault !== 'missing') return located
  const { files, others } = beside
  if (others.some((other) => name === other || name.startsWith(`${other}/`))) return nowhere('link')
  const all = [...files.keys()]
  if (name === '' || all.some((file) => file.startsWith(`${name}/`))) return nowhere('folder')
  return nowhere('missing', namesNear(name, all))
}

/** Finds the file of a name, exactly: capitals tell names apart on a web server. */
export function locateNamed(name: string, { files, twins }: Beside): Located {
  const nowhere = (fault: FileFault, near: readonly string[]): Located => ({ kind: 'nowhere', fault, near })
  const same = twins?.get(name)
  if (same) return nowhere('twin', same)
  if (files.has(name)) return { kind: 'file', name, fragment: '' }
  const cased = [...files.keys()].filter((file) => file.length === name.length && file.toLowerCase() === name.toLowerCase())
  return nowhere(cased.length > 0 ? 'case' : 'missing', cased)
}

/** What the files of an edition end in, beside its page. */
const OWN_ENDING = /\.(?:pdf|zip|epub|docx|card\.png|cover\.png|mail\.txt)$/

/** True for the name of a file that an edition has itself, which is beside the page when published. Capitals tell no names apart on Windows and on a Mac. */
function isOwnName(name: string, id: string): boolean {
  const plain = name.toLowerCase()
  if (!plain.startsWith(`${id}.`) || !OWN_ENDING.test(plain)) return false
  const tag = plain.slice(id.length + 1).replace(OWN_ENDING, '')
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/.test(tag) && isTag(Intl.getCanonicalLocales(tag)[0]!)
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
