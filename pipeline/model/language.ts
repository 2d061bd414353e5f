/**
 * BCP 47 tag of an edition’s language and script, such as `sq` or `sr-Cyrl`. The language packs define the known tags. Bare `sr`
 * is not one: i18next and Intl resolve it differently.
 */
export type Tag = string

/** Tag of the source language. */
export const SOURCE_TAG: Tag = 'en'
