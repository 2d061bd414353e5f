import type { ElementContent } from 'hast'
import { toString } from 'mdast-util-to-string'

/** The words of some content, without those that mark a draft. */
export function wordsOf(content: readonly ElementContent[]): string {
  return content.map((node) => (node.type !== 'element' ? toString(node) : isMark(node.properties) ? '' : wordsOf(node.children))).join('')
}

function isMark({ className }: { readonly className?: unknown }): boolean {
  return Array.isArray(className) && className.includes('draft-mark')
}
