/** What begins a value or a tag in an ICU message, and two apostrophes, which stand for one there. */
const MEANINGFUL = /[{}<>]|''/

/**
 * The ICU message that says a text as it is: what would have a meaning stands between apostrophes, and each apostrophe
 * beside that is doubled (ICU, “Quoting/Escaping”).
 * Law: the message, formatted, is the text.
 */
export function messageFor(text: string): string {
  if (!MEANINGFUL.test(text)) return text
  return text.replaceAll(/[{}<>][{}<>']*|'/g, (part) => (part === "'" ? "''" : `'${part.replaceAll("'", "''")}'`))
}
