import { distanceOf } from './distance.ts'

/** A slip changes so many letters of an address at most: exmaple, raporti for report. */
const SLIP = 3

/**
 * True if each address on the web has another in its place, which is no slip of it. What is published in many languages has an
 * address of its own in each, with other words and numbers: nobody can know from it whether it is the same page.
 */
export function isOtherAddress(lost: readonly string[], added: readonly string[]): boolean {
  const isPlaced = lost.length > 0 && lost.length === added.length
  return isPlaced && lost.every((theirs, at) => isOnWeb(theirs) && isOnWeb(added[at]!) && distanceOf(theirs, added[at]!, SLIP) > SLIP)
}

function isOnWeb(address: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(address)
}
