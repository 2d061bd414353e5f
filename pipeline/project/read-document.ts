import type { Opened, Reader } from '../catalog/library.ts'
import type { LinkFault } from '../model/document.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import type { Bearings } from './bearings.ts'

/** A document with its texts, and what its links ask of others. */
export interface ReadDocument {
  readonly opened: Opened
  readonly bearings: Bearings
  /** The places of documents that its links lead into, its own among them. */
  readonly anchorsOf: (document: string) => Anchors | undefined
}

/** What is wrong with a link that may be right, or wrong otherwise, where there are other documents. */
const DOCUMENT_FAULTS: ReadonlySet<string> = new Set<LinkFault>(['document', 'outside', 'foreign'])

/**
 * @param anchorsIn gives the places of another document; nothing for one that cannot be read
 * @throws Failure where a file of the document is missing or malformed
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
