/**
 * Number of typing slips between two words: added, missing, wrong or swapped letters (Damerau–Levenshtein distance, optimal
 * string alignment).
 */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** The known name that was probably meant. Absent if none is similar. Capitals are ignored. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const plain = written.toLowerCase()
  const [nearest] = known
    .map((name) => ({ name, slips: slipsBetween(plain, name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= Math.max(1, Math.min(plain.length, name.length) / 3))
    .sort((a, b) => a.slips - b.slips)
  return nearest?.name
}
