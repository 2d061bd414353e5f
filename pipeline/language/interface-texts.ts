import { join } from 'node:path'
import { readText } from '../files/disk.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import type { Entry } from '../model/catalog.ts'
import type { Tag } from '../model/language.ts'

/** Where the languages lie that come with the program, and how a person is told of their files. */
const PACKS = join(import.meta.dirname, 'packs')
const NAMED = 'pipeline/language/packs'

const ADVICE: JsonAdvice = {
  expected: '{ "key": "text", … }',
  remedy: 'Restore the file from its last good version.',
  merge: 'For each key keep the line with the right text.',
}

/**
 * The words around every publication’s text in a language, as they come with the program: ICU messages by key. Empty for a
 * language that has none.
 * @throws Failure where the file is malformed
 */
export async function builtInTexts(tag: Tag): Promise<ReadonlyMap<string, Entry>> {
  const text = await readText(join(PACKS, tag, 'interface.json'))
  if (text === undefined) return new Map()
  const file = `${NAMED}/${tag}/interface.json`
  return new Map(
    parseJsonObject(text, file, ADVICE).members.map(({ key, position, value }) => [
      key,
      { text: String(value?.literal), position, value: value?.position, file },
    ]),
  )
}
