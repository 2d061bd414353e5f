import type { Element, Nodes } from 'hast'
import { unnameBlock } from '../html/block-names.ts'
import { folios } from '../pdf/folios.ts'
import type { PageLayout } from '../pdf/page-layout.ts'
import type { Numbering } from '../model/document.ts'

/** A place where a page of the print begins, as far as can be told: before the first block that begins on it. */
export interface PageBreak {
  readonly id: string
  /** The number that the page bears. */
  readonly label: string
}

/** Marks where the pages of the print begin, in place, and takes away the names of blocks. @returns the pages in their order */
export function markPageBreaks(tree: Nodes, { pages, headings, beginnings }: PageLayout, numbering: Numbering): PageBreak[] {
  const { labels } = folios(pages, numbering === 'roman-front' ? headings.get('text') : undefined)
  const breaks: PageBreak[] = []
  let last = 0
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      const id = String(node.properties['id'])
      const page = headings.get(id) ?? beginnings.get(id)
      const label = page === undefined ? '' : labels[page - 1]!
      if (page !== undefined && page > last && label !== '') {
        last = page
        const mark = `__page-${label}`
        breaks.push({ id: mark, label })
        holderOf(node).children.unshift(breakElement(mark, label))
      }
      unnameBlock(node)
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return breaks
}

/** What a mark may stand in: of a row its first cell, of a figure the caption above it. */
function holderOf(element: Element): Element {
  const first = element.children.find((child) => child.type === 'element')
  const isInside = element.tagName === 'tr' || (element.tagName === 'figure' && first?.tagName === 'figcaption')
  return isInside && first ? first : element
}

function breakElement(id: string, label: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: label },
    children: [],
  }
}
