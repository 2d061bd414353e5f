import { nodesIn, type Node } from './office-xml.ts'

/** Reads a part of a file by its path. */
export type Part = (path: string) => Node | undefined

/** Path of the part that says what a part refers to (ISO/IEC 29500-2, 9.3). */
export function relationsOf(path: string): string {
  const name = path.lastIndexOf('/') + 1
  return `${path.slice(0, name)}_rels/${path.slice(name)}.rels`
}

/** The parts that a part refers to, by their kind. What is no address leads to none. */
export function relatedTo(part: Part, path: string, kind: string): string[] {
  const relations = part(relationsOf(path))
  const from = `file:///${path}`
  return (relations ? nodesIn(relations, 'Relationship') : []).flatMap(({ attributes }) => {
    const target = attributes['Target'] ?? ''
    return attributes['Type']?.endsWith(`/${kind}`) && URL.canParse(target, from) ? [new URL(target, from).pathname.slice(1)] : []
  })
}
