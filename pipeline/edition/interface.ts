import type { InterfaceTexts } from '../catalog/interface-work.ts'
import { SITE } from '../catalog/store.ts'
import type { Lookup } from '../catalog/lookup.ts'
import { rewriteLiterals, syntaxError } from '../check/icu.ts'
import { formatDay, formatDayAndMonth, formatDays } from '../language/dates.ts'
import { createFormats, formatSize } from '../language/formats.ts'
import { originOf } from '../language/registry.ts'
import { derivationOf } from '../language/derive.ts'
import type { Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'
import { shown } from '../files/identifier.ts'
import { failure } from '../problem.ts'

/** Values of a message’s arguments, by name. */
export type Values = Readonly<Record<string, string | number>>

/** A formatted interface text, in English if the locale lacks it. */
export interface Label {
  readonly text: string
  readonly language: Tag
  readonly fallback: boolean
}

/** The interface of an edition: the words around its text, in its language and script. */
export interface Interface {
  readonly tag: Tag
  message(id: string, values?: Values): Label
  day(date: string): string
  dayAndMonth(date: string): string
  days(start: string, end: string): string
  size(bytes: number): string
  /** Interfaces of the further columns of a parallel edition, by language. Absent for an edition that stands alone. */
  readonly beside?: ReadonlyMap<string, Interface>
}

/** The interface for what stands in a column of a parallel edition. @param language of the column, if it says one */
export function wordsOfColumn(words: Interface, language: unknown): Interface {
  return words.beside?.get(String(language)) ?? words
}

/** Signs of ICU’s syntax. A message without them is its text: to read each as a message takes as long as composing an edition. */
const SYNTAX = /[{}<>'#]/

/** A message as its origin has it, in the script of a derived language. */
function derivedMessage(message: string, write: (text: string) => string): string {
  return SYNTAX.test(message) ? rewriteLiterals(message, write) : write(message)
}

/**
 * Creates the interface of an edition.
 * @param site interface catalogs; the English one lists the messages
 * @throws Failure, when a message is formatted, for invalid ICU or a missing argument
 */
export function createInterface(tag: Tag, lookup: Lookup, site: InterfaceTexts): Interface {
  const own: Record<string, string> = {}
  const borrowed: Record<string, string> = {}
  for (const key of site.english.entries.keys()) {
    const found = lookup(tag, SITE, key)
    if (found.tag === tag) own[key] = found.text
    else if (originOf(tag) === found.tag) own[key] = derivedMessage(found.text, derivationOf(tag).write)
    else borrowed[key] = found.text
  }
  const formats = createFormats(tag, own)
  const source = site.english.tag
  const sourceFormats = createFormats(source, borrowed)
  return {
    tag,
    message(id, values = {}) {
      const fallback = !Object.hasOwn(own, id)
      const language = fallback ? source : tag
      const plain = fallback ? borrowed[id] : own[id]
      if (plain && !SYNTAX.test(plain)) return { text: plain, language, fallback }
      try {
        const text = (fallback ? sourceFormats : formats).formatMessage({ id }, values)
        return { text, language, fallback }
      } catch (error) {
        throw malformed(tag, catalogOf(site, fallback ? source : (originOf(tag) ?? tag)), id, site.english, error)
      }
    },
    day: (date) => formatDay(tag, date),
    dayAndMonth: (date) => formatDayAndMonth(tag, date),
    days: (start, end) => formatDays(tag, start, end),
    size: (bytes) => formatSize(tag, bytes),
  }
}

function catalogOf({ english, translations }: InterfaceTexts, tag: Tag): Catalog {
  return translations.find((catalog) => catalog.tag === tag) ?? english
}

/** The failure of a message, which affects only the editions of its language. */
function malformed(edition: Tag, { file, entries }: Catalog, id: string, english: Catalog, error: unknown): Error {
  const text = entries.get(id)?.text ?? ''
  return failure({
    rule: 'message',
    file: entries.get(id)?.file ?? file,
    position: entries.get(id)?.position,
    edition,
    message: `The interface text “${id}” cannot be formatted: ${syntaxError(text) ?? (error as Error).message.split('\n')[0]!}`,
    found: shown(text),
    expected: 'an ICU message with the same arguments as its source',
    remedy: `Compare it with the source, “${shown(english.entries.get(id)?.text ?? '')}”: each brace has a partner, and the names in braces are the same.`,
  })
}
