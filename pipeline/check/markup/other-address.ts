/** A slip changes so many letters of an address at most: exmaple, raporti for report. */
const SLIP = 3

/**
 * True if each address on the web has another in its place, which is no slip of it. What is published in many languages has an
 * address of its own in each, with other words and numbers: nobody can know from it whether it is the same page.
 */
export function isOtherAddress(lost: readonly string[], added: readonly string[]): boolean {
  const isPlaced = lost.length > 0 && lost.length === added.length
  return isPlaced && lost.every((theirs, at) => isOnWeb(theirs) && isOnWeb(added[at]!) && !isNear(theirs, added[at]!))
}

function isOnWeb(address: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(address)
}

/** True if at most so many letters were changed, added or left out. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > SLIP) return false
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    ;[before, row] = [row, [i]]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      row.push(Math.min(before[j - 1]! + (isSame ? 0 : 1), before[j]! + 1, row[j - 1]! + 1))
    }
  }
  return row.at(-1)! <= SLIP
}
