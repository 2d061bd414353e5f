import type { Entry } from '../model/catalog.ts'
import { problem, type Position, type Problem } from '../problem.ts'
import { sourceOffset } from '../source/passages.ts'
import type { Worded, Words } from '../wording.ts'
import { PLACEHOLDER } from './prose.ts'
import type { Examinable, Observation, Rule, Text, Translation } from './rule.ts'
import { placeIn } from './translations.ts'

/** Places of texts in their files. */
export interface Places {
  /** Entries by file and key. */
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>
  /** Place of a UTF-16 unit of a text. */
  readonly of: (text: Text, unit: number) => Position
}

/** Finds the places of texts. */
export function placesIn({ documents, site }: Examinable): Places {
  const catalogs = [...documents.flatMap(({ translations }) => translations), ...(site ? [...site.translations, site.english] : [])]
  const entries = new Map(catalogs.map(({ file, entries: own }) => [file, own]))
  const segments = new Map(
    documents.flatMap(({ document }) =>
      document.segments.map(({ key, node }) => [`${document.id} ${key}`, { node, source: document.source }]),
    ),
  )
  const of = ({ document, key, place }: Text, unit: number): Position => {
    const entry = entries.get(place.file)?.get(key)
    if (entry) return placeIn(entry, unit)
    const { node, source } = segments.get(`${document} ${key}`) ?? {}
    const offset = node && source !== undefined ? sourceOffset(node, source, unit) : undefined
    if (offset === undefined) return place
    const before = source!.slice(0, offset).split('\n')
    return { line: before.length, column: before.at(-1)!.length + 1 }
  }
  return { entries, of }
}

/** Adds place and subject to an observation. */
export function located(
  rule: Rule,
  observation: Observation,
  text: Text,
  answering: Translation | 'source' | undefined,
  places: Places,
): Problem {
  const { start, end, rawStart, mended } = observation
  const entry = places.entries.get(text.place.file)?.get(text.key)
  const from = rawStart ?? (start === undefined ? 0 : text.prose.at(start))
  const found = problem({
    rule: rule.id,
    edition: text.tag,
    document: text.document,
    key: text.key,
    file: text.place.file,
    position: rawStart === undefined && start === undefined ? (entry ? placeIn(entry, 0) : text.place) : places.of(text, from),
    message: observation.message,
    found: observation.found && shown(observation.found),
    expected: observation.expected && shown(observation.expected),
    remedy: observation.remedy,
    source: answering === 'source' ? undefined : answering?.source,
  })
  found.severity = observation.severity ?? rule.severity
  if (mended !== undefined && start !== undefined && end !== undefined) {
    const to = end === start ? from : text.prose.at(end - 1) + 1
    // A fix across Markdown marks would lose them.
    const isWhole = text.prose.raw.slice(from, to) === text.prose.visible.slice(start, end)
    if (isWhole && entry && answering !== 'source') found.mend = { start: from, end: to, text: mended }
  }
  return found
}

/** Words as a reader sees them: what has no words of its own is an ellipsis. */
function shown(words: Words): Words {
  if (typeof words === 'string') return words.replaceAll(PLACEHOLDER, '…')
  const values = Object.entries(words.values).map(([name, value]) => [name, typeof value === 'string' ? (shown(value) as string) : value])
  return { ...words, values: Object.fromEntries(values) as Worded['values'] }
}
