import type { Prose } from '../prose.ts'
import type { TextRule } from '../rule.ts'
import { isCode } from './notation.ts'

/** Dots in a row; between quotation marks they are what is spoken of, and after ] or > or a name in capitals what may be repeated: “[FILE]...”, “<file>...”, and “|...|” is code. */
const UNQUOTED = /(?<!["„“”«»‘’'.\]>=|]|\w<|\p{Lu}[\p{Lu}\d_]{2,}[,\])}]*)\.{2,}|(?<=["„“”«»‘’'])\.{2,}(?!["„“”«»‘’'.])/gu

/** Dots of paths, ../images and src/.../a, of ranges, 1..5, a..b, B0^..D and A...B, and of code, f(...), f(x, ...), [...list], {...object}. */
const NOTATION_BEFORE = /(?:\/|[\w$%]\((?:[^()]{0,60},\s?|[\w-]{1,40})?|[[{(])$/u
const NOTATION_AFTER = /^\.+(?:\/|[)\]}]|[A-Za-z_$])/u

/** Repetition in a synopsis: (a|b)..., --name ..., x = ..., A B C..., debian/rules name..., name[,name...] */
const REPEATED = /\uFFFC$|\|[^()]{0,60}\)$|(?<!\S)--[\w-]+ $|= $|(?<!\S)\p{L} \p{L}$|\w\/[\w-]+ [a-z]+$|\[, ?[\w-]+$/u

/** A command between quotation marks, whose last word may be repeated: “git add paths...”. */
const COMMAND = /["“'‘](?:git|npm|npx|yarn|pnpm|docker|kubectl|make|sudo|apt|pip|cargo|go|brew|curl|ssh)[ -][a-z][^"”'’]{0,80}$/u

/** So many dots lead to the number of a page, or are room to write in. */
const LEADERS = 6

/** Dots in a row. */
export const ellipsis: TextRule = {
  id: 'ellipsis',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'several full stops stand for the sign …',
  example: { bad: 'dhe kështu me radhë...', good: 'dhe kështu me radhë…' },
  find: ({ prose: { visible } }, _facts, english) =>
    !visible.includes('..') || isCode(visible)
      ? []
      : [...visible.matchAll(UNQUOTED)]
          .filter(
            ({ 0: dots, index }) =>
              dots.length < LEADERS && !isNotation(visible, index, dots.length) && !isCopied(visible, index, dots.length, english),
          )
          .map(({ 0: dots, index }) => ({
            message: dots.length === 2 ? 'Two full stops stand in a row.' : 'Full stops stand for an ellipsis.',
            found: visible.slice(Math.max(0, index - 10), index + dots.length),
            expected: dots.length === 2 ? 'one full stop, or …' : '…',
            remedy: dots.length === 2 ? 'Remove one.' : 'Put the one sign … in their place; it can be copied from here.',
            start: index,
            end: index + dots.length,
            ...(dots.length > 2 && { mended: '…' }),
          })),
}

/** True if dots stand before a word, and the source has both: “dst='..traits” */
function isCopied(visible: string, index: number, length: number, english: Prose | undefined): boolean {
  const word = /^[\p{L}\d_-]{2,}/u.exec(visible.slice(index + length))?.[0]
  return word !== undefined && english !== undefined && english.visible.includes(`${'.'.repeat(length)}${word}`)
}

/** True if dots belong to a path, a range or code. */
function isNotation(visible: string, index: number, length: number): boolean {
  const [before, after] = [visible.slice(Math.max(0, index - 80), index), visible.slice(index, index + length + 1)]
  if (length === 2)
    return /(?:^|[\s(/])$/u.test(before) || after.endsWith('/') || (/[\p{L}\d^~]$/u.test(before) && /[\p{L}\d\uFFFC]$/u.test(after))
  if (/(?<![\p{L}\d])[\p{Lu}\d]{1,2}$/u.test(before) && /[\p{Lu}\d]$/u.test(after)) return true
  // A line of dots.
  if (length > 3 && /(?:^|\s)$/u.test(before) && /^\.+(?:\s|$)/u.test(after)) return true
  if (REPEATED.test(before) || COMMAND.test(before) || (/\[[\w-]+ $/u.test(before) && after.endsWith(']'))) return true
  const opening = NOTATION_BEFORE.exec(before)?.[0]
  if (opening === '/' || after.endsWith('/')) return true
  // “(...)” and “[...]” leave something out of a quotation; f(...) and [...list] are code.
  return opening !== undefined && NOTATION_AFTER.test(after) && (/^[\w$%]/u.test(opening) || /[A-Za-z_$]$/u.test(after))
}
