/**
 * True for a valid ISBN, with or without hyphens and spaces. The digits of an ISBN-13, weighted 1 and 3 in turn, sum to a
 * multiple of 10 (ISO 2108:2017, annex C); those of an ISBN-10, weighted 10 to 1, to a multiple of 11, where X is 10.
 */
export function isIsbn(text: string): boolean {
  const digits = text.replaceAll(/[- ]/g, '')
  if (/^97[89]\d{10}$/.test(digits)) return weighted(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0
  return /^\d{9}[\dX]$/.test(digits) && weighted(digits, (at) => 10 - at) % 11 === 0
}

function weighted(digits: string, weight: (at: number) => number): number {
  return Array.from(digits).reduce((sum, digit, at) => sum + weight(at) * (digit === 'X' ? 10 : Number(digit)), 0)
}
