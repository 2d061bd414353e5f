/** Syntax of ICU messages: braces, tags, and two apostrophes, which mean one. */
const MEANINGFUL = /[{}<>]|''/

/**
 * The ICU message for a literal text. Syntax is quoted with apostrophes, and other apostrophes are doubled (ICU,
 * “Quoting/Escaping”). Law: the formatted message equals the text.
 */
export function messageFor(text: string): string {
  if (!MEANINGFUL.test(text)) return text
  return text.replaceAll(/[{}<>][{}<>']*|'/g, (part) => (part === "'" ? "''" : `'${part.replaceAll("'", "''")}'`))
}
