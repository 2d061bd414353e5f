import { fileURLToPath } from 'node:url'
import { textNow } from '../files/disk.ts'
import type { Tag } from '../model/language.ts'

const TABLE = fileURLToPath(new URL('territories.json', import.meta.url))

interface Table {
  readonly release: string
  readonly languages: Readonly<Record<string, { readonly official?: string; readonly regional?: string }>>
}

/** Where a language is official, and where it is in regions alone: codes of ISO 3166, and XK for Kosovo. */
export interface Territories {
  readonly official: readonly string[]
  readonly regional: readonly string[]
}

let table: Table | undefined

function read(): Table {
  return (table ??= JSON.parse(textNow(TABLE) ?? '') as Table)
}

/** What the table is taken from, as people cite it. */
export function territoriesSource(): string {
  return read().release
}

/** The territories of a language, whatever its script; none where CLDR tells of none. */
export function territoriesOf(tag: Tag): Territories {
  const { official = '', regional = '' } = read().languages[languageOf(tag)] ?? {}
  return { official: codesIn(official), regional: codesIn(regional) }
}

/** The language of a tag: `sr` of `sr-Latn`. By the letter, since `Intl.Locale` takes `cnr` for `sr`. */
export function languageOf(tag: Tag): string {
  return tag.split('-')[0]!
}

function codesIn(codes: string): string[] {
  return codes.split(' ').filter((code) => code !== '')
}
