import type { Interface } from '../edition/interface.ts'
import { countTexts } from '../html/corrections.ts'
import { kindOf } from '../html/labels.ts'
import { ofPack, originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Edition } from '../model/edition.ts'
import type { EditionFacts, TextIn } from '../model/outcome.ts'

/** What an edition tells of itself in a library and in a manifest, but for its pages. */
export type Facts = Omit<EditionFacts, 'pages'>

/** The script of a language by its code (ISO 15924). */
const scriptOf = ofPack(({ tag }) => new Intl.Locale(tag).maximize().script ?? 'Latn')

/** Facts of an edition. @param texts numbers of its texts by state, and their digest @param published since when it is public (ISO 8601) */
export function factsOf(
  edition: Edition,
  words: Interface,
  source: EditionFacts['source'],
  { missing, stale, translated, reviewed, sha256 }: EditionFacts['texts'],
  published: string | undefined,
): Facts {
  return {
    title: textIn(edition.title),
    kind: textIn(kindOf(edition, words)),
    description: textIn(edition.description),
    date: edition.date,
    language: edition.tag,
    script: scriptOf(edition.tag),
    state: edition.draft === undefined ? 'final' : 'draft',
    origin: originFrom(edition.tag, source.language),
    source,
    texts: { missing, stale, translated, reviewed, sha256 },
    ...versionFact(edition, published),
    ...correctedFacts(edition),
  }
}

function versionFact({ date, corrected }: Edition, published = date): Pick<EditionFacts, 'version'> {
  if (corrected.some(({ on }) => on === undefined)) return {}
  return { version: [date, published, ...corrected.map(({ on }) => on!)].sort().at(-1)! }
}

function correctedFacts({ corrected }: Edition): Pick<EditionFacts, 'corrected'> {
  const days = corrected.flatMap(({ on, sections }) => (on === undefined ? [] : [{ on, texts: countTexts(sections) }]))
  return days.length > 0 ? { corrected: days } : {}
}

function originFrom(tag: Tag, source: Tag): EditionFacts['origin'] {
  if (tag === source) return { kind: 'original' }
  const from = originOf(tag)
  return from === undefined ? { kind: 'translation', from: source } : { kind: 'transliteration', from }
}

function textIn({ text, language }: TextIn): TextIn {
  return { text, language }
}
