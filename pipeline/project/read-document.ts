import type { Reader } from '../catalog/text-collection.ts'
import type { Opened } from '../catalog/open-document.ts'
import type { LinkFault } from '../model/document.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import type { Bearings } from './bearings.ts'

/** A document with its texts, and its dependencies on others. */
export interface ReadDocument {
  readonly opened: Opened
  readonly bearings: Bearings
  /** Anchors of this document and of those that its links lead into. */
  readonly anchorsOf: (document: string) => Anchors | undefined
}

/** Faults of links that may change when documents are added or removed. */
const DOCUMENT_FAULTS: ReadonlySet<string> = new Set<LinkFault>([
  'document',
  'foreign',
  'absolute',
  'outside',
  'missing',
  'markdown',
  'active',
])

/**
 * Reads a document and the anchors that its links lead to.
 * @param anchorsIn gives the anchors of another document; nothing for one that cannot be read
 * @throws Failure for a missing or malformed file of the document
 */
export async function readWithLinks(
  id: string,
  reader: Reader,
  anchorsIn: (document: string) => Promise<Anchors | undefined>,
): Promise<ReadDocument> {
  const opened = await reader.read(id)
  const { document } = opened.reconciled
  const targets = [...document.links.values()]
  const others = targets.flatMap((target) => (target.kind === 'place' && target.document !== id ? [target] : []))
  const anchors = new Map<string, Anchors | undefined>([[id, anchorsOf(document)]])
  for (const { document: other, fragment } of others) if (fragment !== '') anchors.set(other, await anchorsIn(other))
  return {
    opened,
    bearings: {
      linked: [...new Set(others.map((target) => target.document))],
      isLost: targets.some((target) => target.kind === 'nowhere' && DOCUMENT_FAULTS.has(target.fault)),
      isToldByGit: opened.isToldByGit || reader.site.isToldByGit,
      isNew: opened.isNew,
    },
    anchorsOf: (other) => anchors.get(other),
  }
}
