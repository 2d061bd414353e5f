import type { Element, ElementContent } from 'xast'
import { contentsIn, removeAll } from './contents.ts'
import { DRAWINGS, inText, partsOf } from './drawings.ts'
import { run, x } from './elements.ts'
import { linear } from './equations.ts'
import { noticesOf, type Surroundings } from './left-out.ts'
import { beginning, placeText, type Notice } from '../notice.ts'
import { looseItems } from './loose-items.ts'
import { indentOf, type Indent } from './indents.ts'
import { itemsOf, type Candidate, type Item } from './numbering.ts'
import { joinParts } from './join-parts.ts'
import { aroundText, editionIn, isLooseItem, paragraphsOf } from './own-edition.ts'
import { levelOf, outlineOfText, type Outline } from './outline.ts'
import { childOf, elementsIn, isElement, valueOf } from './parts.ts'
import { LOOSE, NUMBER, TASK, WITHIN } from '../item-marks.ts'
import type { Passage } from '../reading.ts'
import { unusable } from '../refusals.ts'
import type { Role, Styles } from './styles.ts'
import { isHidden, paragraphsIn, type Paragraph } from './survey.ts'

/** What is known of a text before it becomes HTML. */
export interface PreparedText {
  readonly passages: readonly Passage[]
  readonly notices: readonly Notice[]
  /** Texts of headings that had the look of one and no style. */
  readonly headingsByLook: readonly string[]
}

/** Name of the style of headings, lists and the like that the HTML is made from. */
export const STYLE = {
  heading: 'EditionsHeading',
  ordered: 'EditionsOrdered',
  unordered: 'EditionsUnordered',
  more: 'EditionsMore',
} as const

/**
 * Prepares a part of Word’s for mammoth, in place, which knows styles by name alone: what each paragraph is becomes its style;
 * drawings are taken apart into pictures and text boxes, and equations are written out.
 */
export function prepareText(
  root: Element,
  numbering: Element | undefined,
  styles: Styles,
  surroundings: Surroundings,
  file: string,
): PreparedText {
  joinParts(root)
  const paragraphs = paragraphsIn(root)
  refuseLong(paragraphs, file)
  const outline = outlineOfText(paragraphs, styles)
  const contents = contentsIn(root, paragraphs, outline)
  const around = aroundText(root, (element) => TITLES.has(outline.roles.get(element)))
  const made = paragraphsOf(around).union(contents)
  const kept = paragraphs.filter(({ element }) => !made.has(element))
  const filled = kept.filter(({ element, text }) => text.trim() !== '' || hasDrawing(element))
  const tables = tableIndents(root)
  const items = itemsOf(
    numbering,
    new Map(filled.map(({ element }) => [element, candidate(element, outline.roles.get(element), tables.get(element), styles)])),
  )
  const loose =
    editionIn(root) === undefined
      ? looseItems(kept, withoutHeadings(items, outline), styles)
      : new Set([...items.keys()].filter(isLooseItem))
  const notices = [
    ...(paragraphs.some(({ element, text }) => contents.has(element) && text.trim() !== '')
      ? [{ kind: 'note' as const, what: 'The table of contents was left out: each edition makes its own.' }]
      : []),
    ...(around.size > 0 ? [AROUND] : []),
    ...noticesOf(kept, outline, surroundings),
    ...numberNotices(kept, items, outline),
  ]
  const passages = passagesOf(kept, outline)
  for (const { element, isInTable } of kept) {
    const item = items.get(element)
    if (!isInTable || !item?.isMore) style(element, outline.roles.get(element), item, loose.has(element))
    else {
      style(element, outline.roles.get(element), undefined, false)
      element.children.splice(1, 0, bookmark(`${WITHIN}${item.depth}`))
    }
  }
  removeAll(root, contents.union(around))
  replaceIn(root, styles)
  return { passages, notices, headingsByLook: kept.flatMap(({ element, text }) => (outline.byLook.has(element) ? [text.trim()] : [])) }
}

/** How far a quotation stands from the text around it in a Word document that is made of an edition, in twentieths of a point. */
const QUOTATION_STEP = 360

/** What tells of a paragraph whether it is an item, or goes on with one. */
function candidate(element: Element, role: Role | undefined, table: Indent | undefined, styles: Styles): Candidate {
  const properties = childOf(element, 'w:pPr')
  const said = styles.indent(properties)
  const goesOn = role === undefined || role === 'code' || role === 'caption' || role === 'quote'
  const left = role === 'quote' ? (said.left ?? 0) - QUOTATION_STEP : said.left
  return {
    numbering: styles.numbering(properties),
    own: indentOf(properties),
    indent: table ?? (goesOn ? { ...said, left } : undefined),
    isUnmarked: valueOf(properties, 'w:numPr', 'w:numId') === '0' && styles.of(styles.idOf(properties)).numbering === undefined,
  }
}

/** The indents of tables, by the paragraphs in them. */
function tableIndents(root: Element): Map<Element, Indent> {
  return new Map(
    [...elementsIn(root, 'w:tbl')].toReversed().flatMap((table) => {
      const left = Number(childOf(table, 'w:tblPr', 'w:tblInd')?.attributes['w:w'] ?? 0)
      return [...elementsIn(table, 'w:p')].map((paragraph) => [paragraph, { left }] as const)
    }),
  )
}

const TITLES: ReadonlySet<Role | undefined> = new Set(['title', 'subtitle'])

const AROUND: Notice = {
  kind: 'note',
  what: 'What an edition has around its text was left out: title page, contents, programme and imprint; each edition makes its own.',
  remedy: 'What was changed in them, change in the front matter of document.md, or in programme.yaml.',
}

