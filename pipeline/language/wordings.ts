import type { Entry } from '../model/catalog.ts'
import type { Tag } from '../model/language.ts'
import { plainProblem, problemFrom, type Problem } from '../problem.ts'
import { filled, inEnglish, templateOf, type Words } from '../wording.ts'
import { derivationOf } from './derive.ts'
import { findingTexts } from './interface-texts.ts'
import { originOf } from './registry.ts'

/** How findings are worded in a language. What it has no wording for is said in English. */
export interface Wordings {
  readonly tag: Tag
  /** Whether there is a wording of these words. */
  readonly knows: (words: Words) => boolean
  readonly say: (words: Words) => string
}

export const ENGLISH: Wordings = { tag: 'en', knows: () => true, say: inEnglish }

/**
 * The wordings of findings in a language; those of a script are derived from the language’s own.
 * @param root absolute path of the publication, whose own languages may bring some
 * @returns nothing where the language has none
 * @throws Failure where a file of them is malformed
 */
export async function wordingsFor(root: string, tag: Tag): Promise<Wordings | undefined> {
  if (tag === ENGLISH.tag) return ENGLISH
  const origin = originOf(tag)
  const texts = await findingTexts(root, origin ?? tag)
  return texts.size === 0 ? undefined : wordingsFrom(tag, texts, origin === undefined ? (text) => text : derivationOf(tag).write)
}

function wordingsFrom(tag: Tag, texts: ReadonlyMap<string, Entry>, write: (text: string) => string): Wordings {
  const wordingOf = (words: Words): string | undefined => texts.get(templateOf(words))?.text
  const say = (words: Words): string => {
    const own = wordingOf(words)
    const written = own?.replaceAll(/\{\w+\}|([^{]+)/g, (whole, text?: string) => (text === undefined ? whole : write(text)))
    return filled(written ?? templateOf(words), words, say)
  }
  return { tag, knows: (words) => wordingOf(words) !== undefined, say }
}

/** A finding as a language words it. */
export function worded(problem: Problem, { say }: Wordings): Problem {
  const { worded: own = {}, reason, actual, expected: [expected] = [], note } = problem
  return problemFrom({
    ...plainProblem(problem),
    reason: say(own.message ?? reason),
    actual: actual && say(own.found ?? actual),
    expected: expected === undefined ? undefined : [say(own.expected ?? expected)],
    note: note && say(own.remedy ?? note),
  })
}
