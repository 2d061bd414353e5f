/**
 * Limits of PDF/A (ISO 19005-2, 6.1.13): names and strings in bytes, numbers, nesting of graphics states, and a page’s side in
 * points.
 */
export const LIMITS = {
  name: 127,
  string: 32_767,
  integer: 2_147_483_647,
  real: { least: 1.175e-38, most: 3.403e38 },
  depth: 28,
  side: [3, 14_400],
} as const

/** True for a number beyond these limits. */
export function isOutOfReach(value: number): boolean {
  const size = Math.abs(value)
  if (Number.isInteger(value)) return size > LIMITS.integer
  return size > LIMITS.real.most || size < LIMITS.real.least
}

/** Operands of this length or shorter are within all limits. */
const SHORT = 9

/** True for a content stream operand, as written, that is longer than the limits or a number beyond them. */
export function isOperandOutOfReach(operand: string): boolean {
  if (operand.length <= SHORT) return false
  if (operand.startsWith('/')) return operand.length - 1 > LIMITS.name
  if (operand.startsWith('<')) return (operand.length - 2) / 2 > LIMITS.string
  if (operand.startsWith('(')) return operand.length - 2 > LIMITS.string
  const value = Number(operand)
  return isOutOfReach(value) || (value === 0 && /[1-9]/.test(operand))
}