function withoutHeadings(items: ReadonlyMap<Element, Item>, { roles }: Outline): Map<Element, Item> {
  return new Map([...items].filter(([element]) => levelOf(roles.get(element)) === undefined))
}

/** Limits of a paragraph: characters, and runs of one look. A page has some 3,000 characters. */
const LONGEST = { text: 20_000, runs: 10_000 }

function refuseLong(paragraphs: readonly Paragraph[], file: string): void {
  const long = paragraphs.find(({ text, runs }) => text.length > LONGEST.text || runs.length > LONGEST.runs)
  if (!long) return
  throw unusable(file, {
    message: 'A paragraph of this file is too long for a document.',
    found: `“${beginning(long.text)}”, ${long.text.length} characters`,
    expected: `${LONGEST.text} characters at most`,
    remedy: 'Part it in several paragraphs in Word.',
  })
}

function hasDrawing(element: Element): boolean {
  return element.children.some((child) => isElement(child) && (DRAWINGS.has(child.name) || hasDrawing(child)))
}

function passagesOf(paragraphs: readonly Paragraph[], { roles }: Outline): Passage[] {
  let heading = ''
  return paragraphs.flatMap(({ element, text }) => {
    if (levelOf(roles.get(element)) !== undefined && text.trim() !== '') heading = text
    return text.trim() === '' ? [] : [{ text, place: placeText(heading, text.trim() === heading.trim() ? '' : text) }]
  })
}

function numberNotices(paragraphs: readonly Paragraph[], items: ReadonlyMap<Element, Item>, { roles }: Outline): Notice[] {
  const heading = paragraphs.find(({ element }) => levelOf(roles.get(element)) !== undefined && items.get(element)?.isOrdered)
  const item = paragraphs.find(({ element }) => levelOf(roles.get(element)) === undefined && items.get(element)?.form !== undefined)
  return [
    ...(heading ? [{ kind: 'changed' as const, what: 'The automatic numbers of headings were left out.', place: placeText('', heading.text), remedy: 'Where the text refers to them (“see section 3.2”), name the section by its words.' }] : []),
    ...(item ? [{ kind: 'changed' as const, what: 'Lists with letters or Roman numbers are numbered 1, 2, 3 now.', place: placeText('', item.text), remedy: 'Where the text refers to them (“point b”), correct it.' }] : []),
  ] // prettier-ignore
}

/** Gives a paragraph the style that says what it is. */
function style(paragraph: Element, role: Role | undefined, item: Item | undefined, isLoose: boolean): void {
  const level = levelOf(role)
  const own =
    level !== undefined
      ? `${STYLE.heading}${level}`
      : typeof role === 'string'
        ? item?.isMore
          ? `${STYLE.more}${item.depth}-${role}`
          : `Editions-${role}`
        : item
          ? `${item.isMore ? STYLE.more : item.isOrdered ? STYLE.ordered : STYLE.unordered}${item.depth}`
          : undefined
  const former = childOf(paragraph, 'w:pPr')
  const properties = x('w:pPr', {}, ...(own === undefined ? [] : [x('w:pStyle', { 'w:val': own })]))
  const carried = item === undefined || level !== undefined ? [] : [item.number !== undefined && `${NUMBER}${item.number}`, item.isDone !== undefined && `${TASK}${item.isDone}`, item.isMore && `${WITHIN}${item.depth}`, isLoose && !item.isMore && LOOSE].flatMap((name) => (typeof name === 'string' ? [bookmark(name)] : [])) // prettier-ignore
  paragraph.children = [properties, ...carried, ...paragraph.children.filter((child) => child !== former)]
  if (role === 'code') for (const text of elementsIn(paragraph, 'w:t')) plainBlanks(text)
}

function bookmark(name: string): Element {
  return x('w:bookmarkStart', { 'w:id': '0', 'w:name': name })
}

/** Code is indented by no-break spaces where blanks of a text would be one. */
function plainBlanks({ children }: Element): void {
  for (const child of children) if (child.type === 'text') child.value = child.value.replaceAll('\u00A0', ' ')
}

/** Replaces drawings and equations by what mammoth reads, removes hidden text, and gives runs the look of their styles. */
function replaceIn(element: Element, styles: Styles): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child]
    if (isHidden(child)) return []
    if (child.name === 'm:oMath') return [run(linear(child))]
    if (child.name === 'm:oMathPara') {
      replaceIn(child, styles)
      return child.children
    }
    if (DRAWINGS.has(child.name)) {
      const found = partsOf(child)
      const parts = inText(found)
      // Two forms of a sign are none of a drawing: mammoth takes the second.
      if (child.name === 'mc:AlternateContent' && parts.length + found.others.length === 0) return [child]
      for (const part of parts) if (isElement(part)) for (const box of part.children) if (isElement(box, 'w:txbxContent')) replaceIn(box, styles) // prettier-ignore
      return parts
    }
    if (child.name === 'w:r') emphasize(child, styles)
    replaceIn(child, styles)
    return [child]
  })
}

/** Writes out what the style of a run’s characters says. */
function emphasize(element: Element, styles: Styles): void {
  const properties = childOf(element, 'w:rPr')
  const name = valueOf(properties, 'w:rStyle')
  if (!properties || name === undefined) return
  const {
    look: { bold, italic },
    role,
  } = styles.of(name)
  const said = [bold && !childOf(properties, 'w:b') && 'w:b', italic && !childOf(properties, 'w:i') && 'w:i']
  properties.children = [
    ...properties.children.filter((child) => !isElement(child, 'w:rStyle')),
    ...said.flatMap((each) => (each ? [x(each, {})] : [])),
    ...(role === 'code' ? [x('w:rStyle', { 'w:val': 'Editions-code' })] : []),
  ]
}
