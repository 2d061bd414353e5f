/**
 * A word in small letters, as long as it was: the Turkish İ is i, and not i with a dot of its own, as where no language is known
 * (Unicode, SpecialCasing). Of I nobody knows without the language; it is i here, in a text and in what it is compared with.
 */
export function inSmallLetters(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase()
}
