/** Far more characters than any paragraph has. */
const LONGEST = 20_000
/** More marks than a text of that length needs; Markdown’s and ICU’s parsers take quadratic time over runs of them. */
const MARKS = 1000

/** Whether a text would keep the checks busy without being prose: a megabyte, thousands of braces or asterisks. */
export function isTooComplex(text: string): boolean {
  if (text.length > LONGEST) return true
  if (text.length < MARKS) return false
  let marks = 0
  for (let unit = 0; unit < text.length; unit++) if ('*_[]{}<`~!('.includes(text[unit]!)) marks++
  return marks > MARKS
}
