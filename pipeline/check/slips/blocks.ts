import type { Code, List, Nodes, Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { boldHeadings, numberedHeadings } from './bold-headings.ts'
import { captionLineSlips } from './caption-lines.ts'
import { convertedSlips } from './converted.ts'
import { emphasisSlips } from './emphasis.ts'
import { headingSlips } from './headings.ts'
import { linkSlips } from './links.ts'
import { listSlips, SHALLOW } from './lists.ts'
import { partedRowSlips, rowSlips } from './rows.ts'
import type { Slip } from './slip.ts'

/** The blocks beside one. */
export interface Beside {
  readonly before: Nodes | undefined
  readonly after: Nodes | undefined
}

/** Slips that make one kind of block of another: text becomes code or a heading. */
export function* blockSlips(node: Nodes, source: string, { before, after }: Beside): Generator<Slip> {
  if (node.type === 'code') yield* codeSlips(node, source)
  if (node.type === 'code' && DRAWN.test(node.lang ?? '')) yield drawnSlip(node)
  if (node.type === 'paragraph') {
    yield* wikiSlips(node)
    yield* codeLineSlips(node, source)
    yield* convertedSlips(node, source)
    yield* boldHeadings(node, after)
    yield* numberedHeadings(node, after)
    yield* captionLineSlips(node, source)
    yield* partedRowSlips(node, source, before, after)
    yield* partedWordSlips(node, source, after)
  }
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') yield* emphasisSlips(node, source)
  if (node.type === 'paragraph' || node.type === 'tableCell') yield* linkSlips(node, source)
  if (node.type === 'table') yield* rowSlips(node, source)
  if (node.type === 'list') yield* listSlips(node, source, before)
  if (node.type === 'thematicBreak') yield* rulerSlips(node, source)
  if (node.type === 'heading') yield* headingSlips(node, source, before)
  if (node.type === 'list' && node.ordered) yield* numberSlips(node, source)
}

/** What other tools show in place of a block of code: GitHub draws diagrams and formulas, Pandoc writes for one format, Obsidian asks. */
const DRAWN = /^(?:mermaid|math|geojson|topojson|stl|dataview|plantuml|tikz|\{=\w+\})$/i

function drawnSlip({ lang, position }: Code): Slip {
  return {
    offset: position!.start.offset!,
    sure: false,
    message: 'Another tool makes a picture, a formula or a list of this block: here its code would be printed.',
    found: `\`\`\`${lang}`,
    expected: '![what the picture shows](file.png)',
    remedy: 'Save what the other tool shows as a picture beside document.md, and write the picture in the place of the block.',
  }
}

/** Marks of wikis and of Obsidian that Markdown reads as something else. */
function* wikiSlips({ children, position }: Paragraph): Generator<Slip> {
  const [first] = children
  const strong = children.length === 1 && first?.type === 'strong' ? toString(first) : ''
  if (/^(?:NO)?TOC$/.test(strong))
    yield {
      offset: position!.start.offset!,
      sure: true,
      message: 'A place for the contents (__TOC__): here it would be printed as a word.',
      found: `__${strong}__`,
      expected: 'nothing: the contents are made by themselves',
      remedy: 'Remove it.',
    }
  for (const child of children)
    if (child.type === 'image' && /\|[ \t]*\d+(?:x\d+)?$/.test(child.alt ?? ''))
      yield {
        offset: child.position!.start.offset!,
        sure: true,
        message: 'The width of a picture as Obsidian writes it would be read out with what the picture shows.',
        found: child.alt!,
        expected: child.alt!.replace(/[ \t]*\|[ \t]*\d+(?:x\d+)?$/, ''),
        remedy: 'Remove the bar and the number after it: pictures are as wide as they fit.',
      }
}

/** Code between lines of two marks. */
function* codeLineSlips({ children }: Paragraph, source: string): Generator<Slip> {
  for (const child of children) {
    const own = source.slice(child.position?.start.offset, child.position?.end.offset)
    if (child.type === 'inlineCode' && /^`{1,2}[ \t]*\w*\n[^]*\n`/.test(own))
      yield {
        offset: child.position!.start.offset!,
        sure: false,
        message: 'These lines are meant as a block of code, and come out as words within a paragraph.',
        found: own.slice(0, 60).replaceAll('\n', ' '),
        expected: '``` on a line of its own before the code, and after it',
        remedy: 'Write the sign ` three times on both lines.',
      }
  }
}

/** Lines of dashes in groups, as they stand in the tables of Pandoc and reStructuredText. */
function* rulerSlips({ position }: Nodes, source: string): Generator<Slip> {
  const own = source.slice(position!.start.offset, position!.end.offset)
  if (!/^-{2,}(?:[ \t]+-{2,})+[ \t]*$/.test(own)) return
  yield {
    offset: position!.start.offset!,
    sure: false,
    message:
      'These dashes are meant as those of a table of another tool: here they make a line across the page, and the rows are no table.',
    found: own,
    expected: '| Town | Result |, then | --- | --- |, and then the other lines',
    remedy: 'Write the table as shown.',
  }
}

/** A word that an empty line parts, as at the end of a page that was scanned or copied. */
function* partedWordSlips({ position }: Paragraph, source: string, after: Nodes | undefined): Generator<Slip> {
  const part = /(?<![\p{L}\p{N}'’-])\p{L}{2,}-$/u.exec(source.slice(position!.start.offset, position!.end.offset))
  const rest =
    after?.type === 'paragraph' ? /^\p{Ll}{2,}/u.exec(source.slice(after.position!.start.offset, after.position!.end.offset)) : null
  if (!part || !rest) return
  yield {
    offset: position!.end.offset! - part[0].length,
    sure: false,
    message: 'This word is parted by an empty line, as at the end of a page.',
    found: `${part[0]} ${rest[0]}`,
    expected: part[0].slice(0, -1) + rest[0],
    remedy: 'Join the two paragraphs, and the two parts of the word.',
  }
}

const FENCE = /^(`{3,}|~{3,})/u

function* codeSlips(code: Code, source: string): Generator<Slip> {
  const { start, end } = code.position!
  const own = source.slice(start.offset, end.offset)
  const fence = FENCE.exec(own)?.[1]
  if (fence === undefined) {
    yield* indentedProse(code, own)
    return
  }
  const lines = own.split('\n')
  const closing = new RegExp(String.raw`^[ \t>]*${fence[0]}{${fence.length},}[ \t]*$`, 'u')
  const isClosed = lines.length > 1 && closing.test(lines.at(-1)!)
  const inner = new RegExp(String.raw`^ {0,3}${fence[0]}{${fence.length},}[ \t]*[A-Za-z]`, 'u')
  const opened = code.value.split('\n').findIndex((line) => inner.test(line))
  if (isClosed && opened < 0) return
  yield {
    offset: start.offset!,
    sure: true,
    message: isClosed
      ? `This block of code is not closed before the next one begins, ${opened + 1} lines below: all between them is code, the same in every edition.`
      : 'This block of code is never closed: all that follows is code, the same in every edition.',
    found: lines[0]!,
    expected: `a line with ${fence} alone after the code`,
    remedy: `Write ${fence} on a line of its own where the code ends; or remove this line, if no code begins here.`,
  }
}

/** A sentence, and nothing that programs are made of. */
const SENTENCE = /^[“"(]?\p{Lu}[^{}<>=$|\\/*#@;_[\]+~`^]*\p{L}[.!?…][”")]?$/su

/** A line of an address or below a letter: names, each with a capital, and the small words between them. */
const NAMES = /^\p{Lu}[\p{L}.’'-]*(?: (?:[\p{Lu}\p{N}][\p{L}\p{N}.’'/-]*|of|the|and|for|in|e|i|të|për|dhe|и|за|на|од|у|u|za|na|od))*,?$/u

function* indentedProse({ value, position }: Code, own: string): Generator<Slip> {
  const text = value.trim().replaceAll(/\s+/g, ' ')
  const lines = value.trim().split('\n')
  const isTable = lines.length > 2 && lines.every((line) => /^\s*\|.*\|\s*$/.test(line)) && /^[\s|:-]+$/.test(lines[1]!)
  const areItems =
    lines.length > 1 && lines.every((line) => /^\s*(?:[-*+•]|\d{1,2}[.)])[ \t]+\p{Lu}\p{Ll}+[ ][^{}<>=$|\\/:;_`]*$/u.test(line))
  if (isTable || areItems) {
    yield {
      offset: position!.start.offset!,
      sure: false,
      message: `This ${isTable ? 'table' : 'list'} is indented by four spaces or a tab, which makes it code: it is the same in every edition, and in no list of texts to translate.`,
      found: own.split('\n')[0]!.trim().slice(0, 60),
      expected: 'each line at the beginning of the line',
      remedy: 'Remove the spaces before it.',
    }
    return
  }
  const isHeading = lines.length === 1 && /^#{2,6}[ \t]+\p{Lu}/u.test(text)
  const areNames = lines.length > 1 && lines.every((line) => NAMES.test(line.trim())) && lines.some((line) => / /.test(line.trim()))
  const isProse = SENTENCE.test(text) && !/ {3,}|\t/.test(value.trim()) && text.split(' ').length >= 5
  if (!areNames && !isProse && !isHeading) return
  yield {
    offset: position!.start.offset!,
    sure: false,
    message:
      'This text is indented by four spaces or a tab, which makes it code: it is the same in every edition, and in no list of texts to translate.',
    found: own.split('\n')[0]!.trim().slice(0, 60),
    expected: 'the text at the beginning of the line; within a list, as far to the right as the text of the item above',
    remedy: 'Remove the spaces before it. If it is code, put it between two lines of ```.',
  }
}

/** A list whose written numbers differ from the printed ones. A list of 1. alone, or of 0. alone, is left to count by itself. */
function* numberSlips({ children }: List, source: string): Generator<Slip> {
  const numbers = children.map(({ position }) =>
    Number(/^\d*/.exec(source.slice(position!.start.offset, position!.start.offset! + 10))![0]),
  )
  const first = numbers[0]!
  if (first <= 1 && numbers.every((number) => number === first)) return
  const at = numbers.findIndex((number, index) => number !== first + index)
  if (at < 0) return
  const { start } = children[at]!.position!
  const found = source.slice(start.offset, start.offset! + 60).split('\n')[0]!
  if (numbers[at] === 1 && start.column > children[0]!.position!.start.column) {
    yield { ...SHALLOW, offset: start.offset!, sure: false, found }
    return
  }
  yield {
    offset: start.offset!,
    sure: false,
    message: `This item has the number ${numbers[at]}, and comes out as ${first + at}: a list counts on from the number of its first item.`,
    found,
    expected: `${first + at}.`,
    remedy: `Number the items in order; where this number is to stay, begin a paragraph in place of the item, with a backslash: ${numbers[at]}\\. and the text.`,
  }
}
