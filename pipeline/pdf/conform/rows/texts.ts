import { Unprintable } from '../../unprintable.ts'
import { sequenceOf, type PrintedFile } from '../printed-file.ts'
import { textDifferences } from '../text-differences.ts'
import type { Element } from '../tree.ts'

/**
 * The print says what the page does: where a face, the paper or a place too narrow failed, words would be blank or cut
 * (gotenberg#44).
 * @throws Unprintable naming the texts
 */
export function refuseOtherTexts(file: PrintedFile): void {
  const differences = textDifferences(file.preparation.texts, spoken(file))
  if (differences.length === 0) return
  throw new Unprintable(
    `The print does not say what the page does: ${differences.map(({ message }) => message).join('; ')}.`,
    differences.map(({ text }) => text),
    'Where a line or a word is too long for its place, shorten it or part it. Where a style of templates/ hides it, take that out. Then build again.',
  )
}

/** What a reader hears of a printed file, without the signs before the items of lists that are no numbers. */
function spoken(file: PrintedFile): string {
  const parts: string[] = []
  const visit = (element: Element): void => {
    const before = parts.length
    for (const kid of element.kids)
      if (kid.kind === 'element') visit(kid)
      else if (kid.kind === 'content') parts.push(sequenceOf(file, kid)?.text ?? '')
    if (element.type === 'Lbl' && !file.marked.has(element) && !/^\d/.test(parts[before] ?? '')) parts.length = before
  }
  visit(file.tree)
  return parts.join('')
}
