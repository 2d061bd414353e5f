import { join } from 'node:path'
import { readText } from '../files/disk.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import type { Entry } from '../model/catalog.ts'
import { shown } from '../files/identifier.ts'
import type { Tag } from '../model/language.ts'
import { Failure, problem, type Position, type Problem } from '../problem.ts'

/** Where the languages lie that come with the program, and how a person is told of their files. */
const BUILT_IN = join(import.meta.dirname, 'packs')
const NAMED = 'pipeline/language/packs'
/** Where a publication has languages of its own. */
const OWN = 'languages'

const ADVICE: JsonAdvice = {
  expected: '{ "key": "text", … }',
  remedy: 'Restore the file from its last good version.',
  merge: 'For each key keep the line with the right text.',
}

/**
 * The words around every text in a language, as its packs have them: ICU messages by key. Those of the publication’s own
 * pack stand over those that come with the program; there may be none of either.
 * @param root absolute path of the publication
 * @throws Failure where a file is malformed
 */
export function packTexts(root: string, tag: Tag): Promise<ReadonlyMap<string, Entry>> {
  return textsIn(root, tag, 'interface.json')
}

/** The words of the workbench in a language, from the same places. No edition shows them, and no publication is asked for them. @throws Failure as `packTexts` does */
export function workbenchTexts(root: string, tag: Tag): Promise<ReadonlyMap<string, Entry>> {
  return textsIn(root, tag, 'workbench.json')
}

/** The wordings of findings in a language, by their English, from the same places. @throws Failure as `packTexts` does */
export function findingTexts(root: string, tag: Tag): Promise<ReadonlyMap<string, Entry>> {
  return textsIn(root, tag, 'findings.json')
}

async function textsIn(root: string, tag: Tag, name: string): Promise<ReadonlyMap<string, Entry>> {
  const [builtIn, own] = await Promise.all([read(BUILT_IN, NAMED, tag, name), read(join(root, OWN), OWN, tag, name)])
  return own ? new Map([...(builtIn ?? []), ...own]) : (builtIn ?? new Map<string, Entry>())
}

async function read(folder: string, named: string, tag: Tag, name: string): Promise<ReadonlyMap<string, Entry> | undefined> {
  const text = await readText(join(folder, tag, name))
  if (text === undefined) return undefined
  const file = `${named}/${tag}/${name}`
  const { members } = parseJsonObject(text, file, ADVICE)
  const wrong = members.filter(({ value }) => typeof value?.literal !== 'string')
  if (wrong.length > 0) throw new Failure(...wrong.map(({ key, position }) => noText(file, key, position)))
  return new Map(
    members.map(({ key, position, value }) => [key, { text: value!.literal as string, position, value: value!.position, file }]),
  )
}

function noText(file: string, key: string, position: Position): Problem {
  return problem({
    rule: 'no-text',
    file,
    position,
    message: `The value of “${shown(key)}” is no text.`,
    expected: 'a text in "double quotes"',
    remedy: 'Write the text between double quotes, or remove the line.',
  })
}
