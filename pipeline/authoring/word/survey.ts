import type { Element, ElementContent } from 'xast'
import { linear } from './equations.ts'
import { childOf, elementsIn, isElement, isOn } from './parts.ts'

/** A paragraph of Word, with what is seen of it. */
export interface Paragraph {
  readonly element: Element
  /** Words that stand in it, without those of text boxes in it. */
  readonly text: string
  /** Runs with words. */
  readonly runs: readonly Element[]
  /** True in a table. */
  readonly isInTable: boolean
  /** True in a text box. */
  readonly isInBox: boolean
}

/**
 * Elements whose words do not stand in the text: what was deleted or moved away, and the second form of a drawing, for programs
 * that cannot show the first (ISO/IEC 29500-3, 9.3).
 */
const SILENT: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:pPr', 'w:rPr', 'w:sectPr', 'w:tblPr', 'w:tcPr', 'w:trPr']) // prettier-ignore

/** Lists the paragraphs of a part in order, those of text boxes after the paragraph that they stand in. */
export function paragraphsIn(root: Element): Paragraph[] {
  const found: Paragraph[] = []
  const look = (element: Element, isInTable: boolean, isInBox: boolean): void => {
    for (const child of element.children) {
      if (child.type !== 'element' || SILENT.has(child.name)) continue
      if (child.name === 'w:p') {
        const runs = [...ownRuns(child)]
        found.push({ element: child, text: runs.map(textOfRun).join(''), runs: runs.filter((run) => textOfRun(run).trim() !== ''), isInTable, isInBox }) // prettier-ignore
      }
      look(child, isInTable || child.name === 'w:tbl', isInBox || child.name === 'w:txbxContent')
    }
  }
  look(root, false, false)
  return found
}

/** Runs of a paragraph and equations in it, but not those of text boxes. */
function* ownRuns(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.type !== 'element' || SILENT.has(child.name) || child.name === 'w:txbxContent') continue
    if (child.name === 'w:r' || child.name === 'm:oMath') yield child
    if (child.name !== 'm:oMath') yield* ownRuns(child)
  }
}

/** Elements of a run that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '\u2011',
}

/** The words of a run. Those that it hides are none. */
function textOfRun(run: Element): string {
  return isHidden(run) ? '' : textOfPart(run)
}

/** All that is written in an element, hidden or not. */
export function written(element: Element): string {
  return element.children.map((child) => textOfPart(child)).join('')
}

function textOfPart(node: ElementContent): string {
  if (node.type !== 'element' || SILENT.has(node.name) || node.name === 'w:txbxContent') return ''
  if (node.name === 'm:oMath') return linear(node)
  if (node.name === 'mc:AlternateContent')
    return (
      formsOf(node)
        .map(written)
        .find((text) => text !== '') ?? ''
    )
  if (node.name === 'w:t' || node.name === 'w:delText') return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('') // prettier-ignore
  return SIGNS[node.name] ?? written(node)
}

function formsOf(element: Element): Element[] {
  return element.children.filter((child) => isElement(child))
}

/** True for a run that Word does not show (ISO/IEC 29500-1, 17.3.2.41). */
export function isHidden(run: Element): boolean {
  return isElement(run, 'w:r') && isOn(childOf(run, 'w:rPr'), 'w:vanish') === true
}

/** The texts of the paragraphs in an element, hidden and deleted ones too, parted by blanks. */
export function textIn(element: Element): string {
  let text = ''
  for (const each of elementsIn(element, 'w:p', 'w:t', 'w:delText', 'w:tab', 'w:br', 'a:p', 'a:t'))
    text += /:(?:t|delText)$/.test(each.name) ? each.children.map((child) => (child.type === 'text' ? child.value : '')).join('') : ' '
  return text.replaceAll(/\s+/g, ' ').trim()
}
