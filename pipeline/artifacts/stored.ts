import { createHash } from 'node:crypto'

/** A stored entry: its bytes, and facts about them as JSON. */
export interface Stored {
  readonly facts: unknown
  readonly bytes: Uint8Array
}

/** Digest of an entry’s inputs, used as its name. Lengths separate the parts. */
export function nameOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n${part}\n`)
  return hash.digest('hex')
}

/** Serializes an entry: a line with the digest and the facts, then the bytes. The digest covers name, facts and bytes. */
export function pack(name: string, { facts, bytes }: Stored): Uint8Array {
  const told = JSON.stringify(facts)
  return Buffer.concat([Buffer.from(`${digestOf(name, told, bytes)} ${told}\n`), bytes])
}

/** The inverse of `pack`. Returns nothing for an entry that is damaged, or another’s. */
export function unpack(name: string, file: Uint8Array): Stored | undefined {
  const end = file.indexOf(0x0a)
  const [digest = '', told = ''] = Buffer.from(file.subarray(0, Math.max(end, 0)))
    .toString()
    .split(/ (.*)/s)
  const bytes = file.subarray(end + 1)
  return digest !== '' && digest === digestOf(name, told, bytes) ? { facts: JSON.parse(told) as unknown, bytes } : undefined
}

function digestOf(name: string, told: string, bytes: Uint8Array): string {
  return createHash('sha256').update(`${name}\n${told}\n`).update(bytes).digest('hex')
}
