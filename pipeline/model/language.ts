/**
 * The tag of a language and script that an edition can have, as BCP 47 writes it: `sq`, `sr-Cyrl`. The language packs say which
 * there are. Bare `sr` is none: i18next and Intl resolve it differently.
 */
export type Tag = string

/** The tag of the language that documents are written in. */
export const SOURCE_TAG: Tag = 'en'
