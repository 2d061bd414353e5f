// JavaScript, because pages of a site run it too.

/**
 * Letters of which people search the plain Latin form, whatever keyboard they have: Cyrillic as Serbian, Macedonian and Bulgarian
 * write it in Latin, and Latin letters that Unicode does not take apart. Accents fall off by themselves.
 * @type {Readonly<Record<string, string>>}
 */
const PLAIN = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'd', е: 'e', ж: 'z', з: 'z', ѕ: 'dz', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's',
  щ: 'st', ъ: 'a', ы: 'y', ь: '', э: 'e', ю: 'ju', я: 'ja', і: 'i', є: 'je', ґ: 'g',
  đ: 'd', ð: 'd', ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', '’': "'", '‑': '-', '\u00A0': ' ', '\u202F': ' ', '\u00AD': '',
} // prettier-ignore

/** Pairs that stand for one letter where a keyboard lacks it: “gradjani” is “građani”, “Kjose” is „Ќосе“. */
const AFTER_SOFTENED = new Set(['d', 'g', 'k'])

/**
 * A text as it is searched: plain small Latin letters. For each unit of `text` there is its offset in the original, and one more for
 * the end.
 * @typedef {{ readonly text: string, readonly offsets: readonly number[] }} SearchForm
 */

/**
 * Takes accents, capitals and the script from a text, so that “cetiri” finds „четири“ and “četiri”.
 * @param {string} original
 * @returns {SearchForm}
 */
export function searchFormOf(original) {
  let text = ''
  /** @type {number[]} */
  const offsets = []
  let at = 0
  for (const letter of original) {
    for (const plain of plainForm(letter)) {
      if (plain === 'j' && AFTER_SOFTENED.has(text.at(-1) ?? '')) continue
      text += plain
      offsets.push(at)
    }
    at += letter.length
  }
  offsets.push(at)
  return { text, offsets }
}

/** @param {string} letter */
function plainForm(letter) {
  if (letter < '\u0080') return letter.toLowerCase()
  const lower = letter.toLowerCase()
  const known = PLAIN[lower]
  if (known !== undefined) return known
  // й, ѓ, ќ and č come apart into a letter and its accent.
  const base = lower.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return base.replaceAll(/./gu, (each) => PLAIN[each] ?? each)
}
