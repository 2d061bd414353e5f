import {
  Document,
  LineCounter,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml'

/** What a value of a YAML file is to be: a text, a list of texts, or such values by name. */
export type Settable = string | readonly string[] | Readonly<Record<string, readonly string[]>>

/** A value, and the names that lead to it. */
export interface Setting {
  readonly path: readonly string[]
  readonly value: Settable
}

/** What is put into a text in the place of what stands between two offsets. */
interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
  /** How deep it stands: of what is put in at one place the deepest comes first. */
  readonly depth: number
}

/** Names that a file lacks, in order, with what they lead to. */
type Missing = Map<string, Missing | Settable>

/**
 * Sets values in a YAML text, each a line or a part of one. Comments, blank lines and the rest stay as they are; with what is taken from
 * a list go the comments on it. Pure. Law: the parsed result is the parsed text with the values at their paths.
 * @param text well-formed, its collections on the paths maps
 */
export function withSettings(text: string, settings: readonly Setting[]): string {
  // Of a well-formed text nobody asks for each name whether another is the same.
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: false })
  const nodeAt = nodesOf(document)
  const splices: Splice[] = []
  const missing = new Map<string, { parent: readonly string[]; names: Missing }>()
  for (const { path, value } of settings) {
    const node = nodeAt(path)
    if (isNode(node) && node.range) splices.push({ ...replacement(text, node, value), depth: path.length })
    else {
      const depth = knownDepth(nodeAt, path)
      const parent = path.slice(0, depth)
      const known = missing.get(parent.join('\0')) ?? { parent, names: new Map() }
      missing.set(parent.join('\0'), known)
      add(known.names, path.slice(depth), value)
    }
  }
  for (const { parent, names } of missing.values()) splices.push(...insertions(text, document, parent, names))
  const parts: string[] = []
  let done = 0
  for (const { from, to, text: put } of splices.toSorted((a, b) => a.from - b.from || b.depth - a.depth)) {
    parts.push(text.slice(done, from), put)
    done = to
  }
  return parts.join('') + text.slice(done)
}

/** The node that names lead to. */
type NodeAt = (path: readonly string[]) => unknown

/** As the document’s own look-up, which goes through all names of a map each time. */
function nodesOf({ contents }: Document.Parsed): NodeAt {
  const known = new Map<YAMLMap, Map<unknown, unknown>>()
  const entriesOf = (map: YAMLMap): Map<unknown, unknown> => {
    const entries =
      known.get(map) ?? new Map(map.items.toReversed().map(({ key, value }) => [isScalar(key) ? key.value : key, value] as const))
    known.set(map, entries)
    return entries
  }
  return (path) => path.reduce<unknown>((node, name) => (isMap(node) ? entriesOf(node).get(name) : undefined), contents)
}

/** What takes the place of a value. */
function replacement(text: string, node: Node, value: Settable): Omit<Splice, 'depth'> {
  const isPerLine = isSeq(node) && !node.flow && node.items.length > 0
  return isPerLine && Array.isArray(value) && value.length > 0
    ? itemsByLine(text, node.items as Node[], node.range![0], value as readonly string[])
    : { from: node.range![0], to: endOf(node), text: flow(value) }
}

/**
 * A list with an item on each line. Items that stay keep their lines, with the comments above and behind them.
 * @param start offset of its first dash
 */
function itemsByLine(text: string, items: readonly Node[], start: number, values: readonly string[]): Omit<Splice, 'depth'> {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const known = new Map<unknown, string>()
  let to = from - 1
  for (const item of items) {
    const begin = to + 1
    to = lineEndAfter(text, endOf(item))
    if (isScalar(item)) known.set(item.value, text.slice(begin, to))
  }
  const margin = text.slice(from, start)
  return { from, to, text: values.map((value) => known.get(value) ?? `${margin}- ${flow(value)}`).join('\n') }
}

/** How many names of a path lead to a map that has entries, or to a name with nothing behind it. */
function knownDepth(nodeAt: NodeAt, path: readonly string[]): number {
  const depths = path.map((_, at) => path.length - 1 - at)
  const isKnown = (node: unknown): boolean => hasEntries(node) || isNothing(node)
  return depths.find((depth) => depth === 0 || isKnown(nodeAt(path.slice(0, depth)))) ?? 0
}

