import type { Tag } from '../model/language.ts'

/** What the pipeline knows of a language and script. */
export interface Language {
  /** The locale for Intl: bare `en` would give American dates and the serial comma. */
  readonly formats: string
  /** The language's own word for “language”, for the band of five words. */
  readonly word: string
  /** The edition whose text this one is derived from, letter by letter. */
  readonly derivedFrom?: Tag
}

/** Every language that an edition can have, in the order in which they are listed for readers. */
export const LANGUAGES: Readonly<Record<Tag, Language>> = {
  sq: { formats: 'sq', word: 'gjuhë' },
  mk: { formats: 'mk', word: 'јазик' },
  'sr-Cyrl': { formats: 'sr-Cyrl', word: 'језик' },
  'sr-Latn': { formats: 'sr-Latn', word: 'jezik', derivedFrom: 'sr-Cyrl' },
  en: { formats: 'en-GB', word: 'language' },
}

/** Whether a text is one of the tags; an object's inherited names (`constructor`) are not. */
export function isTag(text: string): text is Tag {
  return Object.hasOwn(LANGUAGES, text)
}
