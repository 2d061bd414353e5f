import GithubSlugger from 'github-slugger'
import type { Heading, Image, Link, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { beginning, type Notice } from './notice.ts'

/** The highest heading of a text. */
const HIGHEST = 2
const DEEPEST = 6

/** A tree whose title stands apart. */
export interface Arranged {
  readonly title?: string | undefined
  readonly subtitle?: string | undefined
  readonly notices: readonly Notice[]
}

/** Arranges a tree as documents of the product are, in place: title apart, headings from `##` without gaps, figures, links. */
export function arrange(tree: Root): Arranged {
  // A place before a block is that block’s.
  tree.children = tree.children.flatMap((node): RootContent[] => (node.type === 'html' ? [{ type: 'paragraph', children: [node] }] : (node as Nodes).type === 'text' || (node as Nodes).type === 'break' ? [] : [node])) // prettier-ignore
  dropEmpty(tree)
  const front = takeTitle(tree)
  setLevels(tree)
  takeFigures(tree)
  return { ...front, notices: leadLinks(tree) }
}

/** Removes blocks in which nothing stands. */
function dropEmpty(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (node.type === 'list' && node.children.length === 0) {
      parent.children.splice(index, 1)
      return index
    }
    if (node.type !== 'paragraph' && node.type !== 'heading') return undefined
    if (holdsAnything(node)) return undefined
    // The places that such a block has are those of the next.
    const anchors = node.children.filter((child) => child.type === 'html')
    const next = parent.children[index + 1]
    if (anchors.length > 0 && next && (next.type === 'paragraph' || next.type === 'heading')) next.children.unshift(...anchors)
    parent.children.splice(index, 1)
    return index
  })
  visit(tree, 'thematicBreak', (_, index, parent) => void parent!.children.splice(index!, 1))
}

function holdsAnything(node: Nodes): boolean {
  let holds = toString(node, { includeHtml: false }).trim() !== ''
  visit(node, (each) => void (holds ||= each.type === 'image' || each.type === 'footnoteReference'))
  return holds
}

/** Takes the title out of the text: the paragraph of that style, or a single highest heading at the top. */
function takeTitle(tree: Root): { title?: string; subtitle?: string } {
  const first = tree.children.findIndex(({ type }) => type === 'heading')
  const styled = (style: 'title' | 'subtitle'): number =>
    tree.children.findIndex((node, index) => node.data?.style === style && (first < 0 || index <= first + 1))
  const take = (index: number): string => textOf(tree.children.splice(index, 1)[0]!)
  const at = styled('title')
  if (at >= 0) {
    const title = take(at)
    const below = styled('subtitle')
    const subtitle = below >= 0 ? take(below) : undefined
    // Where somebody wrote the title twice, it stands once.
    const again = tree.children[0]
    if (again?.type === 'heading' && textOf(again).toLowerCase() === title.toLowerCase()) tree.children.shift()
    return { title, ...(subtitle !== undefined && { subtitle }) }
  }
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  const [top, ...others] = headings.filter(({ depth }) => depth === highest)
  const isTitle = top !== undefined && others.length === 0 && tree.children[0] === top && headings.length > 1 && isPlain(top)
  return isTitle ? { title: take(0) } : {}
}

function isPlain(heading: Heading): boolean {
  let holds = false
  visit(heading, (node) => void (holds ||= node.type === 'footnoteReference' || node.type === 'image'))
  return !holds
}

function textOf(node: Nodes): string {
  return toString(node, { includeHtml: false }).replaceAll(/\s+/g, ' ').trim()
}

/** Closes the gaps between levels. Of more than five levels the highest is `#`. */
function setLevels(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    // A second title heads a part.
    if (paragraph.data?.style === 'title') parent!.children.splice(index!, 1, { type: 'heading', depth: 1, children: paragraph.children })
  })
  const headings = inOrder(tree)
  const used = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b)
  const highest = used.length > DEEPEST - HIGHEST + 1 ? 1 : HIGHEST
  let above = highest - 1
  for (const heading of headings) {
    // A level is skipped by its look alone.
    above = Math.min(DEEPEST, above + 1, highest + used.indexOf(heading.depth))
    heading.depth = above as Heading['depth']
    heading.children = heading.children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child))
  }
}

function inOrder(tree: Root): Heading[] {
  const headings: Heading[] = []
  visit(tree, 'heading', (heading) => void headings.push(heading))
  return headings
}

/** The beginning of a caption where no style says that it is one: “Figure 3: …” in any language. */
const CAPTION = /^\p{Lu}\p{L}+\.?\s+\d+(?:\.\d+)*\s*[.:–—]\s/u
const LONGEST_CAPTION = 300

