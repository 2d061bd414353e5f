import type { Image, PhrasingContent } from 'mdast'
import type { Tag } from '../model/language.ts'
import type { Document, Picture } from '../model/document.ts'
import type { Lead } from '../model/edition.ts'
import type { Anchors } from '../source/anchors.ts'
import { decoded } from '../source/beside.ts'
import { linkDefinitions, resourceOf } from '../source/links.ts'
import { BEGINNING, isBeginning, isOnTheWeb, targetOf } from '../source/targets.ts'

/** What an edition's links may lead to beside its own text. */
export interface Around {
  /** The places of a document of the publication; nothing for one that could not be read. */
  readonly anchorsOf: (document: string) => Anchors | undefined
  /** The language of the edition of another document that a link leads to; nothing where there is none. */
  readonly editionOf: (document: string) => Tag | undefined
}

/** Has the links and pictures of a text lead somewhere: those that lead nowhere keep their words alone. */
export type Bind = (nodes: readonly PhrasingContent[]) => PhrasingContent[]

/** What binds the texts of a document, its source as well as its translations: an address means the same in all of them. */
export function createBinding(document: Document, { anchorsOf, editionOf }: Around): Bind {
  const definitions = linkDefinitions(document.tree)
  const surroundings = { id: document.id, documents: [], beside: { files: new Map<string, string>(), others: [] } }

  const leadOf = (address: string): Lead | undefined => {
    // What no link of the document names was not looked for; a place in the page or on the web is there all the same.
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
      // A picture in a line of text has no place for a caption under it.
      return resource?.title ? [image, { type: 'text', value: ` (${resource.title})` }] : [image]
    }
    return ['children' in node ? { ...node, children: node.children.flatMap(bind) } : node]
  }
  return (nodes) => nodes.flatMap(bind)
}

/** What stands in the place of a picture that cannot be shown: its words, or else the name of its file. */
function missingImage(alternative: string | null | undefined, address = ''): PhrasingContent {
  const [path = ''] = address.split(/[?#]/, 1)
  const value = alternative?.trim() || decoded(path.slice(path.lastIndexOf('/') + 1))
  return { type: 'emphasis', data: { isMissingPicture: true }, children: [{ type: 'text', value }] }
}

/** An image of a picture that was read. */
function shownImage(alternative: string | null | undefined, picture: Picture): Image {
  return { type: 'image', url: '', alt: alternative ?? '', data: { picture } }
}
