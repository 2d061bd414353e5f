import type { Observation, Translation } from '../rule.ts'
import { marksOf, type Marks } from './marks.ts'
import { wording } from '../../wording.ts'

/** Texts of the problem of a translation whose marks differ from the English. */
interface Saying {
  /** Says that the marks are not those of the source. */
  readonly message: string
  readonly remedy: string
  /** Reduces a mark to the part that must be equal. If only the rest differs, the finding is advice. */
  readonly alike?: Same
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
  const [lostForSure, addedForSure] = alike ? differenceOf(lost, added, alike) : [lost, added]
  const isAlike = lostForSure.length + addedForSure.length === 0
  // What the source says twice, a translation may say once.
  const isStillThere = addedForSure.length === 0 && lostForSure.every((each) => own.includes(each))
  return [
    {
      message,
      found: added.length > 0 ? added.join(', ') : wording`without ${{ lost: lost.join(', ') }}`,
      expected: lost.length > 0 ? lost.join(', ') : wording`without ${{ lost: added.join(', ') }}`,
      remedy,
      severity: isAlike ? 'info' : isStillThere || isSure?.(lostForSure, addedForSure, prose.visible) === false ? 'warning' : undefined,
      ...(at >= 0 && { rawStart: at }),
    },
  ]
}

type Same = (mark: string) => string

/** The marks that only one of two texts has; two that `same` makes equal are one mark. */
function differenceOf(theirs: readonly string[], own: readonly string[], same: Same = (mark) => mark): [lost: string[], added: string[]] {
  return [without(theirs, own, same), without(own, theirs, same)]
}

function without(all: readonly string[], others: readonly string[], same: Same = (mark) => mark): string[] {
  const left = others.map(same)
  return all.filter((each) => {
    const at = left.indexOf(same(each))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
