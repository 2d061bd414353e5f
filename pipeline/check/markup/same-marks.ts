import type { Observation, Translation } from '../rule.ts'
import { marksOf, type Marks } from './marks.ts'
import { wording } from '../../wording.ts'

/** Texts of the problem of a translation whose marks differ from the English. */
interface Saying {
  /** Says that the marks are not those of the source. */
  readonly message: string
  readonly remedy: string
  /** Reduces a mark to the part that must be equal. If only the rest differs, the finding is advice. */
  readonly alike?: (mark: string) => string
  /** True if a translator may replace a mark, such as the address of an example. */
  readonly mayReplace?: (lost: string, added: string | undefined) => boolean
  /** False where the translator may well have meant it: the finding is then a warning. */
  readonly isSure?: (lost: readonly string[], added: readonly string[], visible: string) => boolean
  /** Another way to write a mark of this kind: an address that is read as such may stand behind words. */
  readonly otherwise?: keyof Marks
}

/** Holds the marks of one kind against those of the English: the same, each as often. */
export function compareMarks(
  { prose, english }: Translation,
  kind: keyof Marks,
  { message, remedy, alike, mayReplace, isSure, otherwise }: Saying,
): Observation[] {
  const [theirs, own] = [marksOf(english)[kind], marksOf(prose)[kind]]
  if (theirs.length + own.length === 0) return []
  const [lostOtherwise, addedOtherwise] = otherwise ? differenceOf(marksOf(english)[otherwise], marksOf(prose)[otherwise]) : [[], []]
  const [allLost, allAdded] = differenceOf(theirs, own)
  const lost = without(allLost, addedOtherwise)
  const added = without(allAdded, lostOtherwise)
  if (lost.length + added.length === 0) return []
  if (mayReplace && added.length <= lost.length && lost.every((each, at) => mayReplace(each, added[at]))) return []
  const at = added.length > 0 ? prose.raw.indexOf(added[0]!) : -1
  return [
    {
      message,
      found: added.length > 0 ? added.join(', ') : wording`without ${{ lost: lost.join(', ') }}`,
      expected: lost.length > 0 ? lost.join(', ') : wording`without ${{ lost: added.join(', ') }}`,
      remedy,
      severity: areAlike(lost, added, alike) ? 'info' : isSure?.(lost, added, prose.visible) === false ? 'warning' : undefined,
      ...(at >= 0 && { rawStart: at }),
    },
  ]
}

function differenceOf(theirs: readonly string[], own: readonly string[]): [lost: string[], added: string[]] {
  return [without(theirs, own), without(own, theirs)]
}

function areAlike(lost: readonly string[], added: readonly string[], alike: Saying['alike']): boolean {
  if (!alike) return false
  const [theirs, own] = [lost.map(alike), added.map(alike)]
  return without(theirs, own).length + without(own, theirs).length === 0
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return all.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
