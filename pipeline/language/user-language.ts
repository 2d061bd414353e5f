import type { Tag } from '../model/language.ts'

/** Variables that name a user’s language, the first that is set before the others (POSIX.1-2024, 8.2). */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/** Scripts as locales of the C library name them. */
const SCRIPTS: Readonly<Record<string, string>> = { latin: 'Latn', cyrillic: 'Cyrl' }

/**
 * Finds the language of a user’s system among some: `sr_RS.UTF-8@latin` → `sr-Latn`, `sq_XK` → `sq`.
 * @param environment the variables of the process
 * @param system the system’s own locale, for systems that set no variable, such as Windows
 * @returns undefined if it is none of them
 */
export function userLanguage(environment: NodeJS.ProcessEnv, system: string, tags: readonly Tag[]): Tag | undefined {
  const set = VARIABLES.map((name) => environment[name]).find((value) => value !== undefined && value !== '') ?? system
  const [, language = '', rest = '', modifier = ''] = /^([a-z]{2,3})\b[_-]?([\w-]*)[^@]*@?(\w*)/i.exec(set.replace(/_/g, '-')) ?? []
  const spoken = localeOf([language, SCRIPTS[modifier], rest].filter(Boolean).join('-'))
  // CLDR takes Montenegrin for Serbian: the language counts as it is named.
  return tags.find((tag) => tag.split('-')[0] === language.toLowerCase() && spoken?.script === localeOf(tag)?.script)
}

/** A locale with its likely script. Absent for a text that names none. */
function localeOf(name: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(name).maximize()
  } catch {
    return undefined
  }
}
