import { fromHtml } from 'hast-util-from-html'
import type { Element, Root } from 'hast'
import { notUtf8 } from '../../files/file-errors.ts'
import { embeddedIn } from './embedded.ts'
import { decoded } from './encoding.ts'
import { nestLists } from './lists.ts'
import { takeLooks } from './looks.ts'
import { elementsWithin, isTag, textOf } from './nodes.ts'
import { NOTE, takeNotes } from './notes.ts'
import { markPlaces } from './places.ts'
import { listTerms } from './terms.ts'
import { placeText } from '../notice.ts'
import { properties } from '../properties.ts'
import type { FoundPicture, Passage, Reading } from '../reading.ts'
import { formatBytes, UNKNOWN, unusable } from '../refusals.ts'

/** Limits in characters, of a text and of a text with its pictures. */
const LONGEST = { text: 4 << 20, all: 50 << 20 }
/** Most blocks, and most links: a thousand pages have some ten thousand. */
const BLOCKS_AT_MOST = 20_000
const DEEPEST = 500

/** Elements without a text for readers. */
const SILENT = ['script', 'style', 'template', 'noscript', 'title', 'meta', 'link', 'iframe', 'object', 'embed', 'svg', 'math']

/**
 * Reads HTML: a page, or rich text as programs put it on the clipboard.
 * @throws Failure for what is no HTML, and for text in an encoding that it does not tell
 */
export function readHtml(bytes: Uint8Array, name: string): Reading {
  if (bytes.length > LONGEST.all) throw tooLarge(name)
  const { text, isLossy } = decoded(bytes)
  if (!/<(?:!doctype html|html|body|p|div|h[1-6]|ul|ol|table|span|b|strong|meta)\b/i.test(text.slice(0, 100_000)) || text.includes('\0'))
    throw unusable(name, UNKNOWN)
  if (isLossy) throw notUtf8(name, bytes)
  return readPage(text, name)
}

/**
 * Reads the text of a page.
 * @throws Failure for one that is too large
 */
