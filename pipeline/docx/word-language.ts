import { isTag, packOf } from '../language/registry.ts'

/**
 * A language as Word names it: with the territory whose spelling it checks, and with a script where the language has two.
 * Of one that it does not know under its own name, CLDR tells which it is written like.
 * @returns nothing for a name of which nobody says the language: Word knows no `und`
 */
export function wordLanguage(tag: string): string | undefined {
  if (tag === '' || UNKNOWN.test(tag)) return undefined
  const locale = new Intl.Locale(localeOf(tag))
  const { language, script, region } = locale.maximize()
  return [language, ...(locale.script === undefined ? [] : [script]), region].join('-')
}

/** A language that nobody knows, perhaps with its script. */
const UNKNOWN = /^und\b/i

/** A tag without a script that nobody would doubt, as a language of ours where it is one. */
function localeOf(tag: string): string {
  if (isTag(tag)) return packOf(tag).locale
  const { language, region } = new Intl.Locale(tag)
  const scriptOf = (of: string): string | undefined => new Intl.Locale(of).maximize().script
  if (region !== undefined || scriptOf(tag) !== scriptOf(language)) return tag
  return isTag(language) ? packOf(language).locale : language
}
