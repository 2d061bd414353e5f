import { asCalled } from '../files/called.ts'
import { join } from 'node:path'
import { readRevision } from '../files/swap.ts'
import { shown } from '../files/identifier.ts'
import { parseJsonObject, repeatedKey, type JsonAdvice } from '../files/json.ts'
import { knownTags } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Catalog, Entry, Layout } from '../model/catalog.ts'
import { Failure, problem, type Problem } from '../problem.ts'
import { wording, type Words } from '../wording.ts'
import { layOut, layoutOf } from './layout.ts'

/** Namespace of the interface texts. */
export const SITE = 'site'

/** Made at each call: it tells the command line as it is called now. */
const advice = (): JsonAdvice => ({
  expected: '{ "key": "text", … } with a comma at the end of each entry but the last',
  remedy: 'A locale file holds texts by key, and nothing inside them. Restore it from its last good version.',
  merge: wording`For each key keep the line with the right text, keep what one side alone has, and remove the lines with the marks; then run: ${{ command: asCalled('sync') }}. Whether a translation answers its source, git tells.`,
})

/** Path of a locale file, relative to the root. */
export function catalogFile(tag: Tag, namespace: string): string {
  return `locales/${tag}/${namespace}.json`
}

/** Absolute paths of all folders that commands write texts into, existing or not. */
export function localeFolders({ root }: Publication): string[] {
  const parents = ['locales', join('locales', 'ledger'), join('locales', 'notes'), join('locales', 'memory')]
  return parents.flatMap((parent) => [parent, ...knownTags().map((tag) => join(parent, tag))]).map((folder) => join(root, folder))
}

/**
 * Reads a locale file. A missing one is an empty catalog.
 * @throws Failure if the file is not a flat JSON object of texts
 */
export async function readCatalog(publication: Publication, tag: Tag, namespace: string): Promise<Catalog> {
  const file = catalogFile(tag, namespace)
  return { tag, namespace, ...(await readTexts(publication, file)) }
}

/** Reads any file with the layout of a locale file. */
export async function readTexts(
  { root }: Publication,
  file: string,
): Promise<Pick<Catalog, 'file' | 'entries' | 'twins' | 'layout' | 'digest'>> {
  const read = await readRevision(join(root, file))
  if (read === undefined) return { file, entries: new Map() }
  const { text, digest } = read
  return { file, ...parseEntries(text.replaceAll('\r\n', '\n'), file), layout: layoutOf(text), digest }
}

/**
 * Parses a locale file with the place of every key. Law: `parseCatalog(serializeCatalog(texts))` equals the texts, in order.
 * @throws Failure with every problem found
 */
export function parseCatalog(text: string, file: string): Map<string, Entry> {
  const { entries, twins } = parseEntries(text, file)
  refuseTwins({ file, entries, twins })
  return entries
}

/** Parses a locale file, including further entries with the same key. */
function parseEntries(text: string, file: string): { entries: Map<string, Entry>; twins?: Map<string, Entry[]> } {
  const { members, position } = parseJsonObject(text, file, advice())
  const entries = new Map<string, Entry>()
  const twins = new Map<string, Entry[]>()
  const problems: Problem[] = []
  for (const member of members) {
    const value = member.value?.literal
    if (typeof value === 'string') {
      const { position: place, written } = member.value!
      const isShortest = written.length === JSON.stringify(value).length
      const entry: Entry = { text: value, position: member.position, value: place, ...(!isShortest && { written }) }
      const others = twins.get(member.key)
      if (others) others.push(entry)
      else if (entries.has(member.key)) twins.set(member.key, [entry])
      else entries.set(member.key, entry)
    } else {
      problems.push(
        problem({
          rule: 'no-text',
          file,
          position: position([member.key]),
          message: wording`The value of “${{ key: shown(member.key) }}” is no text.`,
          found: member.value ? JSON.stringify(value) : 'a group of values',
          expected: 'a text in "double quotes"; "" where there is no translation yet',
          remedy: 'Write the translation between double quotes.',
        }),
      )
    }
  }
  if (problems.length > 0) throw new Failure(...problems)
  return { entries, ...(twins.size > 0 && { twins }) }
}

/**
 * Refuses a locale file with a repeated key, because the intended text is unknown.
 * @throws Failure with every such key
 */
export function refuseTwins({ file, entries, twins }: Pick<Catalog, 'file' | 'entries' | 'twins'>): void {
  const problems = [...(twins ?? [])].flatMap(([key, others]) =>
    others.map(({ position }) => repeatedKey(key, file, position, entries.get(key)!.position, twinsRemedy())),
  )
  if (problems.length > 0) throw new Failure(...problems)
}

const twinsRemedy = (): Words =>
  wording`Keep the line with the right text and remove the other. Where both are right, because two people added texts that begin alike, and the source’s file has both too, keep both lines everywhere, and run: ${{ command: asCalled('sync') }}.`

/** Serializes a locale file. Unchanged texts keep their literal form. */
export function serializeCatalog(entries: ReadonlyMap<string, Entry>, layout?: Layout): string {
  return layOut(new Map([...entries].map(([key, { text, written = JSON.stringify(text) }]) => [key, written])), layout)
}
