import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import type { Tag } from '../model/language.ts'
import { LANGUAGES } from './languages.ts'

/** Formats dates, numbers, names and ICU messages in one language. */
export type Formats = IntlShape

const cache = createIntlCache()
const shared = new Map<Tag, Formats>()

/** The formatter of a language with its messages; what it cannot format is an error, never a placeholder. Days are calendar days, in no time zone of their own. */
export function createFormats(tag: Tag, messages: Readonly<Record<string, string>>): Formats {
  const onError = (error: Error): never => {
    throw error
  }
  return createIntl({ locale: LANGUAGES[tag].formats, timeZone: 'UTC', messages: { ...messages }, onError }, cache)
}

/** The formatter of a language for what needs no messages. */
export function formatsFor(tag: Tag): Formats {
  const present = shared.get(tag)
  if (present) return present
  const made = createFormats(tag, {})
  shared.set(tag, made)
  return made
}

/** A language's own name for itself: “shqip”, „српски“. */
export function autonym(tag: Tag): string {
  return formatsFor(tag).formatDisplayName(tag.slice(0, 2), { type: 'language' }) ?? tag
}

/** A file's size for a download link: “84 kB”, “1,3 MB”; the number and its unit stay on one line. A kilobyte is a thousand bytes. */
export function formatSize(tag: Tag, bytes: number): string {
  const large = bytes >= 999_500
  return formatsFor(tag)
    .formatNumber(bytes / (large ? 1e6 : 1e3), {
      style: 'unit',
      unit: large ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: large ? 1 : 0,
    })
    .replace(' ', '\u00A0')
}
