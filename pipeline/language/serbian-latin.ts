/**
 * Serbian Cyrillic to Latin: thirty letters, one table. The Pravopis gives each Cyrillic letter one Latin
 * letter; three of them are digraphs, and only their capitals need a rule. Digraphs are written as two
 * letters: the ligatures U+01C4–U+01CC fall apart under NFKC and in searches.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i',
  ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
}

const CYRILLIC_LETTER = /[абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ]/g
const UPPER = /\p{Lu}/u
const LETTER = /\p{L}/u

/**
 * Writes a Serbian text in Latin script. Everything that is not one of the thirty letters stays as it is:
 * Latin words, numbers, signs, soft hyphens. Idempotent.
 */
export function toSerbianLatin(text: string): string {
  return text.replaceAll(CYRILLIC_LETTER, (letter, offset: number) => {
    const lower = letter.toLowerCase()
    const latin = LETTERS[lower]!
    if (letter === lower) return latin
    if (latin.length === 1) return latin.toUpperCase()
    return inCapitals(text, offset) ? latin.toUpperCase() : latin[0]!.toUpperCase() + latin.slice(1)
  })
}

/** Whether the capital at `offset` stands in a word of capitals: ЉУБАВ → LJUBAV, but Љубав → Ljubav, and alone Lj. */
function inCapitals(text: string, offset: number): boolean {
  const next = neighbour(text, offset, 1)
  if (LETTER.test(next)) return UPPER.test(next)
  return UPPER.test(neighbour(text, offset, -1))
}

function neighbour(text: string, offset: number, step: 1 | -1): string {
  let at = offset + step
  while (text[at] === '\u00AD') at += step
  return text[at] ?? ''
}
