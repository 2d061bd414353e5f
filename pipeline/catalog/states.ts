import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { SegmentState } from '../model/catalog.ts'
import { isMinor, kindOfChange } from '../compare/change.ts'
import { UNKNOWN, type Answer, type Ledger } from './ledger.ts'
import type { KeyedText, Texts } from './reconcile.ts'

/** The state of a translation, from its English and the ledger’s answer. */
export function stateOf(english: string, text: string, answer: Answer | undefined): SegmentState {
  if (text === '') return { state: 'missing' }
  if (!answer) return { state: 'translated' }
  if (answer.basis === english) return answer.review ? { state: 'reviewed' } : { state: 'translated' }
  const kind = kindOfChange(answer.basis, english)
  return {
    state: 'stale',
    change: { kind, before: answer.basis, after: english },
    minor: isMinor(kind) && answer.basis !== UNKNOWN,
    reviewed: answer.review !== undefined,
    doubt: answer.doubt,
  }
}

/** The locales of an edition’s texts, by priority: its own, then the script it is derived from. */
export function localesBehind(tag: Tag): Tag[] {
  const derivedFrom = originOf(tag)
  return derivedFrom ? [tag, derivedFrom] : [tag]
}

/** The state of every segment in an edition, by key. The source lacks nothing, and neither does what is derived from it. */
export function statesOf(
  tag: Tag,
  segments: readonly KeyedText[],
  texts: Pick<Texts, 'english' | 'translations' | 'ledgers'>,
): Map<string, SegmentState> {
  const isSource = localesBehind(tag).includes(texts.english.tag)
  const sources = localesBehind(tag).flatMap((locale) => {
    const index = texts.translations.findIndex((catalog) => catalog.tag === locale)
    return index < 0 ? [] : [{ entries: texts.translations[index]!.entries, answers: answersOf(texts.ledgers[index]) }]
  })
  return new Map(
    segments.map(({ key, text: english }) => {
      if (isSource) return [key, { state: 'translated' }]
      const source = sources.find(({ entries }) => entries.get(key)?.text)
      return [key, source ? stateOf(english, source.entries.get(key)!.text, source.answers.get(key)) : { state: 'missing' }]
    }),
  )
}

function answersOf(ledger: Ledger | undefined): ReadonlyMap<string, Answer> {
  return ledger?.answers ?? new Map()
}
