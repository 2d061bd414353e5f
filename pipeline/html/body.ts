import type { Element, Nodes as HtmlNodes, Properties, Root as HtmlRoot } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Data, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { wordsOfColumn, type Interface, type Label } from '../edition/interface.ts'
import { nameBlocks } from './block-names.ts'
import { CAPTION } from './captions.ts'
import { dropEmptyHeads } from './empty-heads.ts'
import { markAddresses } from './link-addresses.ts'
import { partLongWords } from './long-words.ts'
import { setNotesBeside } from './notes-beside.ts'
import { isBroad } from './picture-shape.ts'
import { BROAD, KEY_POINT, SCHEMA, SOURCE_LINE } from './safe.ts'
import { setScrollBoxes } from './scroll-boxes.ts'
import type { Picture } from '../model/document.ts'
import type { Lead, Phrase } from '../model/edition.ts'
import type { Alert } from '../model/markdown.ts'
import { labelTasks } from './tasks.ts'
import { typeset } from './typeset.ts'
import { NO_WORD, type Hyphenation } from './typography.ts'

/** How a page names what lies outside its text. */
export interface Addresses {
  /** A file beside the web page, data inside the print page. */
  readonly picture: (picture: Picture) => string
  /** Nothing for what the page cannot lead to: its words are then no link. */
  readonly lead: (lead: Lead) => string | undefined
}

/** The id of the heading above the notes (mdast-util-to-hast, footer.js). */
export const NOTES_LABEL = 'footnote-label'
const BESIDE = { caption: CAPTION, source: SOURCE_LINE } as const

/**
 * The HTML of an edition's body.
 * @param hyphenation for print; a browser's reader copies and searches the text, where soft hyphens are in the way
 */
export function bodyHtml(body: Root, addresses: Addresses, words: Interface, hyphenation?: Hyphenation): string {
  const tree = bodyTree(body, addresses, words, hyphenation)
  if (hyphenation) nameBlocks(tree)
  else setForScreen(tree, words)
  return toHtml(tree)
}

/** The same for a book, whose blocks have the names that they have in print. */
export function bookBody(body: Root, addresses: Addresses, words: Interface): string {
  const tree = bodyTree(body, addresses, words)
  nameBlocks(tree)
  return toHtml(tree)
}

function bodyTree(body: Root, addresses: Addresses, words: Interface, hyphenation?: Hyphenation): HtmlNodes {
  const tree = toHast(annotated(body, undefined, addresses, words), {
    footnoteLabel: words.message('notes').text,
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: {},
    footnoteBackLabel: () => words.message('notes.back').text,
    // Paper leads back by the note’s number; for the sign alone, the page would bring the two largest faces.
    ...(hyphenation && { footnoteBackContent: () => '' }),
    clobberPrefix: '',
  })
  const safe = sanitize(tree, SCHEMA)
  labelTasks(safe, words)
  dropEmptyHeads(safe)
  return typeset(safe, words.tag, hyphenation)
}

/** What a screen needs, whose width and reader’s means nobody knows, and a page of paper does not. */
function setForScreen(tree: HtmlNodes, words: Interface): void {
  markAddresses(tree)
  setScrollBoxes(tree, words)
  setNotesBeside(tree)
}

/** The HTML of a phrase, wrapped in its language and mark where it fell back to English or answers what English was. */
export function phraseHtml(phrase: Phrase, words: Interface, addresses: Addresses, hyphenation?: Hyphenation): string {
  // Children of a root would be blocks, parted by line ends.
  const paragraph: Paragraph = { type: 'paragraph', children: [...phrase.nodes] }
  const { children } = toHast(annotated(paragraph, undefined, addresses, words)) as Element
  const inline = typeset(sanitize({ type: 'root', children }, SCHEMA), phrase.language, hyphenation, NO_WORD)
  const mark = markOf(phrase)
  if (!mark && phrase.language !== words.tag) {
    const properties = { lang: phrase.language, translate: 'no' }
    return toHtml({ type: 'element', tagName: 'span', properties, children: (inline as HtmlRoot).children as Element[] })
  }
  if (!mark) return toHtml(inline)
  return toHtml({
    type: 'element',
    tagName: 'span',
    properties: { ...(phrase.fallback && { lang: phrase.language }), className: [mark] },
    children: [markElement(mark, words), { type: 'text', value: ' ' }, ...((inline as HtmlRoot).children as Element[])],
  })
}

/** The HTML of an interface text. */
export function labelHtml(label: Label, hyphenation?: Hyphenation): string {
  const hyphenate = hyphenation?.get(label.language)
  const text = { type: 'text' as const, value: hyphenate ? partLongWords(label.text, hyphenate) : label.text }
  return toHtml(label.fallback ? { type: 'element', tagName: 'span', properties: { lang: label.language }, children: [text] } : text)
}

