import { join } from 'node:path'
import * as v from 'valibot'
import { asCalled } from '../files/called.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import { fit } from '../files/schema-errors.ts'
import { readRevision, replace } from '../files/swap.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'
import { filled, group } from '../publication/schema.ts'
import { changeLocales } from './alone.ts'

/** A translation from the memory of another program. It is offered as a suggestion, and is the text of no segment. */
export interface RememberedText {
  readonly source: string
  readonly text: string
  /** Name of the file that it came in. */
  readonly from: string
}

/** What was brought for a language. */
export interface Memory {
  readonly texts: readonly RememberedText[]
  /** Digest of the file as it was read. */
  readonly digest?: string | undefined
}

const text = filled('a text', 'a text that is not empty')
const schema = group({ texts: v.array(group({ source: text, text, from: text }), 'a list of texts') })

/** Made at each call: it tells the command line as it is called now. */
const advice = (): JsonAdvice => ({
  expected: '{ "texts": [ { "source": "…", "text": "…", "from": "memory.tmx" }, … ] }',
  remedy: `Restore it from its last good version (git checkout), or remove it and import the memory anew: ${asCalled('import FILE.tmx')}`,
  merge: 'Keep the lines of both sides, each text once, and remove the lines with the marks.',
})

/** Path of a language’s memory, relative to the root. */
export function memoryFile(tag: Tag): string {
  return `locales/memory/${tag}.json`
}

/**
 * Reads the memory of a language. A missing file has none.
 * @throws Failure if the file is damaged
 */
export async function readMemory({ root }: Pick<Publication, 'root'>, tag: Tag): Promise<Memory> {
  const file = memoryFile(tag)
  const read = await readRevision(join(root, file))
  return read ? { texts: parseMemory(read.text.replaceAll('\r\n', '\n'), file), digest: read.digest } : { texts: [] }
}

function parseMemory(content: string, file: string): readonly RememberedText[] {
  const { position } = parseJsonObject(content, file, advice())
  const fitted = fit(JSON.parse(content), schema)
  if ('value' in fitted) return fitted.value.texts
  const [{ path, message, found, expected, remedy }] = fitted.errors as [(typeof fitted.errors)[number]]
  throw failure({ rule: 'memory', file, position: position([...path]), message: `This memory cannot be read: ${message}`, found, expected, remedy }) // prettier-ignore
}

/** Serializes a memory, each text on a line that tells all of it, so that git merges additions. */
function serializeMemory(texts: readonly RememberedText[]): string {
  const lines = texts.map(({ source, text: own, from }) => JSON.stringify({ source, text: own, from })).sort()
  const distinct = [...new Set(lines)].map((line) => `  ${line}`)
  return distinct.length === 0 ? '{ "texts": [] }\n' : `{ "texts": [\n${distinct.join(',\n')}\n] }\n`
}

/**
 * Remembers what a file has brought, beside what was brought before: another file may have the same name.
 * @param command name for the message to others
 * @throws Failure if another command holds the lock, or the memory cannot be read
 */
export function remember(
  publication: Publication,
  tag: Tag,
  from: string,
  brought: readonly Omit<RememberedText, 'from'>[],
  command: string,
): Promise<void> {
  return changeLocales(publication, command, async () => {
    const { texts, digest } = await readMemory(publication, tag)
    const all = [...texts, ...brought.map((each) => ({ ...each, from }))]
    await replace(join(publication.root, memoryFile(tag)), new TextEncoder().encode(serializeMemory(all)), digest)
  })
}
