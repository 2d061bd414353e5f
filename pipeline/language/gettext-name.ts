import type { Tag } from '../model/language.ts'

/** What gettext calls scripts (glibc’s locale modifiers), by ISO 15924. */
const MODIFIERS: Readonly<Record<string, string>> = { Latn: 'latin', Cyrl: 'cyrillic' }

/** Name of a language for gettext: the script is named only where it is not the language’s usual one. */
export function gettextName(tag: Tag): string {
  const [language = tag] = tag.split('-')
  const { script } = new Intl.Locale(tag).minimize()
  return script === undefined ? language : `${language}@${MODIFIERS[script] ?? script.toLowerCase()}`
}

/** The tag that a tool’s name for a language means, such as `sr_RS@latin` or `SQ`. Absent if it means none of the given ones. */
export function tagNamed(name: string, tags: readonly Tag[]): Tag | undefined {
  const [locale = '', modifier] = name.trim().split('@')
  const [language = '', ...others] = locale.toLowerCase().split(/[-_]/)
  const script = Object.keys(MODIFIERS).find((each) => others.includes(each.toLowerCase()) || MODIFIERS[each] === modifier?.toLowerCase())
  const alike = tags.filter((tag) => tag.split('-')[0] === language)
  if (script !== undefined) return alike.find((tag) => new Intl.Locale(tag).maximize().script === script)
  return alike.find((tag) => gettextName(tag) === language) ?? (alike.length === 1 ? alike[0] : undefined)
}
