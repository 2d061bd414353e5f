import type { Element, Nodes, Root } from 'hast'
import { classesOf, elementsWithin, h, isTag, replaceChild, textOf } from './nodes.ts'

/** Longest heading, in characters. */
const LONGEST = 160

/** Emphasis by the style that editors write in the place of elements. */
const STYLES: readonly (readonly [style: RegExp, element: string])[] = [
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style\s*:\s*italic/i, 'em'],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, 'del'],
  [/vertical-align\s*:\s*super/i, 'sup'],
  [/vertical-align\s*:\s*sub\b/i, 'sub'],
]

/**
 * Makes elements of what HTML says by styles alone, in place: emphasis, lists of Word’s clipboard, headings that are bold and
 * stand alone.
 * @returns texts of the headings that had the look of one
 */
export function takeLooks(root: Root): string[] {
  for (const { element } of elementsWithin(root)) {
    const style = styleOf(element)
    // Google Docs puts a whole text into such an element, whose style says that it is not bold.
    if (isTag(element, 'b', 'strong') && /font-weight\s*:\s*normal/i.test(style)) (element as Element).tagName = 'span'
    if (isTag(element, 'span', 'font')) {
      for (const [pattern, name] of STYLES) if (pattern.test(style)) element.children = [h(name, {}, ...element.children)]
    }
  }
  takeClipboardLists(root)
  return takeHeadings(root)
}

function styleOf({ properties: { style } }: Element): string {
  return typeof style === 'string' ? style : ''
}

const LIST = /mso-list\s*:\s*l\d+\s+level(\d)/i

/** Word’s clipboard has no lists: paragraphs that say their level, with their sign in a part that other programs ignore. */
function takeClipboardLists(root: Root): void {
  for (const parent of [root, ...elementsWithin(root).map(({ element }) => element)])
    if (parent.children.some(isItem)) parent.children = listed(parent.children as Element['children'])
}

function isItem(node: Nodes): node is Element {
  return isTag(node, 'p') && LIST.test(styleOf(node))
}

function listed(children: Element['children']): Element['children'] {
  const made: Element['children'] = []
  let open: { list: Element; level: number }[] = []
  for (const child of children) {
    if (!isItem(child)) {
      if (child.type !== 'text' || child.value.trim() !== '') open = []
      made.push(child)
      continue
    }
    const level = Number(LIST.exec(styleOf(child))![1])
    open = open.filter((each) => each.level <= level)
    const sign = takeSign(child)
    if (open.at(-1)?.level !== level) {
      const list = h(/\d|^[a-z][.)]/i.test(sign) ? 'ol' : 'ul', {})
      const above = open.at(-1)?.list.children.at(-1)
      if (isTag(above)) above.children.push(list)
      else made.push(list)
      open.push({ list, level })
    }
    open.at(-1)!.list.children.push(h('li', {}, ...child.children))
  }
  return made
}

function takeSign(paragraph: Element): string {
  for (const { element, around } of elementsWithin(paragraph)) {
    if (!/mso-list\s*:\s*ignore/i.test(styleOf(element))) continue
    replaceChild(around.at(-1)!, element)
    return textOf(element).trim()
  }
  return ''
}

const TITLES: Readonly<Record<string, string>> = { MsoTitle: 'title', MsoSubtitle: 'subtitle', MsoCaption: 'caption' }

/** Headings of paragraphs whose words are all bold, before a paragraph that is not. Where there are other headings, they are below them. */
function takeHeadings(root: Root): string[] {
  const found: string[] = []
  const all = elementsWithin(root)
  const blocks = all.filter(({ element, around }) => isTag(element, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote') && textOf(element).trim() !== '' && !around.some((each) => isTag(each, 'table', 'ul', 'ol', 'aside', 'blockquote'))) // prettier-ignore
  let above = 1
  for (const [index, { element }] of blocks.entries()) {
    const level = /^h(\d)$/.exec(element.tagName)?.[1]
    if (level !== undefined) above = Number(level)
    const style = classesOf(element)
      .map((name) => TITLES[name])
      .find((name) => name !== undefined)
    if (style !== undefined) element.properties['className'] = [style]
    else if (
      looksLikeHeading(element) &&
      blocks[index + 1] !== undefined &&
      ![blocks[index - 1], blocks[index + 1]].some((each) => each && looksLikeHeading(each.element))
    ) {
      // prettier-ignore
      found.push(textOf(element).trim())
      element.tagName = `h${Math.min(6, above + 1)}`
    }
  }
  return found
}

function looksLikeHeading(element: Element): boolean {
  const text = textOf(element).trim()
  return isTag(element, 'p') && text.length <= LONGEST && /\p{L}/u.test(text) && !/[.,;:]$/.test(text) && boldText(element).trim() === text
}

function boldText(element: Element): string {
  return element.children.map((child) => (isTag(child, 'strong', 'b') ? textOf(child) : isTag(child) ? boldText(child) : child.type === 'text' && child.value.trim() === '' ? child.value : '')).join('') // prettier-ignore
}
