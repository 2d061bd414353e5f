import { Bookmark, HeadingLevel, Paragraph, type IParagraphOptions, type Table } from 'docx'
import type { Element, ElementContent } from 'hast'
import { ITEM_SPACE } from '../authoring/word/own-edition.ts'
import { BULLETS, LIST_STEP, numbersFrom, TASKS } from './lists.ts'
import { styleId } from './styles.ts'
import { tableOf } from './table.ts'
import { formatOf, wordsOf } from './words.ts'
import { elementsIn, hasClass, type BlockFormat, type Writing } from './writing.ts'

export type Block = Paragraph | Table

/** The headings of pages, one level higher than there: the title is none. */
const HEADINGS: Readonly<Record<string, IParagraphOptions>> = {
  h1: { heading: HeadingLevel.TITLE },
  h2: { heading: HeadingLevel.HEADING_1 },
  h3: { heading: HeadingLevel.HEADING_2 },
  h4: { heading: HeadingLevel.HEADING_3 },
  h5: { heading: HeadingLevel.HEADING_4 },
  h6: { heading: HeadingLevel.HEADING_5 },
}

/** The styles of what has a class, or is an element, of its own. The first that fits counts. */
const STYLES: readonly (readonly [fits: (element: Element) => boolean, style: string])[] = [
  ...(
    [
      ['kind', 'Kind'],
      ['subtitle', 'Subtitle line'],
      ['event', 'Event'],
      ['draft', 'Draft notice'],
      ['alert-label', 'Callout label'],
      ['attribution', 'Attribution'],
      ['source-line', 'Source line'],
      ['part', 'Part label'],
      ['person-words', 'Person'],
      ['original', 'Original spelling'],
    ] as const
  ).map(([name, style]) => [(element: Element) => hasClass(element, name), style] as const),
  [({ tagName }) => tagName === 'dt', 'Term'],
  [({ tagName }) => tagName === 'dd', 'Definition'],
  [({ tagName }) => tagName === 'figcaption' || tagName === 'caption', 'Caption'],
]

/** Elements that hold blocks and are none themselves. */
const HOLDERS = new Set(['div', 'section', 'article', 'figure', 'blockquote', 'dl', 'header'])
/** Elements that are blocks. */
const BLOCKS = new Set([...HOLDERS, 'p', 'ul', 'ol', 'li', 'pre', 'table', 'hr', 'dt', 'dd', 'figcaption', ...Object.keys(HEADINGS)])

/** The blocks of some content. What stands between blocks is a paragraph of its own. */
export function blocksOf(nodes: readonly ElementContent[], format: BlockFormat, writing: Writing): Block[] {
  const blocks: Block[] = []
  let inline: ElementContent[] = []
  const close = (): void => {
    if (inline.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== '')))
      blocks.push(paragraphOf(inline, format, {}, writing))
    inline = []
  }
  for (const node of nodes) {
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      close()
      blocks.push(...blockOf(node, format, writing))
    } else inline.push(node)
  }
  close()
  return blocks
}

function blockOf(element: Element, around: BlockFormat, writing: Writing): Block[] {
  const { tagName, properties, children } = element
  if (properties['dataFootnotes'] !== undefined) return []
  const bookmark = writing.bookmarks.get(properties['id'] ?? '')
  if (bookmark !== undefined) writing.pending.push(bookmark)
  const format = { ...around, text: formatOf(element, around.text) }
  const paragraph = (options: IParagraphOptions): Block[] => [paragraphOf(children, format, options, writing)]
  if (hasClass(element, 'organisers'))
    return elementsIn(children).map((each) => paragraphOf([each], format, { style: 'Organisers' }, writing))
  const style = STYLES.find(([fits]) => fits(element))?.[1]
  // In the programme the names of sessions are no headings that contents list.
  if (tagName === 'h4' && isSessionName(element)) return paragraph({ style: 'Session' })
  // The contents lead to the text, and not back to what stands before them.
  if (tagName === 'h2' && around.isFront) return paragraph({ style: 'Contentsheading' })
  if (HEADINGS[tagName]) return paragraph(HEADINGS[tagName])
  if (tagName === 'hr') return [new Paragraph({ style: 'Rule' })]
  if (tagName === 'pre') return codeOf(element, format, writing)
  if (tagName === 'table') return tableOf(element, format, writing, blocksOf)
  if (tagName === 'ul' || tagName === 'ol') return listOf(element, format, writing)
  if (tagName === 'blockquote') return blocksOf(children, { ...format, style: 'Quotation', depth: format.depth + 1 }, writing)
  if (hasClass(element, 'alert')) return blocksOf(children, { ...format, style: 'Callout' }, writing)
  if (style !== undefined && !elementsIn(children).some((child) => BLOCKS.has(child.tagName))) return paragraph({ style: styleId(style) })
  if (tagName === 'p') return paragraph({ keepNext: isBeforeCaption(element) })
  return blocksOf(children, style === undefined ? format : { ...format, style: styleId(style) }, writing)
}

