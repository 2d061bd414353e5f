/**
 * What people are told: a sentence that is always the same, or a template with values. English stands in the code, as in
 * gettext, and is what other languages have their wordings by.
 */
export type Words = string | Worded

export interface Worded {
  /** The English, with the name of each value in braces. */
  readonly template: string
  readonly values: Values
}

/** A value is said as it is, or is a wording itself. */
type Values = Readonly<Record<string, string | number | Worded>>

/** Makes a wording: wording`The source has the term “${{ term }}”.` */
export function wording(parts: TemplateStringsArray, ...named: readonly Values[]): Worded {
  const names = named.flatMap(Object.keys)
  return {
    template: parts.map((part, at) => (names[at] === undefined ? part : `${part}{${names[at]}}`)).join(''),
    values: Object.assign({}, ...named) as Values,
  }
}

/** A word from a table, which is said within others and has a wording of its own. */
export function said(template: string): Worded {
  return { template, values: {} }
}

/** The template that a language has its wording by. */
export function templateOf(words: Words): string {
  return typeof words === 'string' ? words : words.template
}

/** Puts the values of words into a text: their template, or its wording in a language. */
export function filled(text: string, words: Words, say: (value: Worded) => string): string {
  if (typeof words === 'string') return text
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(words.values, name)) return whole
    const value = words.values[name]!
    return typeof value === 'object' ? say(value) : String(value)
  })
}

export function inEnglish(words: Words): string {
  return filled(templateOf(words), words, inEnglish)
}
