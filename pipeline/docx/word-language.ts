import { isTag, packOf } from '../language/registry.ts'

/**
 * A language as Word names it: with the territory whose spelling it checks, and with a script where the language has two.
 * Of one that it does not know under its own name, CLDR tells which it is written like.
 */
export function wordLanguage(tag: string): string {
  const known = isTag(tag) ? packOf(tag).locale : tag
  const { language, script, region } = new Intl.Locale(known).maximize()
  return [language, ...(new Intl.Locale(known).script === undefined ? [] : [script]), region].join('-')
}