/** A session’s name: it alone has a heading of this level without an id. */
function isSessionName({ properties }: Element): boolean {
  return properties['id'] === undefined
}

/** A picture stays with the words below it. */
function isBeforeCaption({ children }: Element): boolean {
  return children.length === 1 && children[0]!.type === 'element' && children[0]!.tagName === 'img'
}

/** A paragraph. It has the places that were waiting for one. */
function paragraphOf(
  nodes: readonly ElementContent[],
  { text, style, depth }: BlockFormat,
  options: IParagraphOptions,
  writing: Writing,
): Paragraph {
  const words = wordsOf(nodes, text, writing)
  const places = writing.pending.splice(0)
  // What goes on with an item stands under its words.
  const indent = depth > 0 && !options.numbering ? { indent: { left: LIST_STEP * depth } } : {}
  const children = places.reduce<typeof words>((inner, id) => [new Bookmark({ id, children: inner })], words)
  return new Paragraph({ ...(style !== undefined && { style: styleId(style) }), ...indent, ...options, children })
}

/** Code, a line a line. */
function codeOf(element: Element, format: BlockFormat, writing: Writing): Block[] {
  const lines = textIn(element).replace(/\n$/, '').split('\n')
  const spaced = lines.flatMap((line, at): ElementContent[] => [
    ...(at > 0 ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }] : []),
    // Blanks of code are kept, where those of a text are one.
    { type: 'text', value: line.replaceAll('\t', '    ').replaceAll(' ', '\u00A0') },
  ])
  const code: Element = { type: 'element', tagName: 'code', properties: {}, children: spaced }
  return [paragraphOf([code], format, { style: 'Codeblock' }, writing)]
}

function textIn({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : '')).join('')
}

/** A list. Those of names have no marks. */
function listOf(list: Element, format: BlockFormat, writing: Writing): Block[] {
  const items = elementsIn(list.children)
  if (hasClass(list, 'people', 'authors')) return items.flatMap((item) => blocksOf(item.children, format, writing))
  const instance = writing.lists.push(list.tagName === 'ol' ? Number(list.properties['start'] ?? 1) : 0)
  const reference = list.tagName === 'ol' ? numbersFrom(instance) : BULLETS
  return items.flatMap((item) => {
    const inner = { ...format, text: formatOf(item, format.text), depth: format.depth + 1 }
    const after = elementsIn(item.children)[0]?.tagName === 'p' ? ITEM_SPACE.loose : ITEM_SPACE.tight
    const [first = [], ...rest] = partsOf(item)
    const box = list.tagName === 'ul' ? elementsIn(first).find(({ tagName }) => tagName === 'input') : undefined
    const own = box === undefined ? reference : TASKS[box.properties['checked'] === true ? 'done' : 'open']
    const words = first.filter((node) => node !== box)
    return [
      paragraphOf(words, inner, { numbering: { reference: own, level: format.depth, instance }, spacing: { after } }, writing),
      ...rest.flatMap((part) => blocksOf(part, { ...inner, depth: format.depth + 1 }, writing)),
    ]
  })
}

/** The words that an item begins with, and each block after them. */
function partsOf({ children }: Element): ElementContent[][] {
  const parts: ElementContent[][] = []
  let inline: ElementContent[] = []
  const close = (): void => {
    if (inline.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''))) parts.push(inline)
    inline = []
  }
  for (const child of children) {
    if (child.type !== 'element' || !BLOCKS.has(child.tagName)) inline.push(child)
    else {
      close()
      parts.push(child.tagName === 'p' && parts.length === 0 ? child.children : [child])
    }
  }
  close()
  return parts[0]?.[0] !== undefined && isBlock(parts[0][0]) ? [[], ...parts] : parts
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName)
}
