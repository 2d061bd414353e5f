import type { Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { textOf } from './text-of.ts'

/** The beginning of a caption where no style says that it is one: “Figure 3: …” in any language. */
const CAPTION = /^\p{Lu}\p{L}+\.?\s+\d+(?:\.\d+)*\s*[.:–—]\s/u
const LONGEST_CAPTION = 300

/** Puts pictures at the beginning or end of a paragraph in ones of their own, and gives them their captions, in items of lists too. */
export function takeFigures(tree: Root): void {
  tree.children = figured(tree.children)
  visit(tree, 'listItem', (item) => void (item.children = figured(item.children)))
}

function figured<Block extends RootContent>(blocks: readonly Block[]): (Block | Paragraph)[] {
  const made = blocks.flatMap((node): (Block | Paragraph)[] => (node.type === 'paragraph' ? parted(node) : [node]))
  for (let at = 0; at < made.length; at++) {
    const image = figureIn(made[at])
    if (!image || image.title) continue
    const [before, after] = [made[at - 1], made[at + 1]]
    const below = isCaption(after) || looksLikeCaption(after)
    const caption = below && isWordsOnly(after as Paragraph) ? after : isOwn(before, made[at - 2]) ? before : undefined
    if (!caption) continue
    image.title = textOf(caption)
    made.splice(caption === after ? at + 1 : at - 1, 1)
    if (caption === before) at--
  }
  return made
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
  const [first, last] = [words[0], words.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return [...before, ...(words.length > 0 ? [{ ...paragraph, children: words }] : []), ...after]
}
