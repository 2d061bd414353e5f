import type { Heading, Nodes, Paragraph, TableCell } from 'mdast'
import { plainText } from './plain-text.ts'

/** A bare address, which is not translated. */
const ADDRESS = /^(?:[a-z][\w+.-]*:|www\.)\S+$|^\S+@\S+$/i

/**
 * True if a line has no words: numbers, signs, dashes, addresses and code are the same in every language. Such a line is not a
 * segment; only its numbers are localized.
 */
export function isWordless({ children }: Heading | Paragraph | TableCell): boolean {
  return children.length > 0 && children.every(saysNothing)
}

function saysNothing(node: Nodes): boolean {
  switch (node.type) {
    case 'text':
      return !/\p{L}/u.test(node.value)
    case 'inlineCode':
    case 'break':
    case 'footnoteReference':
      return true
    case 'link':
      return !node.title && (ADDRESS.test(plainText(node)) || node.children.every(saysNothing))
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.children.every(saysNothing)
    default:
      // A picture has an alternative text, a reference the title of its definition, an abbreviation its expansion.
      return false
  }
}
