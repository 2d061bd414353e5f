import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import type { Tag } from '../model/language.ts'
import type { Pack } from './pack.ts'
import { ofPack, packOf } from './registry.ts'

/** Formats dates, numbers, names and ICU messages in one language. */
export type Formats = IntlShape

const cache = createIntlCache()

/** The formatter of a language with its messages; what it cannot format is an error, never a placeholder. Days are calendar days, in no time zone of their own. */
export function createFormats(tag: Tag, messages: Readonly<Record<string, string>>): Formats {
  const onError = (error: Error): never => {
    throw error
  }
  return createIntl({ locale: packOf(tag).locale, timeZone: 'UTC', messages: { ...messages }, onError }, cache)
}

/** The formatter of a language for what needs no messages. */
export const formatsFor = ofPack(({ tag }: Pack): Formats => createFormats(tag, {}))

/** A language's own name for itself: “shqip”, „српски“. */
export const autonym = ofPack(({ tag, autonym: own }: Pack): string => {
  return own ?? formatsFor(tag).formatDisplayName(new Intl.Locale(tag).language, { type: 'language' }) ?? tag
})

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

/** What a language calls a territory, by its code in ISO 3166: “Shqipëri”. The code, where it has no name for it. */
export function territoryName(tag: Tag, code: string): string {
  return packOf(tag).territories?.[code] ?? formatsFor(tag).formatDisplayName(code, { type: 'region', fallback: 'code' }) ?? code
}
