import type { Root } from 'hast'
import { beginning, type Notice } from '../notice.ts'
import { elementsWithin, isTag, textOf } from './nodes.ts'

/** What a page shows in a window of its own, or plays. A document has no such thing. */
const EMBEDDED = ['iframe', 'object', 'embed', 'audio', 'math', 'svg']

/** Tells of what is embedded in a page, and is left out: with its address, or its words. A drawing without either is a sign. */
export function embeddedIn(root: Root): Notice[] {
  const found = elementsWithin(root).flatMap(({ element, around }) => {
    if (!isTag(element, ...EMBEDDED) || around.some((each) => isTag(each, ...EMBEDDED))) return []
    const { src, data } = element.properties
    const told = [src ?? data, textOf(element)].filter((each): each is string => typeof each === 'string' && each.trim() !== '')
    return told.length > 0 ? [`${element.tagName} (${beginning(told.join(': '), 200)})`] : []
  })
  if (found.length === 0) return []
  return [{ kind: 'lost', what: `Parts of the page that no document holds were left out: ${found.join(', ')}.`, remedy: 'Write into document.md what readers need of them, or a link to their address.' }] // prettier-ignore
}
