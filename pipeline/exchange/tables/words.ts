import type { UnitState } from '../../model/exchange.ts'
import { COLUMNS, type KnownWords, type TableWords } from './columns.ts'

/** The words of the workbench in a language, by key: tables take theirs from there. */
type Words = ReadonlyMap<string, { readonly text: string }>

const STATES: Readonly<Record<UnitState, string>> = {
  missing: 'state.missing',
  stale: 'state.stale',
  translated: 'state.translated',
  reviewed: 'state.reviewed',
}

/** The words of a table in a language. @param english what stands where it has none */
export function tableWords(own: Words, english: Words): TableWords {
  const message = (key: string): string => own.get(key)?.text ?? english.get(key)?.text ?? ''
  return {
    columns: {
      key: message('table.key'),
      source: message('table.source'),
      translation: message('table.translation'),
      state: message('table.state'),
      note: message('table.note'),
      question: message('table.question'),
    },
    states: {
      missing: message(STATES.missing),
      stale: message(STATES.stale),
      translated: message(STATES.translated),
      reviewed: message(STATES.reviewed),
    },
    kinds: {
      heading: message('table.heading'),
      caption: message('table.caption'),
      alternative: message('table.alternative'),
      note: message('table.footnote'),
      front: message('table.front'),
      programme: message('table.programme'),
      message: message('table.message'),
    },
    before: message('table.before'),
    help: message('table.help'),
  }
}

/** The words of all languages, by which a table is read whatever language it is in; states also by their names in the code. */
export function knownWords(languages: readonly Words[]): KnownWords {
  const columns: (readonly [string, (typeof COLUMNS)[number]['name']])[] = []
  const states: (readonly [string, UnitState])[] = []
  for (const words of languages) {
    for (const { name } of COLUMNS) columns.push([folded(words.get(`table.${name}`)?.text ?? name), name])
    for (const state of Object.keys(STATES) as UnitState[])
      states.push([folded(words.get(STATES[state])?.text ?? state), state], [state, state])
  }
  return { columns: new Map(columns), states: new Map(states) }
}

/** A word as it is compared: in small letters, without blanks around it. */
export function folded(word: string): string {
  return word.trim().toLowerCase()
}
