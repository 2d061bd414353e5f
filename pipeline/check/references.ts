import type { PhrasingContent } from 'mdast'
import { resourceOf, type Definitions } from '../source/links.ts'
import { normalLabel } from '../source/pieces.ts'

/**
 * Definitions for the references of a segment, which would otherwise be plain text. Notes and labels after link words count as
 * references even if the document lacks their definitions.
 */
export function definitionsFor(raw: string, known: Definitions): string {
  const notes = [...raw.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, name]) => `[^${name}]: .`)
  const links = [...raw.matchAll(/\[(?!\^)((?:\\.|[^[\]\\])+)\]/g)].flatMap(({ 1: label, index }) =>
    raw[index - 1] === ']' || known.has(normalLabel(label!)) ? [`[${label}]: <>`] : [],
  )
  return [...new Set([...notes, ...links])].join('\n\n')
}

/** Replaces references by links and pictures. An undefined label becomes the address. */
export function withoutReferences(node: PhrasingContent, definitions: Definitions): PhrasingContent {
  const copy = { ...node }
  if ('children' in copy) copy.children = copy.children.map((child) => withoutReferences(child, definitions))
  if (copy.type !== 'linkReference' && copy.type !== 'imageReference') return copy
  const { url, title } = resourceOf(copy, definitions) ?? { url: `[${copy.label ?? copy.identifier}]` }
  const target = { url, title: title ?? null, ...(copy.position && { position: copy.position }) }
  return copy.type === 'linkReference'
    ? { type: 'link', ...target, children: copy.children }
    : { type: 'image', ...target, alt: copy.alt ?? null }
}
