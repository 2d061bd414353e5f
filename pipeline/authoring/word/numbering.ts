import type { Element } from 'xast'
import { depthOf, indentOf, type Indent } from './indents.ts'
import { childOf, isElement, valueOf } from './parts.ts'

/** The item that a paragraph is. `number` counts in its list; bullets have none. */
export interface Item {
  readonly isOrdered: boolean
  /** Depth of nesting, from 1. */
  readonly depth: number
  readonly number?: number
  /** Word’s name of another form of numbers than 1, 2, 3: `lowerLetter`. */
  readonly form?: string
  /** True for a paragraph that has no mark, and for all in a table: it goes on with the item before it. */
  readonly isMore?: true
  /** True or false for a task. */
  readonly isDone?: boolean
}

/** Bullets that tell whether a task is done. */
const TASKS: Readonly<Record<string, boolean>> = { '☐': false, '☑': true, '☒': true, '✔': true, '✓': true }

/** A paragraph that may be an item, or go on with one. */
export interface Candidate {
  /** Properties `w:numPr`. Absent if it is no item. */
  readonly numbering: Element | undefined
  /** Its own, which goes before that of its level. */
  readonly own: Indent
  /** Its own or its style’s; of a paragraph in a table, the table’s. Absent for what goes on with no item, such as a heading. */
  readonly indent: Indent | undefined
  /** True if it says that it stands in a list and has no mark, as LibreOffice writes what goes on with an item. */
  readonly isUnmarked: boolean
}

interface Level {
  /** Where the words of its items begin. */
  readonly left: number | undefined
  readonly form: string
  readonly start: number
  readonly sign: string
}

/** The sign of a level whose mark is a picture, or the program’s own. */
const PICTURE = '•'

/** Forms of marks that are no numbers. */
const BULLETS: ReadonlySet<string> = new Set(['bullet', 'none'])

/**
 * Finds the items of lists, and counts them as Word does: each list goes on where it stopped, and a level begins again under each
 * item above it (ISO/IEC 29500-1, 17.9).
 * @param root of `numbering.xml`
 * @param paragraphs in order
 * @returns the items by their paragraphs
 */
export function itemsOf(root: Element | undefined, paragraphs: ReadonlyMap<Element, Candidate>): Map<Element, Item> {
  const levelOf = readLevels(root)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  let open: number[] = []
  // Where the words of the open items begin, by level.
  const words: (number | undefined)[] = []
  const items = new Map<Element, Item>()
  for (const [paragraph, { numbering: properties, own: written, indent, isUnmarked }] of paragraphs) {
    const list = valueOf(properties, 'w:numId')
    const own = Number(valueOf(properties, 'w:ilvl') ?? 0)
    const level = list === undefined ? undefined : levelOf(list, own)
    if (!level || list === undefined) {
      const around = open.map((each) => words[each])
      const depth = indent && (depthOf(indent, around) ?? ((isUnmarked && open.length) || undefined))
      open = open.slice(0, depth ?? 0)
      if (depth !== undefined) items.set(paragraph, { isOrdered: false, depth, isMore: true })
      continue
    }
    const around = open.filter((each) => each <= own)
    if (around.length > 0 && BULLETS.has(level.form) && level.sign.trim() === '') {
      open = around
      items.set(paragraph, { isOrdered: false, depth: around.length, isMore: true })
      continue
    }
    open = [...open.filter((each) => each < own), own]
    words[own] = written.left ?? level.left ?? indent?.left
    const counts = counters.get(level.list) ?? []
    counters.set(level.list, counts)
    // A list that begins anew does so once, and then goes on with the counter of all of its definition.
    if (level.isAnew && !begun.has(`${list} ${own}`)) counts.length = Math.min(counts.length, own)
    begun.add(`${list} ${own}`)
    counts.length = Math.min(counts.length, own + 1)
    const number = (counts[own] ?? level.start - 1) + 1
    counts[own] = number
    const depth = open.length
    items.set(
      paragraph,
      BULLETS.has(level.form)
        ? { isOrdered: false, depth, ...(level.sign in TASKS && { isDone: TASKS[level.sign]! }) }
        : { isOrdered: true, depth, number, ...(level.form !== 'decimal' && { form: level.form }) },
    )
  }
  return items
}

type LevelOf = (list: string, level: number) => (Level & { readonly list: string; readonly isAnew: boolean }) | undefined

function readLevels(root: Element | undefined): LevelOf {
  const all = (name: string): Element[] => (root?.children ?? []).filter((node): node is Element => isElement(node, name))
  const definitions = new Map(all('w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]))
  const lists = new Map(all('w:num').map((each) => [each.attributes['w:numId'] ?? '', each]))
  return (id, index) => {
    const list = lists.get(id)
    const definition = valueOf(list, 'w:abstractNumId') ?? ''
    if (!list || !definitions.has(definition)) return undefined
    const override = levelIn(list, 'w:lvlOverride', index)
    const level = childOf(override, 'w:lvl') ?? levelIn(definitions.get(definition), 'w:lvl', index)
    const anew = valueOf(override, 'w:startOverride')
    return {
      list: definition,
      isAnew: anew !== undefined,
      form: valueOf(level, 'w:numFmt') ?? 'decimal',
      left: indentOf(childOf(level, 'w:pPr')).left,
      sign: childOf(level, 'w:lvlPicBulletId') ? PICTURE : (valueOf(level, 'w:lvlText') ?? PICTURE),
      start: Number(anew ?? valueOf(level, 'w:start') ?? 1),
    }
  }
}

function levelIn(element: Element | undefined, name: string, index: number): Element | undefined {
  return element?.children.find((node): node is Element => isElement(node, name) && node.attributes['w:ilvl'] === String(index))
}
