import type { TranslationRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** The sign that ends a text. */
export const endPunctuation: TranslationRule = {
  id: 'end-punctuation',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'a text ends with another sign than its source',
  example: { bad: 'Who speaks? → Kush flet.', good: 'Who speaks? → Kush flet?' },
  // A comma and a semicolon both go on: which of them parts a list’s items is a language’s own habit.
  find: ({ kind, prose, english }) => {
    const [theirs, own] = [lastSign(english.visible), lastSign(prose.visible)]
    if (theirs === own || (/[,;]/.test(theirs) && /[,;]/.test(own))) return []
    if (kind === 'item' && !/[!?:…]/.test(theirs + own)) return []
    // Of the full stop of an abbreviation nobody can tell whether it ends the text too.
    if (theirs + own === '.' && (own === '.' ? isAbbreviation(prose.visible) : ABBREVIATION.test(english.visible))) return []
    // A last sentence is a sentence, though the source leaves its own without a sign; and so is a question.
    if (theirs === '' && /[.!?…]/.test(own) && (SEVERAL.test(prose.visible) || (own === '?' && ASKING.test(english.visible)))) return []
    // A remark in brackets may lose them in translation.
    if (BRACKETED.test(english.visible) && !/[)\]]\s*$/.test(prose.visible)) return []
    if (theirs === '?' && /[.!]/.test(own) && (!QUESTION.test(english.visible) || BY_THE_WAY.test(english.visible))) return []
    const start = prose.visible.trimEnd().length - 1
    return [
      {
        // How loudly a text calls is a language’s own habit too.
        ...(/^[!.…]{2}$/.test(theirs + own) && { severity: 'info' as const }),
        message: theirs === '' ? 'The source ends with no sign.' : wording`The source ends with “${{ sign: theirs }}”.`,
        found: prose.visible.slice(-16).trim(),
        expected: theirs === '' ? 'no sign at the end' : theirs,
        remedy: 'End the text as the source does.',
        start: Math.max(0, start),
        end: Math.max(0, start + 1),
      },
    ]
  },
}

/** The end of a sentence before the last one. */
const SEVERAL = /[\p{L}\p{N})”“"][.!?…]["”“»)]*\s+["„“«(]*\p{Lu}[^.!?…]*[.!?…]["”“»)]*\s*$/u

/** Beginnings of questions without a question mark: “Why you left”, “2.1 How to begin”. */
const ASKING =
  /^(?:[\d.]+[.)]?\s+|\p{L}[.)]\s+)?["“‘'(]*(?:who|whom|whose|what|when|where|why|how|which|whether|are|is|do|does|did|have|has|can|could|will|would|should)\b/iu

/** A sign within brackets that end the text: “Clear the list (for good!)” */
const BRACKETED = /\([^()]*[.!?:;,…]\)\s*$/u

/** Beginning of an English question. “You left, maybe?” is one only by its tone. */
const QUESTION =
  /(?:^|[.!?:…]\s+)["“‘'(*]*(?:and |but |so |or |then )?(?:who|whom|whose|what|when|where|why|how|which|is|are|am|was|were|do|does|did|don’t|don't|isn’t|isn't|can|could|will|would|should|shall|may|might|must|have|has|had|in what|to what|by what|for what)\b[^.!?]*\?[^?]*$/iu

/** Ends of questions that are statements or requests in other languages: “check it maybe?”, “let’s go, shall we?” */
const BY_THE_WAY =
  /(?:\bmaybe|\bperhaps|,\s*(?:shall we|will you|would you|okay|ok|right|eh|(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)n[’']t (?:it|they|we|you|he|she)))\?["”’')\]]*\s*$/iu

/** English abbreviations that a text may end with. */
const ABBREVIATION = /(?<!\p{L})(?:etc|al|[ap]\.m|Inc|Ltd|Co|Corp|Jr|Sr|St|No|e\.g|i\.e|vs|approx|\p{Lu}(?:\.\p{Lu})+)\.["'”’)\]]*\s*$/u

/** One of . ! ? : ; , … at the very end, brackets, quotation marks and pictures aside. */
function lastSign(visible: string): string {
  const sign = /([.!?:;,…])["'”“’‘»«)\]\s\p{So}]*$/u.exec(visible)?.[1] ?? ''
  return sign === '…' || /\.{3}["'”“’‘»«)\]\s\p{So}]*$/u.test(visible) ? '…' : sign
}

/** „2018.“, „и др.“: the full stop belongs to the word. */
function isAbbreviation(visible: string): boolean {
  return /(?:\d|(?<!\p{L})\p{Ll}{1,4}|\p{Lu})\.[)\]"”“»]*\s*$/u.test(visible)
}
