import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Pack } from './pack.ts'
import { UNKNOWN_LOCALE, packOf } from './registry.ts'

/** Something that the pipeline does not know of a language, and what comes of it. */
export interface Lack {
  /** The field of the pack that would tell. */
  readonly field: string
  readonly sentence: string
}

interface Capability extends Lack {
  readonly isKnown: (pack: Pack) => boolean
}

/** What is good to know of any language. A language without diacritics, or with one standard, lacks nothing by it. */
const CAPABILITIES: readonly Capability[] = [
  {
    field: 'locale',
    sentence: 'CLDR, the data of the world’s languages, has nothing of it: numbers are written as in international English.',
    isKnown: ({ locale }) => locale !== UNKNOWN_LOCALE,
  },
  {
    field: 'dates.months',
    sentence: 'Months have their English names.',
    isKnown: ({ dates, locale }) => dates?.months !== undefined || locale !== UNKNOWN_LOCALE,
  },
  {
    field: 'typography.quotes',
    sentence: 'Quotation marks are set as they are written, and not checked.',
    isKnown: ({ typography }) => typography?.quotes !== undefined,
  },
  {
    field: 'alphabet.letters',
    sentence: 'Letters that the language does not have are not found.',
    isKnown: ({ alphabet }) => alphabet !== undefined,
  },
  {
    field: 'numbers',
    sentence: 'Numbers in words are not held against the source.',
    isKnown: ({ numbers }) => numbers !== undefined,
  },
  {
    field: 'clock',
    sentence: 'Of times of day, those in words are not understood.',
    isKnown: ({ clock }) => clock !== undefined,
  },
  {
    field: 'timeUnits',
    sentence: 'Hours that a translation made of minutes are not found.',
    isKnown: ({ timeUnits }) => timeUnits !== undefined,
  },
  {
    field: 'negation',
    sentence: 'A “not” that a translation lost is not found.',
    isKnown: ({ negation }) => negation !== undefined,
  },
  {
    field: 'acronyms',
    sentence: 'What stands for an English acronym is known from the glossary alone.',
    isKnown: ({ tag, acronyms }) => tag === SOURCE_TAG || acronyms !== undefined,
  },
  {
    field: 'hyphenation',
    sentence: 'Words are not parted at the ends of lines.',
    isKnown: ({ hyphenation, derivedFrom }) =>
      hyphenation !== undefined || (derivedFrom !== undefined && packOf(derivedFrom.language).hyphenation !== undefined),
  },
  {
    field: 'dictionaries',
    sentence: 'Spelling is not checked.',
    // Texts that are written from others are checked there.
    isKnown: ({ dictionaries, derivedFrom }) =>
      dictionaries !== undefined || (derivedFrom !== undefined && packOf(derivedFrom.language).dictionaries !== undefined),
  },
]

/** What the pipeline does not know of a language; nothing where its pack and CLDR have all. @throws for a tag that has no pack */
export function lacks(tag: Tag): readonly Lack[] {
  const pack = packOf(tag)
  return CAPABILITIES.filter(({ isKnown }) => !isKnown(pack)).map(({ field, sentence }) => ({ field, sentence }))
}
