import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { textNow } from '../files/disk.ts'
import { moduleBeside } from '../files/modules.ts'
import type { Tag } from '../model/language.ts'
import type { Artifact } from '../model/edition.ts'
import { packOf } from '../language/registry.ts'
import type { SearchedDocument } from './engine.js'

/** Name of the file that tells what there is to search: in a library’s folder, and in that of an edition in a package. */
export const SEARCH_NAME = 'search.js'

/** About so many documents are in a shard. */
const DOCUMENTS_EACH = 32

/** A document of a library, with the SHA-256 of its page. */
export interface Member {
  readonly document: string
  readonly sha256: string
}

/** A part of a library’s documents. Its name tells what it is made from. */
export interface Shard {
  readonly name: string
  readonly slot: number
  readonly members: readonly Member[]
}

/** The first line of a shard. It changes with what makes lines of pages, so that no other’s lines are taken. */
let form: string | undefined
const formLine = (): string =>
  (form ??= `// ${digestOf(textNow(fileURLToPath(moduleBeside('./searched-page', import.meta.url)))).toString('hex')}\n`)

/** Parts the documents of a library, so that a change of one changes one shard, and another document few. */
export function shardsOf(documents: readonly Member[]): Shard[] {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, documents.length / DOCUMENTS_EACH)))
  const bySlot = Map.groupBy(documents, ({ document }) => digestOf(document).readUInt32BE(0) % count)
  return [...bySlot].map(([slot, own]) => {
    const members = own.toSorted((a, b) => (a.document < b.document ? -1 : 1))
    const digest = digestOf(JSON.stringify([formLine(), members.map(({ document, sha256 }) => [document, sha256])]))
    return { slot, members, name: `search-${slot}-${digest.toString('hex').slice(0, 10)}.js` }
  })
}

/** True for the name of a shard or of the file that tells of them. */
export function isSearchFile(name: string): boolean {
  return name === SEARCH_NAME || SHARD.test(name)
}

/** The slot of a shard, from its name. */
export function slotOf(name: string): number | undefined {
  const slot = SHARD.exec(name)?.[1]
  return slot === undefined ? undefined : Number(slot)
}

const SHARD = /^search-(\d+)-[0-9a-f]{10}\.js$/

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** A line of a shard: a call with a document, which a page can load from a disk too, where it could read no JSON. */
export function lineOf(searched: SearchedDocument): string {
  return `searched(${JSON.stringify(searched)})\n`
}

/** A shard of the lines of its documents. */
export function shardFrom(lines: readonly string[]): string {
  return formLine() + lines.join('')
}

/** The lines of a shard by the folders of their documents. Nothing where they were made otherwise than now. */
export function linesIn(shard: string): ReadonlyMap<string, string> {
  if (!shard.startsWith(formLine())) return new Map()
  // No folder has a quotation mark.
  return new Map([...shard.matchAll(/^searched\(\["([^"\\]+)".*\n/gm)].map(([line, folder]) => [folder!, line]))
}

/**
 * The file that tells what there is to search in a language.
 * @param shards their names
 * @param lines what there is, where there are no shards
 */
export function searchFile(path: string, tag: Tag, shards: readonly string[], lines = ''): Artifact {
  const told = JSON.stringify({ language: packOf(tag).locale, stemming: packOf(tag).search ?? {}, shards })
  return { path, bytes: new TextEncoder().encode(`searching(${told})\n${lines}`) }
}
