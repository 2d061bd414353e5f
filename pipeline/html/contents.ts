import type { Edition } from '../model/edition.ts'
import { labelOf } from './labels.ts'

/** A window beside the text has room for so many lines of contents; of more, those of chapters alone are listed. */
const MOST_ENTRIES = 30

/**
 * The contents of a web page: the headings of chapters, and of their sections where there are not too many.
 * @param beside editions in the further columns, whose headings have the same ids
 */
export function contentsOf({ outline, tag }: Edition, beside: readonly Edition[] = []) {
  const upTo = (level: number) => outline.filter(({ depth }) => depth <= level)
  const entries = upTo(3).length <= MOST_ENTRIES ? upTo(3) : upTo(2)
  return entries.map(({ id, depth, phrase }) => ({
    id,
    level: depth,
    label: labelOf(phrase, tag),
    others: headingsBeside(id, beside),
  }))
}

/** A heading in the further columns of a parallel edition, each in its language. */
export function headingsBeside(id: string, beside: readonly Pick<Edition, 'tag' | 'outline'>[]) {
  return beside.flatMap(({ tag, outline }) => {
    const same = outline.find((each) => each.id === id)
    return same ? [{ tag, label: labelOf(same.phrase, tag) }] : []
  })
}
