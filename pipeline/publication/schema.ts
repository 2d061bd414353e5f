/** Pieces of the schemas that files are held against. Each tells in words what it expects, for whoever wrote the file. */
import * as v from 'valibot'
import { nearestName } from '../files/slips.ts'
import { isTag } from '../language/registry.ts'
import { expectedTag } from '../language/tags.ts'
import type { Tag } from '../model/language.ts'
import { nearDate } from './near-date.ts'

type Schema<Input, Output> = v.BaseSchema<Input, Output, v.BaseIssue<unknown>>

/** The tag of a language that has a pack. */
export const languageTag = v.custom<Tag>(
  (value) => typeof value === 'string' && isTag(value),
  ({ input }) => expectedTag(input),
)

/** A text that is not blank; spaces around it are dropped. */
export const filled = (expected: string, notBlank = expected) => v.pipe(v.string(expected), v.trim(), v.nonEmpty(notBlank))

const A_SITE = 'the address of the site, such as https://example.org/papers/'

/** One of some names. Another is told with the one that was likely meant. */
export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, ({ input }) => expectedName(typeof input === 'string' ? input.trim() : '', names))

/** The address of a site on the web, with a slash at its end. A question or a place in a page would be lost before a path. */
export const siteUrl = v.pipe(
  v.string(A_SITE),
  v.trim(),
  v.check((text) => URL.canParse(text) && /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(text), A_SITE),
  v.transform((text) => new URL(text.endsWith('/') ? text : `${text}/`).href),
)

/** As YAML writes it, and as people do. */
export const yesOrNo = v.pipe(
  v.union([v.boolean(), v.picklist(['yes', 'no'])], 'yes or no'),
  v.transform((value) => value === true || value === 'yes'),
)

const A_DATE = 'a date such as 2018-06-08'

/** A calendar day as ISO 8601 writes it. */
export const isoDate = v.custom<string>(
  (value) => typeof value === 'string' && v.ISO_DATE_REGEX.test(value) && isDay(value),
  ({ input }) => (typeof input === 'string' ? nearDate(input) : undefined) ?? A_DATE,
)

/** Fields with names of their own, and no others. One that is missing is told by what its own schema expects. */
export const group = <const Fields extends v.ObjectEntries>(fields: Fields, expected = `fields: ${Object.keys(fields).join(', ')}`) =>
  v.pipe(
    plain(expected),
    v.strictObject(fields, (issue) =>
      issue.expected === 'never'
        ? expectedName(String(issue.path?.[0].key).trim(), Object.keys(fields))
        : (expectedOf(fields[String(issue.path?.[0].key)]) ?? issue.message),
    ),
  )

function expectedName(written: string, names: readonly string[]): string {
  const near = nearestName(written, names)
  if (near === undefined) return `one of ${names.join(', ')}`
  return near.toLowerCase() === written.toLowerCase() ? near : `perhaps ${near}; one of ${names.join(', ')}`
}

/** Values by names that the file’s writer chooses, whatever they are: no object holds each of them safely. */
export const byName = <Value>(value: Schema<unknown, Value>, expected: string, name: Schema<string, string> = v.string()) =>
  v.pipe(
    plain(expected),
    v.transform((fields) => new Map(Object.entries(fields))),
    v.map(name, value),
  )

/** Values by language, of those that have one. */
export const byLanguage = <Value>(value: Schema<unknown, Value>, expected = 'values by language tag') =>
  v.pipe(
    byName(
      value,
      expected,
      v.custom<string>(
        (name) => typeof name === 'string' && isTag(name),
        ({ input }) => expectedTag(input),
      ),
    ),
    v.transform((values): Readonly<Partial<Record<Tag, Value>>> => Object.fromEntries(values)),
  )

/** A list is an object too, but has no fields. */
function plain(expected: string) {
  return v.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), expected)
}

/** JavaScript takes the 30th of February for a day of March. */
function isDay(date: string): boolean {
  const time = Date.parse(date)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function expectedOf(schema: object | undefined): string | undefined {
  if (!schema || !('message' in schema)) return undefined
  const { message } = schema
  return typeof message === 'function' ? String(message({ input: undefined })) : typeof message === 'string' ? message : undefined
}
