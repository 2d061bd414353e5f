/** Of names and strings in bytes, numbers, graphics states in each other, and a page’s side in points (ISO 19005-2, 6.1.13). */
export const LIMITS = {
  name: 127,
  string: 32_767,
  integer: 2_147_483_647,
  real: { least: 1.175e-38, most: 3.403e38 },
  depth: 28,
  side: [3, 14_400],
} as const

/** Whether a number is one that not every reader can hold. */
export function isOutOfReach(value: number): boolean {
  const size = Math.abs(value)
  if (Number.isInteger(value)) return size > LIMITS.integer
  return size > LIMITS.real.most || size < LIMITS.real.least
}

/** No operand so short is out of reach. */
const SHORT = 9

/** Whether an operand of a content stream, as it is written, is longer than every reader can hold, or a number out of reach. */
export function isOperandOutOfReach(operand: string): boolean {
  if (operand.length <= SHORT) return false
  if (operand.startsWith('/')) return operand.length - 1 > LIMITS.name
  if (operand.startsWith('<')) return (operand.length - 2) / 2 > LIMITS.string
  if (operand.startsWith('(')) return operand.length - 2 > LIMITS.string
  const value = Number(operand)
  return isOutOfReach(value) || (value === 0 && /[1-9]/.test(operand))
}
