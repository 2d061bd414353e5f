/** What is known of a 16-bit unit. */
const ABSENT = 1
const PRESENT = 2
/** Half of a pair: what the pair is, the expression tells. */
const HALF = 3

/**
 * Creates a test for a sign of a class in a text, equal to the class’s expression and about ten times as fast: each 16-bit unit is
 * asked for once, and then taken from a table.
 * @param sign matches one sign, without looking around it, such as `/\p{Script=Latin}/u`
 */
export function hasSign(sign: RegExp): (text: string) => boolean {
  const known = new Uint8Array(0x10000)
  const learn = (unit: number): number => {
    const isHalf = unit >= 0xd800 && unit <= 0xdfff
    return (known[unit] = isHalf ? HALF : sign.test(String.fromCharCode(unit)) ? PRESENT : ABSENT)
  }
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const kind = known[unit] || learn(unit)
      if (kind !== ABSENT) return kind === PRESENT || sign.test(text)
    }
    return false
  }
}