export function readPage(text: string, name: string): Reading {
  const written = text.replaceAll(/\bdata:[^"')\s]*/g, '')
  if (written.length > LONGEST.text || deepest(written) > DEEPEST) throw tooLarge(name)
  refuseLarge(Math.max(countOf(written, BLOCK), countOf(written, LINK)), name)
  const html = fromHtml(text)
  const head = said(html)
  return reading(html, { title: head.get('title') ?? '', author: head.get('author') ?? '', description: head.get('description') ?? '', date: head.get('date') ?? '' }, head.get('language')) // prettier-ignore
}

/** @throws Failure for a text of too many blocks, or links */
export function refuseLarge(blocks: number, name: string): void {
  if (blocks > BLOCKS_AT_MOST) throw tooLarge(name)
}

const LINK = /<a\b/gi
/** Tags that begin a block. */
const BLOCK = /<(?:p|li|t[dhr]|h[1-6]|d[dt]|div|blockquote|pre)\b/gi

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function tooLarge(name: string): Error {
  return unusable(name, {
    message: 'This page is too large, or nested too deeply, for a document.',
    expected: `at most ${BLOCKS_AT_MOST} paragraphs and as many links, and ${formatBytes(LONGEST.all)} with its pictures`,
    remedy: 'Save the text alone, without the page around it; or part it in several.',
  })
}

/** A reading of HTML that has no styles of Word. */
function reading(html: Root, about: Parameters<typeof properties>[0], language: string | undefined): Reading {
  const notices = embeddedIn(html)
  removeSilent(html)
  removePermalinks(html)
  // The marks of notes and the signs of list items become the product’s own.
  takeNotes(html)
  markPlaces(html)
  listTerms(html)
  nestLists(html)
  const headingsByLook = takeLooks(html)
  const passages = passagesIn(html)
  const pictures = new Map<string, FoundPicture>()
  for (const { element } of elementsWithin(html)) {
    const source = element.properties['src']
    const data = isTag(element, 'img') && typeof source === 'string' ? /^data:(image\/[\w.+-]+);base64,([\s\S]*)$/.exec(source) : undefined
    if (!data) continue
    const address = `picture:${pictures.size}`
    pictures.set(address, { bytes: new Uint8Array(Buffer.from(data[2]!, 'base64')), mediaType: data[1]! })
    element.properties['src'] = address
  }
  return { html, pictures, properties: { ...properties(about), language }, passages, notices, headingsByLook }
}

/** Greatest number of open elements, without parsing: the trees are walked recursively. */
function deepest(text: string): number {
  let [depth, most] = [0, 0]
  for (const [tag, end] of text.matchAll(/<(\/?)[a-z][^>]*>/gi)) {
    if (end) depth = Math.max(0, depth - 1)
    else if (!/^<(?:br|img|hr|input|meta|link|col|wbr|p|li|td|tr|th|dd|dt|option)\b|\/>$/i.test(tag)) most = Math.max(most, ++depth)
  }
  return most
}

function said(html: Root): Map<string, string> {
  const found = new Map<string, string>()
  for (const { element } of elementsWithin(html)) {
    const { properties: own } = element
    if (isTag(element, 'title') && !found.has('title')) found.set('title', textOf(element).trim())
    if (isTag(element, 'html', 'body') && typeof own['lang'] === 'string') found.set('language', own['lang'])
    if (isTag(element, 'meta') && typeof own['name'] === 'string' && typeof own['content'] === 'string') found.set(own['name'].toLowerCase(), own['content']) // prettier-ignore
  }
  return found
}

function removeSilent(root: Root): void {
  for (const { element } of elementsWithin(root)) element.children = element.children.filter((child) => child.type !== 'comment' && !isTag(child, ...SILENT) && !isHidden(child)) // prettier-ignore
  root.children = root.children.filter((child) => child.type !== 'comment' && !isTag(child, ...SILENT))
}

/** The signs by which programs have a heading lead to itself; the first they put beside a caption or a term too. */
const PERMALINKS = { anywhere: /^¶$/, heading: /^[¶§#\u{1F517}\uF0C1]\uFE0F?$/u }

function removePermalinks(root: Root): void {
  for (const { element } of elementsWithin(root)) {
    const signs = /^h\d$/.test(element.tagName) ? PERMALINKS.heading : PERMALINKS.anywhere
    element.children = element.children.filter((child) => !isInnerLink(child) || !signs.test(textOf(child).trim()))
  }
}

function isInnerLink(node: Element['children'][number]): boolean {
  return isTag(node, 'a') && typeof node.properties['href'] === 'string' && node.properties['href'].startsWith('#')
}

function isHidden(node: Element['children'][number]): boolean {
  return (
    isTag(node) && typeof node.properties['style'] === 'string' && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(node.properties['style'])
  )
}

const BLOCKS = ['p', 'div', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote', 'caption', 'figcaption', 'address', 'summary', 'details', 'section', 'article', 'figure', 'center', 'body', NOTE] // prettier-ignore

/** The texts of a page’s blocks. */
function passagesIn(html: Root): Passage[] {
  let heading = ''
  return elementsWithin(html).flatMap(({ element }) => {
    const { title } = element.properties
    if (isTag(element, 'img') && typeof title === 'string') return [{ text: title, place: placeText(heading, title) }]
    if (!isTag(element, ...BLOCKS)) return []
    const text = ownText(element)
    if (text.trim() === '') return []
    if (/^h\d$/.test(element.tagName)) heading = text
    return [{ text, place: placeText(heading, heading === text ? '' : text) }]
  })
}

/** The text of a block without those of blocks in it. */
function ownText(element: Element): string {
  return element.children.map((child) => (!isTag(child) ? textOf(child) : isTag(child, 'br') ? ' ' : isTag(child, ...BLOCKS) ? ' ' : ownText(child))).join('') // prettier-ignore
}
