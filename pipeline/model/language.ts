/** The tags of the languages and scripts that an edition can have. Bare `sr` is never used: i18next and Intl resolve it differently. */
export type Tag = 'en' | 'sq' | 'mk' | 'sr-Cyrl' | 'sr-Latn'

/** The tag of the language that documents are written in. */
export const SOURCE_TAG = 'en' satisfies Tag
