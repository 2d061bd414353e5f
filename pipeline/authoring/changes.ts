import { diffArrays } from 'diff/lib/diff/array.js'
import { differenceOf, differenceText } from '../compare/difference.ts'
import { essence } from './markdown/blocks.ts'
import { beginning } from './notice.ts'

const MOST = 40
const LONGEST = 400

/** Tells how a text has changed, a line for each block. */
export function changesText(before: readonly string[], after: readonly string[]): string[] {
  const lines: string[] = []
  let [was, now] = [0, 0]
  let removed: readonly string[] = []
  const close = (added: readonly string[]): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      const [old, own] = [removed[index], added[index]]
      if (old === undefined) lines.push(`new      ${beginning(own!)}`)
      else if (own === undefined) lines.push(`removed  ${beginning(old)}`)
      else lines.push(`changed  ${changed(old, own)}`)
    }
    removed = []
  }
  for (const part of diffArrays(before.map(essence), after.map(essence))) {
    if (part.removed) {
      close([])
      removed = before.slice(was, was + part.value.length)
    } else close(part.added ? after.slice(now, now + part.value.length) : [])
    if (!part.added) was += part.value.length
    if (!part.removed) now += part.value.length
  }
  close([])
  return lines.length > MOST ? [...lines.slice(0, MOST), `and ${lines.length - MOST} more`] : lines
}

function changed(before: string, after: string): string {
  const text = differenceText(differenceOf(before, after)).replaceAll(/\s+/g, ' ')
  return text.length <= LONGEST ? text : `${beginning(before)} → ${beginning(after)}`
}
