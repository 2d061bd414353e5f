import type { Archive } from '../../authoring/word/archive.ts'
import { nodesIn, parseOfficeXml, type Node, type Taking } from './office-xml.ts'

/** Reads a part of a file by its path. Absent if the file has none. */
export type Part = (path: string, taking?: Taking) => Node | undefined

/**
 * A reader of a file’s parts. Each is parsed once, however many refer to it, but for those whose elements are taken one by one.
 * @throws Failure for a damaged part
 */
export function partsOf(archive: Archive, file: string): Part {
  const known = new Map<string, Node | undefined>()
  return (path, taking) => {
    if (known.has(path)) return known.get(path)
    const bytes = archive.get(path)
    const parsed = bytes && parseOfficeXml(bytes, path, file, taking)
    if (!taking) known.set(path, parsed)
    return parsed
  }
}

/** Path of the part that says what a part refers to (ISO/IEC 29500-2, 9.3). */
export function relationsOf(path: string): string {
  const name = path.lastIndexOf('/') + 1
  return `${path.slice(0, name)}_rels/${path.slice(name)}.rels`
}

/** The parts that a part refers to, by their kind. What is no address leads to none. */
export function relatedTo(part: Part, path: string, kind: string): string[] {
  const relations = part(relationsOf(path))
  const from = `file:///${path}`
  const own = (relations ? nodesIn(relations, 'Relationship') : []).filter(({ attributes }) => attributes['Type']?.endsWith(`/${kind}`))
  const targets = new Set(own.map(({ attributes }) => attributes['Target'] ?? ''))
  const paths = [...targets].flatMap((target) => (URL.canParse(target, from) ? [new URL(target, from).pathname.slice(1)] : []))
  return [...new Set(paths)]
}