/** A value that says nothing: none at all, or YAML’s words for it. */
function isNothing(node: unknown): node is Scalar {
  return isScalar(node) && node.value === null
}

function hasEntries(node: unknown): node is YAMLMap {
  return isMap(node) && (node.items.length > 0 || node.flow === true)
}

function add(names: Missing, [name, ...others]: readonly string[], value: Settable): void {
  if (others.length === 0) return void names.set(name!, value)
  const known = names.get(name!)
  const inner: Missing = known instanceof Map ? known : new Map()
  names.set(name!, inner)
  add(inner, others, value)
}

function insertions(text: string, document: Document.Parsed, parent: readonly string[], names: Missing): Splice[] {
  const map = parent.length === 0 ? document.contents : document.getIn(parent, true)
  return parent.length > 0 && isNothing(map) ? filling(text, document, parent, map, names) : [insertion(text, map, parent, names)]
}

/** Puts names behind one that has nothing. A remark behind it stays there. */
function filling(text: string, document: Document.Parsed, parent: readonly string[], nothing: Scalar, names: Missing): Splice[] {
  const around = parent.length === 1 ? document.contents : document.getIn(parent.slice(0, -1), true)
  const [from, to] = nothing.range!
  const depth = parent.length
  const key = isMap(around)
    ? (around.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === parent.at(-1)) as Scalar)
    : undefined
  if (!key || (around as YAMLMap).flow) return [{ from, to, text: ` ${flowMap(names)}`, depth }]
  const [start, end] = key.range!
  const at = lineEndAfter(text, end)
  const indent = start - text.lastIndexOf('\n', start - 1) - 1
  return [...(to > from ? [{ from, to, text: '', depth }] : []), { from: at, to: at, text: `\n${lines(names, indent + 2)}`, depth }]
}

function insertion(text: string, map: unknown, parent: readonly string[], names: Missing): Splice {
  if (!hasEntries(map)) return { from: text.length, to: text.length, text: `${lineEnd(text)}${lines(names, 0)}\n`, depth: 0 }
  if (map.flow) {
    const last = map.items.at(-1)
    const at = last ? endOf((last.value ?? last.key) as Node) : map.range![0] + 1
    const put = [...names].map(([name, value]) => `${flow(name)}: ${value instanceof Map ? flowMap(value) : flow(value)}`).join(', ')
    return { from: at, to: at, text: last ? `, ${put}` : ` ${put} `, depth: parent.length }
  }
  const at = lineEndAfter(text, endOf(map))
  const start = (map.items[0]!.key as Node).range![0]
  return { from: at, to: at, text: `\n${lines(names, start - text.lastIndexOf('\n', start - 1) - 1)}`, depth: parent.length }
}

/** Where the line ends on which a value does. A text of several lines has its last line end within it. */
function lineEndAfter(text: string, end: number): number {
  const line = text.indexOf('\n', end - (text[end - 1] === '\n' ? 1 : 0))
  return line < 0 ? text.length : line
}

function lineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : '\n'
}

/** Where the last value within a node ends. */
function endOf(node: Node): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1)
    const inner = isMap(node) ? (last as YAMLMap['items'][number]) : undefined
    return endOf((inner ? (isEmpty(inner.value) ? inner.key : inner.value) : last) as Node)
  }
  return node.range![1]
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null && (value.source ?? '') === '')
}

function lines(names: Missing, indent: number): string {
  const margin = ' '.repeat(indent)
  return [...names]
    .map(([name, value]) => `${margin}${flow(name)}:${value instanceof Map ? `\n${lines(value, indent + 2)}` : ` ${flow(value)}`}`)
    .join('\n')
}

function flowMap(names: Missing): string {
  return `{ ${[...names].map(([name, value]) => `${flow(name)}: ${value instanceof Map ? flowMap(value) : flow(value)}`).join(', ')} }`
}

/** A value on one line, as YAML can have it anywhere. */
function flow(value: Settable): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object') return flowMap(new Map(Object.entries(value as Record<string, readonly string[]>)))
  const list = new Document([value])
  visit(list, { Seq: (_, node) => void (node.flow = true) })
  return list.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}
