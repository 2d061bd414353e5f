import { packOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Look, Publication } from '../model/publication.ts'

/** What a look is of: how the publisher wants it, and the languages in it. */
export type Looked = Pick<Publication, 'look' | 'editions'>

/** The style of the publisher’s look, which comes after all others: custom properties that they use. Nothing where it is theirs. */
export function lookStyle({ look: { accent, text }, editions }: Looked): string {
  const own = [accent && accentStyle(accent), text === 'sans' && ':root { --text: var(--sans) }']
  return [...own, ...editions.map(letterStyle)].filter(Boolean).join('\n')
}

/** The letters of a language that faces do not know, in the forms of one that they know. */
function letterStyle(tag: Tag): string | undefined {
  const { letterForms } = packOf(tag)
  return letterForms && `:lang(${tag}) { font-language-override: '${letterForms}' }`
}

/** A reader’s own colours stand above those of any publisher. */
function accentStyle({ light, dark }: NonNullable<Look['accent']>): string {
  return `@media (forced-colors: none) { :root { --accent: ${light}; --turn: ${turnOf(light)} } }
@media screen and (prefers-color-scheme: dark) and (forced-colors: none) { :root { --accent: ${dark} } }`
}

/** The mark before the second line of code that goes on: a drawing reads no properties of the page. */
function turnOf(colour: string): string {
  return `url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 12.5" width="9" height="12.5"><path d="M1 2.5v4h6.5M5 4l2.5 2.5L5 9" fill="none" stroke="%23${colour.slice(1)}" stroke-width=".8"/></svg>')`
}
