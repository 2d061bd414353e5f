import type { Interface } from '../edition/interface.ts'
import type { Edition, Phrase } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import { parseInline } from '../source/markdown.ts'

/** Whom a document’s readers ask: as it says itself, else as the publisher says. Addresses in it are links. */
export function contactOf({ contact }: Edition, publication: Publication, words: Interface): Phrase | false {
  if (contact || publication.contact === undefined) return contact ?? false
  const label = words.message('publisher.contact')
  const nodes = parseInline(label.text, '', 'front').map((node) =>
    node.type === 'link' ? { ...node, data: { lead: { kind: 'address' as const, url: node.url } } } : node,
  )
  return { ...label, nodes, stale: false }
}
