import { acronymForms } from '../../language/acronyms.ts'
import type { Facts } from '../rule.ts'
import type { Seen } from '../prose.ts'

const ACRONYM =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{2}[\p{Lu}\d]*(?![\d.,]*\d)(?:[-/&][\p{Lu}\d]{2,})*|\p{Lu}\/\p{Lu}{2,})(?:s(?!\p{L}))?(?!\p{L})/gu

/** English words that are no acronyms in capitals either. */
const WORDS = new Set(
  'A AFTER ALL ALWAYS AM AN AND ANY ARE AS ASK AT BE BEFORE BEST BIG BUT BY CAN CLICK DO DONE DOWN END FOR FREE FROM GET GO HAS HELP HERE HOW IF IN INSERT IS LESS LIVE MAY MORE MUST MY NAME NEVER NEW NEXT NO NONE NOT NOTE NOW OF OFF OK ON ONE ONLY OPEN OR OUR OUT OVER PM PRESS READ SAVE SEE SET SHALL SHE SHOW SO START STOP TEST THAN THAT THE THEN THIS TIP TO TOP TWO UP USE VERY VIEW WAS WE WHAT WHEN WHY WILL WITH YES YOU YOUR'.split(
    ' ',
  ),
)
/** As long as no acronym is that is not well known. */
const LONG = 8
/** Words in capitals, one beside the other. */
const SHOUTED = /(?<![\p{L}\d])\p{Lu}[\p{Lu}’']*(?:[^\S\n]+\p{Lu}[\p{Lu}’']*)+(?![\p{L}\d])/gu

/** The acronyms of a text, in the singular; Roman numerals, the halves of the day and words in capitals are none. */
export function acronymsIn(visible: string): string[] {
  const shouted = new Set([...visible.matchAll(SHOUTED)].map(([run]) => run.split(/\s+/)).filter((run) => run.length > 2 || run.some(isWord)).flat()) // prettier-ignore
  return [...visible.matchAll(ACRONYM)].flatMap(([text]) =>
    /^(?:[IVX]+|AM\/PM)$/.test(text) || isWord(text) || shouted.has(text) ? [] : [text.replace(/s$/, '')],
  )
}

function isWord(text: string): boolean {
  return WORDS.has(text) || text.length >= LONG || /(.)\1\1/u.test(text)
}

/** True if a text contains an acronym, also as the word that it has become: Унеско, Натоа, mime. */
export function standsIn({ visible, words }: Seen, form: string): boolean {
  if (visible.includes(form) && wholeForm(form).test(visible)) return true
  // UTF8 and UTF-8
  if (/^\p{L}{2,}\d+$/u.test(form) && visible.includes(form.replace(/\d/, '-$&'))) return true
  // ALT-F10 and ALT F10
  if (/-\p{L}?\d/u.test(form) && visible.includes(form.replaceAll('-', ' '))) return true
  const lower = form.toLowerCase()
  // Three Cyrillic letters may be a word of the language: САД, сад.
  if (form.length < 4) return /^[A-Z]{3}$/.test(form) && words.some((word) => word.lower === lower)
  return words.some(
    (word) => word.lower === lower || (/^\p{Lu}/u.test(word.text) && word.lower.startsWith(lower) && word.text.length <= form.length + 4),
  )
}

const wholeForms = new Map<string, RegExp>()

function wholeForm(form: string): RegExp {
  const known = wholeForms.get(form) ?? new RegExp(`(?<![\\p{L}\\d])${form}(?!\\p{Lu}|\\d)`, 'u')
  wholeForms.set(form, known)
  return known
}

/** A document’s use of acronyms. */
export interface AcronymUsage {
  /** The words of its English that stand in small letters. */
  readonly words: ReadonlySet<string>
  /** English acronym → those that the translations mostly have in its place. */
  readonly own: ReadonlyMap<string, readonly string[]>
  /** English acronyms that the translations mostly put into words: CC → „Копија“. */
  readonly spelledOut: ReadonlySet<string>
}

/** Least number of uses after which an acronym for another counts as the document’s own. */
const OFTEN = 3

const gathered = new WeakMap<Facts, AcronymUsage>()

/** Derives a document’s use of acronyms from its translations. */
export function usageOf(facts: Facts): AcronymUsage {
  const known = gathered.get(facts)
  if (known) return known
  const words = new Set<string>()
  const all = new Map<string, number>()
  const kept = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()
  for (const { english, prose } of facts.translations) {
    for (const { text, lower } of english.words) if (text === lower) words.add(lower)
    const theirs = new Set(acronymsIn(english.visible))
    if (theirs.size === 0) continue
    const own = new Set(acronymsIn(prose.visible).filter((each) => !theirs.has(each)))
    for (const acronym of theirs) {
      all.set(acronym, (all.get(acronym) ?? 0) + 1)
      const isKept = acronymForms(facts.tag, acronym).some((form) => standsIn(prose, form))
      if (isKept) kept.set(acronym, (kept.get(acronym) ?? 0) + 1)
      const counts = pairs.get(acronym) ?? new Map<string, number>()
      for (const each of own) counts.set(each, (counts.get(each) ?? 0) + 1)
      pairs.set(acronym, counts)
    }
  }
  const own = new Map(
    [...pairs].map(([acronym, counts]) => {
      const usual = [...counts].filter(([, count]) => count >= OFTEN && count * 2 > all.get(acronym)!)
      return [acronym, usual.map(([each]) => each)] as const
    }),
  )
  const spelledOut = new Set(
    [...all].flatMap(([acronym, count]) => (count >= OFTEN && (kept.get(acronym) ?? 0) * 3 < count ? [acronym] : [])),
  )
  const usage = { words, own, spelledOut }
  gathered.set(facts, usage)
  return usage
}
