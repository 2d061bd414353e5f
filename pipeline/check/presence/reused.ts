import { shown } from '../../files/identifier.ts'
import { problem, type Problem } from '../../problem.ts'
import { about, type Translation, type WholeRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Shorter texts are labels, of which two may well be one word in another language. */
const WORDS = 3

/** Several English texts, one translation: a line copied into the wrong place. */
export const reused: WholeRule = {
  id: 'reused',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'two different sources have the same translation',
  example: { bad: 'Organising events. → Ngritja e vetëdijes.', good: 'Organising events. → Organizimi i ngjarjeve.' },
  find: ({ translations }) => {
    const first = new Map<string, Translation>()
    const problems: Problem[] = []
    for (const each of translations) {
      if (each.prose.words.length < WORDS) continue
      const name = `${each.tag}\n${each.prose.raw}`
      const other = first.get(name)
      if (!other) first.set(name, each)
      else {
        const likeness = likenessOf(other, each)
        if (likeness !== 'same') problems.push(copy(each, other, likeness))
      }
    }
    return problems
  },
}

/** Words without a counterpart in other languages: “(The) passwords do not match”. */
const UNTOLD: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'some',
  'any',
  'of',
  'to',
  'is',
  'are',
  'be',
  'been',
  'was',
  'were',
  'has',
  'have',
  'please',
  'it',
  'this',
  'that',
  'if',
  'whether',
])
/** Least share of common words for one translation to serve two longer texts. */
const ALIKE = 0.8
/** Words that change the meaning of a text: numbers, and a negation that only one of two texts has. */
const NUMBER = /^\p{N}/u
const NEGATION = /^(?:not?|cannot|never|without|none|nor|.*n[’']t)$/u

/** A share of common words from which two texts may say the same in other words: “Verify whether …”, “Check if …”. */
const REWORDED = 1 / 3

/**
 * How near two English texts are. Nearly equal ones may share a translation; punctuation, capitals and the number of a noun
 * are no difference. Texts that have little in common are surely two.
 */
function likenessOf(a: Translation, b: Translation): 'same' | 'reworded' | 'other' {
  const plain = ({ english }: Translation): Set<string> =>
    new Set(english.words.map(({ lower }) => lower.replace(/(?<=..)(?:e?s|ed|ing)$/, '')).filter((word) => !UNTOLD.has(word)))
  const [own, other] = [plain(a), plain(b)]
  const differing = [...own.symmetricDifference(other)]
  const share = own.intersection(other).size / Math.max(1, own.union(other).size)
  const negations = [own, other].map((words) => [...words].filter((word) => NEGATION.test(word)).length)
  const isTelling = negations[0] !== negations[1] || differing.some((word) => NUMBER.test(word))
  if (!isTelling && (share >= ALIKE || differing.length === 0 || areForms(differing))) return 'same'
  return !isTelling && share >= REWORDED ? 'reworded' : 'other'
}

/** So many letters two forms of a word have in common: expiry, expiration. */
const STEM = 5

/** True if exactly two words differ, and both begin alike. */
function areForms([first, second, ...others]: readonly string[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    others.length === 0 &&
    first.length >= STEM &&
    first.slice(0, STEM) === second.slice(0, STEM)
  )
}

function copy(each: Translation, other: Translation, likeness: 'reworded' | 'other'): Problem {
  return problem({
    rule: 'reused',
    ...about(each),
    source: each.source,
    message: wording`This is also the translation of “${{ key: other.key }}”, whose source is another.`,
    found: shown(each.prose.raw),
    expected: wording`a translation of: ${{ text: shown(each.english.raw) }}`,
    remedy: wording`Compare both with their source; the other one answers: ${{ text: shown(other.english.raw) }}`,
    severity: likeness === 'reworded' ? 'info' : undefined,
  })
}
