import type { Element, Nodes } from 'hast'
import type { Interface } from '../edition/interface.ts'
import { wordsInside } from './columns.ts'

/** Says in the edition’s words whether a task is done, in place: a box alone says it in no language to those who do not see it. */
export function labelTasks(tree: Nodes, words: Interface): void {
  if (!('children' in tree)) return
  for (const child of tree.children) labelTasks(child, wordsInside(child, words))
  if (tree.type === 'element' && tree.tagName === 'input' && tree.properties['type'] === 'checkbox') label(tree, words)
}

function label({ properties }: Element, words: Interface): void {
  const { text, language } = words.message(properties['checked'] ? 'task.done' : 'task.open')
  Object.assign(properties, { ariaLabel: text, lang: language })
}
