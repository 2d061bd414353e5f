import type { TranslationRule } from '../rule.ts'

/** The sign that ends a text. */
export const endPunctuation: TranslationRule = {
  id: 'end-punctuation',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'a text ends with another sign than its English',
  example: { bad: 'Who speaks? → Kush flet.', good: 'Who speaks? → Kush flet?' },
  // A comma and a semicolon both go on: which of them parts a list’s items is a language’s own habit.
  find: ({ prose, english }) => {
    const [theirs, own] = [lastSign(english.visible), lastSign(prose.visible)]
    if (theirs === own || (/[,;]/.test(theirs) && /[,;]/.test(own)) || (own === '.' && isAbbreviation(prose.visible) && theirs === ''))
      return []
    const start = prose.visible.trimEnd().length - 1
    return [
      {
        message: `The English ends with ${theirs === '' ? 'no sign' : `“${theirs}”`}.`,
        found: prose.visible.slice(-16).trim(),
        expected: theirs === '' ? 'no sign at the end' : theirs,
        remedy: 'End the text as the English does.',
        start: Math.max(0, start),
        end: Math.max(0, start + 1),
      },
    ]
  },
}

/** One of . ! ? : ; , … at the very end, brackets and quotation marks aside. */
function lastSign(visible: string): string {
  const sign = /([.!?:;,…])["”“’‘»«)\]\s]*$/u.exec(visible)?.[1] ?? ''
  return sign === '…' || /\.{3}\s*$/.test(visible) ? '…' : sign
}

/** „2018.“, „и др.“: the full stop belongs to the word. */
function isAbbreviation(visible: string): boolean {
  return /(?:\d|(?<!\p{L})\p{Ll}{1,4}|\p{Lu})\.\s*$/u.test(visible)
}