/** A copy of a tree in which what composing noted on each node is written as the attributes that its element will have. */
function annotated(node: Nodes, parent: Nodes | undefined, addresses: Addresses, around: Interface): Nodes {
  const { fallback, id, language, kept, alert, lead, picture, isMissingPicture, beside, numbered, isKeyPoint, parallel } = node.data ?? {}
  const words = parallel === 'cell' ? wordsOfColumn(around, language) : around
  // The paragraph of a tight list's item becomes no element: its language is carried by one of its own.
  const unwrapped = node.type === 'paragraph' && parent?.type === 'listItem'
  const mark = markOf(node.data ?? {})
  const copy = { ...node }
  if ('children' in copy) {
    const children = copy.children.flatMap((child, index, all) => [
      ...marksAbove(child, [all[index - 1], all[index + 1]], words),
      annotated(child, node, addresses, words),
    ]) as PhrasingContent[]
    const inner = { ...((fallback || kept) && { lang: language }), ...(kept && { translate: 'no' }) }
    const content = (fallback || kept) && unwrapped ? [spanOf(inner, children)] : children
    copy.children = (
      mark && node.type !== 'tableCell' && parent?.type !== 'tableCell'
        ? marked(mark, content, words)
        : alert
          ? [labelOf(alert, words), ...children]
          : content
    ) as typeof copy.children
  }
  if (numbered && 'children' in copy) copy.children = [...captionLabel(numbered, words), ...copy.children] as typeof copy.children
  const classes = [
    ...(mark ? [mark] : []),
    ...(beside ? [BESIDE[beside]] : []),
    ...(isKeyPoint ? [KEY_POINT] : []),
    ...(parallel ? [parallel] : []),
  ]
  if (id !== undefined || language !== undefined || beside || isKeyPoint || parallel || ((mark || kept) && !unwrapped)) {
    copy.data = {
      ...node.data,
      ...(parallel && { hName: parent?.type === 'paragraph' ? 'span' : 'div' }),
      hProperties: {
        ...(id !== undefined && { id }),
        ...(language && { lang: language }),
        ...(kept && { translate: 'no' }),
        ...(classes.length > 0 && { className: classes }),
      },
    }
  }
  if (alert)
    copy.data = {
      ...copy.data,
      hName: 'div',
      hProperties: { ...copy.data?.hProperties, role: 'note', className: ['alert', `alert-${alert}`] },
    }
  if (isMissingPicture && 'children' in copy) {
    copy.children = marked('picture.missing', copy.children as PhrasingContent[], words) as typeof copy.children
    copy.data = {
      ...copy.data,
      hName: 'span',
      hProperties: { ...copy.data?.hProperties, className: [...(mark ? [mark] : []), 'missing-picture'] },
    }
  }
  if (copy.type === 'inlineElement') copy.data = { ...copy.data, hName: copy.name, hProperties: { title: copy.title } }
  // Nothing else becomes an address: what was not looked at leads nowhere, and shows nothing.
  if (copy.type === 'image') copy.url = picture ? addresses.picture(picture) : ''
  if (picture && isBroad(picture)) copy.data = { ...copy.data, hProperties: { ...copy.data?.hProperties, dataShape: BROAD } }
  if (copy.type === 'link') {
    const address = lead ? addresses.lead(lead) : ''
    copy.url = address ?? ''
    if (address === undefined) copy.data = { ...copy.data, hName: 'span' }
  }
  return copy
}

/**
 * What says above a table for what its cells are marked: in each of them it would be in the way. What its caption says
 * already is not said again.
 */
function marksAbove(node: Nodes, beside: readonly (Nodes | undefined)[], words: Interface): Paragraph[] {
  if (node.type !== 'table') return []
  const cells = node.children.flatMap((row) => row.children.flatMap((cell) => [cell, ...cell.children]))
  const said = new Set(beside.flatMap((each) => (each?.data?.beside === 'caption' ? (markOf(each.data) ?? []) : [])))
  const marks = new Set(cells.flatMap(({ data }) => markOf(data ?? {}) ?? []))
  return [...marks.difference(said)].map((mark) => ({
    type: 'paragraph',
    children: [marked(mark, [], words)[0]!],
  }))
}

/** A block's content after the words that say what it is marked for. */
function marked(mark: Mark | 'picture.missing', content: PhrasingContent[], words: Interface): PhrasingContent[] {
  const { text, language } = words.message(mark)
  const label = spanOf({ lang: language, className: ['draft-mark'] }, [{ type: 'text', value: text }])
  return [label, { type: 'text', value: ' ' }, ...content]
}

/** What a callout is, in the reader's language. */
function labelOf(alert: Alert, words: Interface): Paragraph {
  const { text, language, fallback } = words.message(`alert.${alert}`)
  return {
    type: 'paragraph',
    data: { hProperties: { className: ['alert-label'], ...(fallback && { lang: language }) } },
    children: [{ type: 'text', value: text }],
  }
}

/** “Figure 2.”, in the reader’s language. */
function captionLabel({ of, number }: NonNullable<Data['numbered']>, words: Interface): PhrasingContent[] {
  const { text, language } = words.message(`caption.${of}`, { number })
  return [spanOf({ lang: language, className: ['caption-label'] }, [{ type: 'text', value: text }]), { type: 'text', value: ' ' }]
}

function spanOf(properties: Properties, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName: 'span', hProperties: properties }, children }
}

/** How a draft marks a block: the message that says it and the class that shows it. */
type Mark = 'fallback' | 'stale'

function markOf({ fallback, stale }: { readonly fallback?: boolean; readonly stale?: boolean }): Mark | undefined {
  return fallback ? 'fallback' : stale ? 'stale' : undefined
}

/** What tells eye and ear that English follows, or what answers former English, in the reader's language. */
function markElement(mark: Mark, words: Interface): Element {
  const { text, language } = words.message(mark)
  return {
    type: 'element',
    tagName: 'span',
    properties: { lang: language, className: ['draft-mark'] },
    children: [{ type: 'text', value: text }],
  }
}
