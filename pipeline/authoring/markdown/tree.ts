import type { Element, Root as HtmlRoot } from 'hast'
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { ALERT, classesOf, isTag, textOf } from '../html/nodes.ts'
import { NOTE, REFERENCE } from '../html/notes.ts'

declare module 'mdast' {
  interface Data {
    /** The writer’s style of the paragraph, until the document is written. */
    style?: 'title' | 'subtitle' | 'caption'
  }
}

/** Type of a phrase in HTML until the tree is made: hast-util-to-mdast takes HTML for a block, which would part an item’s words. */
const PHRASE = 'mdxTextExpression' as const

const phrase = (value: string): PhrasingContent => ({ type: PHRASE, value }) as never

/** Phrases as HTML that the product takes. */
function tagged(state: State, element: Element, name: 'sub' | 'sup'): Nodes[] {
  if (textOf(element).trim() === '' || holdsBlocks(element)) return state.all(element)
  return [phrase(`<${name}>`), ...state.all(element), phrase(`</${name}>`)]
}

const styleOf = (element: Element): 'title' | 'subtitle' | 'caption' | undefined =>
  (['title', 'subtitle', 'caption'] as const).find((name) => classesOf(element).includes(name))

const BLOCKS = ['p', 'div', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => isTag(child) && (isTag(child, ...BLOCKS) || holdsBlocks(child)))
}

/** A mark around blocks, such as one that was never closed, marks none of their words: Markdown has it within a block alone. */
const marked =
  (type: 'strong' | 'emphasis' | 'delete'): Handle =>
  (state, element) =>
    holdsBlocks(element) ? state.all(element) : { type, children: state.all(element) as PhrasingContent[] }

const HANDLERS: Readonly<Record<string, Handle>> = {
  sub: (state, element) => tagged(state, element, 'sub'),
  sup: (state, element) => tagged(state, element, 'sup'),
  b: marked('strong'),
  strong: marked('strong'),
  em: marked('emphasis'),
  i: marked('emphasis'),
  u: marked('emphasis'),
  del: marked('delete'),
  s: marked('delete'),
  strike: marked('delete'),
  p: (state, element) => {
    const style = styleOf(element)
    return { type: 'paragraph', children: state.all(element) as PhrasingContent[], ...(style && { data: { style } }) }
  },
  blockquote: (state, element) => {
    const children = state.toFlow(state.all(element))
    const kind = element.properties[ALERT]
    const mark = { type: 'html', value: `[!${String(kind).toUpperCase()}]${children[0]?.type === 'paragraph' ? '\n' : ''}` } as const
    const [first] = children
    if (kind !== undefined && first?.type === 'paragraph') first.children.unshift(mark)
    else if (kind !== undefined && first) children.unshift({ type: 'paragraph', children: [mark] })
    return { type: 'blockquote', children }
  },
  // A place is kept as the product writes it; those that nothing leads to are removed later.
  a: (state, element) => {
    const { href, id, name } = element.properties
    const place = id ?? name
    const children = state.all(element) as PhrasingContent[]
    const anchor: PhrasingContent[] = typeof place === 'string' ? [phrase(`<a id="${place.replaceAll('"', '')}"></a>`)] : []
    if (typeof href !== 'string' || href === '') return [...anchor, ...children]
    return [...anchor, { type: 'link', url: withoutSwitches(state.resolve(href)), children }]
  },
  br: (state, element) => {
    void state
    return isTag(element) ? { type: 'break' } : undefined
  },
  span: (state, element) => {
    const label = element.properties[REFERENCE]
    return typeof label === 'string' ? { type: 'footnoteReference', identifier: label, label } : state.all(element)
  },
  [NOTE]: (state, element) => ({ type: 'footnoteDefinition', identifier: labelOf(element), label: labelOf(element), children: state.toFlow(state.all(element)) }), // prettier-ignore
  // Lists in an item are no paragraphs of it, whatever stands in them.
  li: (state, element) => ({ ...defaultHandlers.li(state, element), spread: isSpread(element) }),
}

/** mammoth leaves the switches of Word’s field in an address: `https://a.org" \\l "part` is its part, `\\o` what is shown. */
function withoutSwitches(address: string): string {
  const [url, ...switches] = address.split(/"\s*\\(?=[a-z])/i)
  const part = switches.map((each) => /^l\s*"([^"]*)/i.exec(each)?.[1]).find((each) => each !== undefined)
  return part === undefined ? url! : `${url!}#${part}`
}

/** True for an item that is a paragraph, or has several blocks. The line above a table would be its first. */
function isSpread({ children }: Element): boolean {
  return (
    children.some((child) => isTag(child, 'p', 'table')) ||
    children.filter((child) => isTag(child, 'pre', 'blockquote', 'table', 'div')).length > 1
  )
}

function labelOf(element: Element): string {
  return String(element.properties['label'])
}

/** Turns HTML whose notes, lists and tables are in order into a tree of Markdown. */
export function treeOf(html: HtmlRoot): Root {
  const tree = toMdast(html, { handlers: HANDLERS, document: true, newlines: false })
  visit(tree, PHRASE as never, (node: Nodes) => void (node.type = 'html'))
  return tree.type === 'root' ? tree : { type: 'root', children: [tree] as Root['children'] }
}
