import type { Element, Root } from 'hast'
import { continueItems } from './continued-items.ts'
import { elementsWithin, h, isTag, replaceChild, textOf } from './nodes.ts'
import { LOOSE, NUMBER, TASK } from '../item-marks.ts'

/** Numbers lists as they were, in place: one that goes on after a paragraph begins where it stopped, two right after each other are two. */
export function numberLists(root: Root): void {
  continueItems(root)
  takeTasks(root)
  takeParagraphs(root)
  for (const { element: list, around } of elementsWithin(root)) {
    if (!isTag(list, 'ol')) continue
    const runs: { start: number; next: number; items: Element['children'] }[] = []
    for (const child of list.children) {
      const number = isTag(child, 'li') ? takeNumber(child) : undefined
      const last = runs.at(-1)
      if (!last || (number !== undefined && number !== last.next))
        runs.push({ start: number ?? 1, next: (number ?? 1) + 1, items: [child] })
      else {
        last.items.push(child)
        if (isTag(child, 'li')) last.next++
      }
    }
    if (runs.some(({ start }) => start !== 1) || runs.length > 1)
      replaceChild(around.at(-1)!, list, ...runs.map(({ start, items }) => h('ol', { ...list.properties, start }, ...items)))
  }
}

/** Puts lists that stand between items into the item before, in place, as editors on the web write them; an item’s only paragraph is its text. */
export function nestLists(root: Root): void {
  for (const { element } of elementsWithin(root)) {
    if (isTag(element, 'ul', 'ol')) {
      const items: Element['children'] = []
      for (const child of element.children) {
        const last = items.findLast((each) => isTag(each, 'li'))
        if (isTag(child, 'ul', 'ol') && isTag(last)) last.children.push(child)
        else items.push(child)
      }
      element.children = items
    }
    if (isTag(element, 'li') && element.children.filter((child) => isTag(child, 'p')).length === 1)
      element.children = element.children.flatMap((child) => (isTag(child, 'p') ? child.children : [child]))
  }
}

/** Signs of a task at the beginning of an item, as people type them and as Word’s boxes are. */
const TASK_SIGN = /^\s*([☐☑☒])\s+(?=\S)/u

/** Makes boxes of what tells whether a task is done. */
function takeTasks(root: Root): void {
  for (const { element: item } of elementsWithin(root)) {
    const sign = isTag(item, 'li') ? TASK_SIGN.exec(textOf(item))?.[1] : undefined
    if (sign !== undefined) item.children = [taskBox(sign !== '☐'), ...withoutSign(item, TASK_SIGN).children]
  }
  for (const { element, around } of elementsWithin(root)) {
    const id = element.properties['id']
    if (!isTag(element, 'a') || typeof id !== 'string' || !id.startsWith(TASK)) continue
    replaceChild(around.at(-1)!, element, taskBox(id === `${TASK}true`), ...element.children)
  }
}

function taskBox(isDone: boolean): Element {
  return h('input', { type: 'checkbox', checked: isDone })
}

/** Makes paragraphs of the items of loose lists, in place; what stands after their words stays there. */
function takeParagraphs(root: Root): void {
  for (const { element: item } of elementsWithin(root)) {
    if (!isTag(item, 'li')) continue
    const end = item.children.findIndex((child) => isTag(child, ...AFTER_WORDS))
    const words = end < 0 ? item.children : item.children.slice(0, end)
    const mark = words
      .flatMap((child) => (isTag(child) ? [child, ...elementsWithin(child).map(({ element }) => element)] : []))
      .find(isLoose)
    if (mark) item.children = [h('p', {}, ...words), ...item.children.slice(words.length)]
  }
  for (const { element, around } of elementsWithin(root)) if (isLoose(element)) replaceChild(around.at(-1)!, element, ...element.children)
}

/** Blocks of an item after its words. */
const AFTER_WORDS = ['p', 'ul', 'ol', 'pre', 'blockquote', 'table'] as const

function isLoose({ tagName, properties }: Element): boolean {
  return tagName === 'a' && properties['id'] === LOOSE
}

/** Removes the number that an item carries. */
function takeNumber(item: Element): number | undefined {
  for (const { element, around } of elementsWithin(item)) {
    if (isTag(element, 'li')) return undefined
    const id = element.properties['id']
    if (!isTag(element, 'a') || typeof id !== 'string' || !id.startsWith(NUMBER)) continue
    replaceChild(around.at(-1)!, element, ...element.children)
    return Number(id.slice(NUMBER.length))
  }
  return undefined
}

/** Signs that writers type where a list would be. A dash alone begins direct speech too, one with a tab does not. */
const BULLET = /^\s*(?:[•●▪■◦‣·\uF0B7\uF0A7]\s*|[–—-]\t+)(?=\S)/u

/** Makes lists of paragraphs that begin with a typed bullet or the box of a task, in place, where there are two or more of them. */
export function takeTypedBullets(root: Root): void {
  const parents = new Set([root, ...elementsWithin(root).map(({ element }) => element)])
  for (const parent of parents) {
    const made: Element['children'] = []
    let run: Element[] = []
    const close = (): void => {
      made.push(...(run.length > 1 ? [h('ul', {}, ...run.map((each) => h('li', {}, ...withoutSign(each, BULLET).children)))] : run))
      run = []
    }
    for (const child of parent.children as Element['children']) {
      if (isTag(child, 'p') && (BULLET.test(textOf(child)) || TASK_SIGN.test(textOf(child)))) run.push(child)
      else if (child.type !== 'text' || child.value.trim() !== '') {
        close()
        made.push(child)
      } else if (run.length === 0) made.push(child)
    }
    close()
    parent.children = made
  }
}

/** A block whose first words are without a sign at their beginning. */
function withoutSign(block: Element, sign: RegExp): Element {
  for (const child of block.children) {
    if (textOf(child) === '') continue
    if (child.type === 'text') child.value = child.value.replace(sign, '').trimStart()
    else if (isTag(child)) return { ...block, children: block.children.map((each) => (each === child ? withoutSign(child, sign) : each)) }
    return block
  }
  return block
}
