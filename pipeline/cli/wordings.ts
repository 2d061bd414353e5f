import { knownTags } from '../language/registry.ts'
import { wordingsFor, type Wordings } from '../language/wordings.ts'
import type { Tag } from '../model/language.ts'
import { failure } from '../problem.ts'

/**
 * The wordings of the language in which a command tells what it found.
 * @throws Failure where there are none
 */
export async function selectWordings(root: string, lang: Tag): Promise<Wordings> {
  const all = await Promise.all(knownTags().map((tag) => wordingsFor(root, tag)))
  const known = all.flatMap((each) => each ?? [])
  const found = known.find(({ tag }) => tag.toLowerCase() === lang.toLowerCase())
  if (found) return found
  throw failure({
    rule: 'unknown-language',
    file: 'the command line',
    message: 'Findings are not told in this language.',
    found: lang,
    expected: `of ${known.map(({ tag }) => tag).join(', ')}`,
    remedy: 'Choose one of these languages with --lang, or leave it out for English.',
  })
}
