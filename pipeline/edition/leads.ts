import type { Image, PhrasingContent } from 'mdast'
import type { Tag } from '../model/language.ts'
import type { Document, Picture } from '../model/document.ts'
import type { Lead } from '../model/edition.ts'
import type { Anchors } from '../source/anchors.ts'
import { decoded } from '../source/beside.ts'
import { linkDefinitions, resourceOf } from '../source/links.ts'
import { BEGINNING, isBeginning, isOnTheWeb, targetOf } from '../source/targets.ts'

/** Link targets outside an edition’s own text. */
export interface Around {
  /** Anchors of a document of the publication. Absent if it could not be read. */
  readonly anchorsOf: (document: string) => Anchors | undefined
  /** Language of the edition of another document that a link leads to. Absent if there is none. */
  readonly editionOf: (document: string) => Tag | undefined
}

/** Resolves the links and pictures of a text. A broken link is reduced to its words. */
export type Bind = (nodes: readonly PhrasingContent[]) => PhrasingContent[]

/** Creates the binding for a document’s texts, both source and translations, because an address means the same in all of them. */
export function createBinding(document: Document, { anchorsOf, editionOf }: Around): Bind {
  const definitions = linkDefinitions(document.tree)
  const surroundings = { id: document.id, documents: [], beside: { files: new Map<string, string>(), others: [] } }

  const leadOf = (address: string): Lead | undefined => {
    // Addresses only in translations were not looked up. Places in the page and on the web can still be resolved.
    const target = document.links.get(address) ?? (isOnTheWeb(address) ? targetOf(address, surroundings) : undefined)
    if (target === undefined || target.kind === 'nowhere') return undefined
    if (target.kind !== 'place') return target
    const { document: other, fragment } = target
    const anchors = anchorsOf(other)
    const id = anchors?.get(fragment)
    if (other === document.id)
      return isBeginning(fragment) ? { kind: 'place', id: BEGINNING } : id === undefined ? undefined : { kind: 'place', id }
    const tag = editionOf(other)
    return tag === undefined ? undefined : { kind: 'edition', tag, document: other, id }
  }

  const bind = (node: PhrasingContent): PhrasingContent[] => {
    if (node.type === 'link' || node.type === 'linkReference') {
      const resource = resourceOf(node, definitions)
      const lead = resource && leadOf(resource.url)
      const children = node.children.flatMap(bind)
      return lead ? [{ type: 'link', url: '', title: resource.title ?? null, children, data: { lead } }] : children
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      const resource = resourceOf(node, definitions)
      const picture = resource && document.pictures.get(resource.url)
      const image = picture ? shownImage(node.alt, picture) : missingImage(node.alt, resource?.url)
      // A picture within a line has no place for a caption below.
      return resource?.title ? [image, { type: 'text', value: ` (${resource.title})` }] : [image]
    }
    return ['children' in node ? { ...node, children: node.children.flatMap(bind) } : node]
  }
  return (nodes) => nodes.flatMap(bind)
}

/** Replacement for a picture that cannot be shown: its alternative text, or its file name. */
function missingImage(alternative: string | null | undefined, address = ''): PhrasingContent {
  const [path = ''] = address.split(/[?#]/, 1)
  const value = alternative?.trim() || decoded(path.slice(path.lastIndexOf('/') + 1))
  return { type: 'emphasis', data: { isMissingPicture: true }, children: [{ type: 'text', value }] }
}

/** The image node of a picture. */
function shownImage(alternative: string | null | undefined, picture: Picture): Image {
  return { type: 'image', url: '', alt: alternative ?? '', data: { picture } }
}
