import type { Root } from 'mdast'
import * as v from 'valibot'
import type { CutText, FrontMatter, UnkeyedSegment, Place } from '../model/document.ts'
import { filled, group, isoDate, languageTag } from '../publication/schema.ts'
import { parseCutYaml, type Parsed } from '../files/yaml.ts'
import { isIdentifier } from '../files/identifier.ts'
import { doiOf } from './doi.ts'
import { isIsbn } from './isbn.ts'
import { isKindName } from './kinds.ts'
import { missingFrontMatter } from './missing-front-matter.ts'

const shownBy = 'what the cover’s picture shows, for those who do not see it'
const focus = 'a point of the picture that is never cut off, from the left and from the top, such as 50% 20%'
const file = 'the name of a picture file beside document.md'

/** A point in a picture, as two percentages. */
const POINT = /^(?:\d{1,2}|100)% (?:\d{1,2}|100)%$/

const A_DOI = 'a DOI, such as 10.5281/zenodo.1234567'
const FORMERLY = 'names of folders that the document had before, such as [annual-report]'

const schema = group({
  title: filled('the document’s title'),
  'short-title': v.optional(filled('a short title for the head of each page')),
  subtitle: v.optional(filled('a text')),
  authors: v.optional(v.array(filled('the name of an author'), 'a list of names, such as [Ana Example, Ben Example]'), []),
  form: v.optional(v.picklist(['letter', 'brief', 'report'], 'letter, brief or report')),
  place: v.optional(filled('where it was written, such as Prishtina')),
  contact: v.optional(filled('whom to ask, such as “Ana Example, press@example.org”')),
  kind: filled('what kind of text it is, such as “Report”'),
  description: filled('one sentence about the document'),
  date: isoDate,
  published: v.optional(isoDate),
  licence: v.optional(filled('a text, or the address of a licence')),
  isbn: v.optional(
    v.pipe(v.string('an ISBN in "quotation marks"'), v.check(isIsbn, 'an ISBN of 13 or 10 digits whose last digit agrees with the others')),
  ),
  doi: v.optional(
    v.pipe(
      v.string(A_DOI),
      v.check((text) => doiOf(text) !== undefined, A_DOI),
      v.transform((text) => doiOf(text)!),
    ),
  ),
  formerly: v.optional(v.array(v.pipe(v.string(FORMERLY), v.check(isIdentifier, FORMERLY)), FORMERLY)),
  reference: v.optional(filled('a reference number in "quotation marks"', 'a reference number')),
  cover: v.optional(
    group(
      {
        picture: filled(file),
        alternative: filled(shownBy),
        focus: v.optional(v.pipe(v.string(focus), v.regex(POINT, focus))),
      },
      `picture: ${file}; alternative: ${shownBy}`,
    ),
  ),
  numbering: v.optional(v.picklist(['continuous', 'roman-front'], 'continuous or roman-front'), 'continuous'),
  language: v.optional(languageTag),
  translate: v.optional(v.picklist(['yes', 'no'], 'yes or no')),
})

/** Translated fields in catalog order, with the path of each text. */
const TRANSLATED = {
  title: ['title'],
  'short-title': ['short-title'],
  subtitle: ['subtitle'],
  place: ['place'],
  contact: ['contact'],
  kind: ['kind'],
  description: ['description'],
  licence: ['licence'],
  cover: ['cover', 'alternative'],
} as const

/** Keys of front matter texts. */
export const frontKey = (name: keyof typeof TRANSLATED): string => `front.${name}`

/** True if a licence is an address, which is the same in every language. */
export const isAddress = (licence: string): boolean => /^https?:\/\/\S+$/.test(licence)

/**
 * Reads the front matter at the top of a document’s tree.
 * @param document the file’s path
 * @param source the file’s text
 * @throws Failure if it is missing, or a field is missing, unknown or malformed
 */
export function parseFrontMatter(
  tree: Root,
  document: string,
  source: string,
): { front: FrontMatter; passages: UnkeyedSegment[]; cuts: readonly CutText[] } {
  const first = tree.children[0]
  if (first?.type !== 'yaml') throw missingFrontMatter(source, document)
  const parsed = parseCutYaml(first.value, document, schema, 2)
  const { cover, ...rest } = parsed.value
  const place: Place = { file: document, ...parsed.position(['cover', 'picture']) }
  return { front: { ...rest, ...(cover && { cover: { ...cover, place } }) }, passages: passagesOf(parsed, document), cuts: parsed.cuts }
}

function passagesOf({ value, position }: Parsed<v.InferOutput<typeof schema>>, document: string): UnkeyedSegment[] {
  const texts = {
    ...value,
    cover: value.cover?.alternative,
    kind: isKindName(value.kind) ? undefined : value.kind,
    licence: value.licence && isAddress(value.licence) ? undefined : value.licence,
  }
  return Object.entries(TRANSLATED).flatMap(([name, path]): UnkeyedSegment[] => {
    const text = texts[name as keyof typeof TRANSLATED]
    if (text === undefined) return []
    return [
      {
        kind: 'front',
        fixedKey: frontKey(name as keyof typeof TRANSLATED),
        text,
        place: { file: document, ...position(path) },
        section: '',
      },
    ]
  })
}
