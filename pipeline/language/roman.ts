/** Cyrillic letters that stand for the signs of Roman numerals where somebody kept the keyboard. */
const SIGNS: Readonly<Record<string, string>> = { Х: 'X', І: 'I', С: 'C', М: 'M' }
const NUMERAL = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/**
 * The Roman numeral that a word is, in Latin letters, where some or all of its letters are Cyrillic; nothing for another
 * word. Of Cyrillic letters alone only „ХХ“ and the like are one: „СМ“ and „МС“ are acronyms.
 */
export function romanFromCyrillic(word: string): string | undefined {
  if (word.length < 2 || !/[ХІСМ]/.test(word)) return undefined
  if (!/[IVXLCDM]/.test(word) && !/^[ХІ]+$/.test(word)) return undefined
  const latin = Array.from(word, (letter) => SIGNS[letter] ?? letter).join('')
  return NUMERAL.test(latin) ? latin : undefined
}