/** Puts pictures at the beginning or end of a paragraph in ones of their own, and gives them their captions. */
function takeFigures(tree: Root): void {
  tree.children = tree.children.flatMap((node): RootContent[] => (node.type === 'paragraph' ? parted(node) : [node]))
  for (let at = 0; at < tree.children.length; at++) {
    const image = figureIn(tree.children[at])
    if (!image || image.title) continue
    const [before, after] = [tree.children[at - 1], tree.children[at + 1]]
    const below = isCaption(after) || looksLikeCaption(after)
    const caption = below && isWordsOnly(after as Paragraph) ? after : isOwn(before, tree.children[at - 2]) ? before : undefined
    if (!caption) continue
    image.title = textOf(caption)
    tree.children.splice(tree.children.indexOf(caption), 1)
    if (caption === before) at--
  }
}

function looksLikeCaption(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && CAPTION.test(textOf(node)) && textOf(node).length < LONGEST_CAPTION
}

function isCaption(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.data?.style === 'caption'
}

/** True for a caption above a picture that is not that of what stands before it. */
function isOwn(node: RootContent | undefined, before: RootContent | undefined): node is Paragraph {
  return isCaption(node) && isWordsOnly(node) && !figureIn(before) && before?.type !== 'table'
}

/** A caption of a picture is a text without marks; one with a link or a note stays a paragraph. */
function isWordsOnly({ children }: Paragraph): boolean {
  return children.every(({ type }) => ['text', 'emphasis', 'strong', 'break', 'html'].includes(type))
}

function figureIn(node: RootContent | undefined): Image | undefined {
  const children = node?.type === 'paragraph' ? node.children.filter(({ type }) => type !== 'html') : []
  const [only] = children
  return children.length === 1 && only?.type === 'image' ? only : undefined
}

function parted(paragraph: Paragraph): Paragraph[] {
  const isBlank = (node: PhrasingContent): boolean => node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
  const words = [...paragraph.children]
  const [before, after]: [Paragraph[], Paragraph[]] = [[], []]
  const own = (image: PhrasingContent): Paragraph => ({ type: 'paragraph', children: [image] })
  while (words[0] && (words[0].type === 'image' || (before.length > 0 && isBlank(words[0])))) {
    const first = words.shift()!
    if (first.type === 'image') before.push(own(first))
  }
  for (let last = words.at(-1); last && (last.type === 'image' || isBlank(last)); last = words.at(-1)) {
    words.pop()
    if (last.type === 'image') after.unshift(own(last))
  }
  return [...before, ...(words.length > 0 ? [{ ...paragraph, children: words }] : []), ...after]
}

/** Addresses that lead nowhere on another machine, or act. */
const UNSAFE = /^(?:javascript|vbscript|data|file):/i

const PLACE = /^<a id="([^"]*)"><\/a>$/

/**
 * Leads links in the document to headings by their words, keeps the places that others lead to, and removes all others.
 * @returns what leads nowhere, which becomes plain text
 */
function leadLinks(tree: Root): Notice[] {
  const wanted = new Set<string>()
  visit(tree, 'link', ({ url }) => void (url.startsWith('#') && wanted.add(decoded(url.slice(1)))))
  const places = new Map<string, string>()
  const slugger = new GithubSlugger()
  visit(tree, 'heading', (heading) => {
    const names = heading.children.flatMap((child) => (child.type === 'html' ? (PLACE.exec(child.value)?.[1] ?? []) : []))
    const slug = slugger.slug(toString(heading, { includeImageAlt: false, includeHtml: false }))
    for (const name of names) places.set(name, slug)
    heading.children = heading.children.filter((child) => !(child.type === 'html' && PLACE.test(child.value)))
  })
  visit(tree, 'html', ({ value }, index, parent) => {
    const name = PLACE.exec(value)?.[1]
    if (name === undefined) return undefined
    if (wanted.has(name) && !places.has(name)) {
      places.set(name, name)
      return undefined
    }
    parent!.children.splice(index!, 1)
    return index
  })
  const notices: Notice[] = []
  visit(tree, 'link', (link: Link, index, parent) => {
    const name = link.url.startsWith('#') ? decoded(link.url.slice(1)) : undefined
    const place = name === undefined ? undefined : places.get(name)
    const isUnsafe = UNSAFE.test(link.url)
    if (!isUnsafe && (name === undefined || place !== undefined)) {
      if (place !== undefined) link.url = `#${place}`
      return undefined
    }
    if (isUnsafe) notices.push({ kind: 'changed', what: `A link became plain text: “${beginning(textOf(link))}” leads to ${beginning(link.url)}, which no reader could follow.`, remedy: 'Put the file beside document.md and link to its name, or link to its address on the web.' }) // prettier-ignore
    else if (name !== '') notices.push({ kind: 'changed', what: `A link in the document became plain text: “${beginning(textOf(link))}” leads to “${name}”, which is not there.`, remedy: 'Link to a heading by its words, as in [costs](#what-it-costs).' }) // prettier-ignore
    parent!.children.splice(index!, 1, ...(link.children as never[]))
    return index
  })
  return notices
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
