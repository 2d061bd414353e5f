import { nodesIn, type Node } from './office-xml.ts'

/** Reads a part of a file by its path. */
export type Part = (path: string) => Node | undefined

/** The parts that a part refers to, by their kind. */
export function relatedTo(part: Part, path: string, kind: string): string[] {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)]
  const relations = part(`${folder}_rels/${name}.rels`)
  return (relations ? nodesIn(relations, 'Relationship') : []).flatMap(({ attributes }) => {
    if (!attributes['Type']?.endsWith(`/${kind}`)) return []
    const target = attributes['Target'] ?? ''
    return [new URL(target, `file:///${folder}`).pathname.slice(1)]
  })
}
