import type { Nodes } from 'mdast'

/** A node and all nodes below it in reading order, each before its children. `visit` takes several times as long. */
export function nodesIn(node: Nodes): Nodes[] {
  const nodes: Nodes[] = []
  const add = (each: Nodes): void => {
    nodes.push(each)
    if ('children' in each) for (const child of each.children) add(child)
  }
  add(node)
  return nodes
}
