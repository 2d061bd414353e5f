import type { PhrasingContent, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { visit } from 'unist-util-visit'
import type { SegmentKind } from '../model/document.ts'
import { deepestIn, positionIn } from '../files/deepest.ts'
import { failure } from '../problem.ts'
import { readAmpersands } from './address-entities.ts'
import { takeAlerts } from './alerts.ts'
import { takeCaptions } from './captions.ts'
import { takeKeyPoints } from './key-points.ts'
import { isTooComplex, refuseComplex } from './complexity.ts'
import { endBareAddresses } from './bare-addresses.ts'
import { takeHtml } from './html.ts'
import { cutMarkdown, joinTrees, labelsIn, mayHoldAddress, normalLabel, type Piece } from './pieces.ts'
import { hasMarks, proseTree } from './prose.ts'

/** GitHub’s Markdown, except that single tildes do not strike through, for H~2~O. */
const GFM = { singleTilde: false }

const whole = unified().use(remarkParse).use(remarkGfm, GFM).use(remarkFrontmatter, ['yaml']).freeze()
/** The same for texts without bare addresses, and for those without tables as well. */
const withoutAddresses = whole().use(dropAddresses).freeze()
const withoutTables = whole().use(dropTables).freeze()
const withoutBoth = withoutAddresses().use(dropTables).freeze()

/**
 * Constructs that begin blocks. In a segment “6. и 7. јуна” is a date, not a list item. Definitions stay, because references need
 * them.
 */
const BLOCK_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
]

const inline = unified()
  .use(remarkParse)
  .use(remarkGfm, GFM)
  .use(function () {
    const data = this.data() as { micromarkExtensions?: unknown[] }
    ;(data.micromarkExtensions ??= []).push({ disable: { null: BLOCK_CONSTRUCTS } })
  })
  .freeze()
const inlineWithoutAddresses = inline().use(dropAddresses).freeze()

/**
 * Parses a Markdown file: CommonMark, GitHub’s tables, footnotes, strikethrough and alerts, YAML front matter, and a few HTML
 * elements.
 * @throws Failure if the text is too complex
 */
export function parseMarkdown(text: string, file: string): Root {
  refuseComplex(text, file)
  const treeOf = (piece: Piece): Root => (piece.isProse ? proseTree(piece.text) : parseWhole(piece.text))
  const tree = joinTrees(cutMarkdown(text).map((piece) => ({ ...piece, tree: bounded(piece, file, () => treeOf(piece)) })))
  if (text.includes('<')) takeHtml(tree)
  if (text.includes('[!')) takeAlerts(tree, text)
  takeCaptions(tree)
  takeKeyPoints(tree)
  return tree
}

/** White space that Markdown trims, folds or replaces: at either end, line ends, and NUL. */
const FOLDED = /^[ \t]|[\n\r\0]|[ \t]$/

/** Beginning of a definition, of a link or note. In a segment it is text. */
const DEFINING = /^([ \t]*\[(?:\\.|[^[\]\\])+\]):/gm
/** Replaces its colon during parsing. No text contains this character. */
const COLON = '\uFDD0'

/**
 * Parses the inline content of one segment. Block marks are text; line breaks are spaces.
 * @param definitions definitions of links and notes that the segment may refer to, as Markdown
 * @param kind kind of segment: in a cell, pipes in code may be escaped
 */
export function parseInline(text: string, definitions = '', kind: SegmentKind = 'paragraph'): PhrasingContent[] {
  // What is no prose is shown as it is written, and told by `check`.
  if (isTooComplex(text)) return [{ type: 'text', value: text }]
  // Most texts have no marks and need no parser; an edition has hundreds.
  if (text !== '' && !hasMarks(text) && !FOLDED.test(text)) return [{ type: 'text', value: text }]
  const needed = referredIn(text, definitions)
  const source = `${needed}\n\n${text.replaceAll(/\n\s*\n/g, '\n').replaceAll(DEFINING, `$1${COLON}`)}`
  const root = mayHoldAddress(source)
    ? readAmpersands(endBareAddresses(inline.parse(source), source))
    : inlineWithoutAddresses.parse(source)
  if (source.includes(COLON)) visit(root, 'text', (node) => void (node.value = node.value.replaceAll(COLON, ':')))
  if (text.includes('<')) takeHtml(root)
  if (kind === 'cell') visit(root, 'inlineCode', (code) => void (code.value = withPipes(code.value)))
  return root.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []))
}

/** Code of a table cell, with escaped pipes resolved (GFM 0.29, 4.10). A backslash does not escape another. */
export function withPipes(code: string): string {
  return code.replaceAll(/\\([\\|])/g, (written, sign: string) => (sign === '|' ? sign : written))
}

const LABEL = /^ {0,3}\[((?:\\.|[^[\]\\])+)\]:/

/** The definitions that a text refers to, because a long document has many. */
function referredIn(text: string, definitions: string): string {
  if (definitions === '' || !text.includes('[')) return ''
  const labels = labelsIn(text)
  return definitions
    .split('\n\n')
    .filter((definition) => labels.has(normalLabel(LABEL.exec(definition)?.[1] ?? '')))
    .join('\n\n')
}

function parseWhole(text: string): Root {
  const hasTable = TABLE.test(text)
  if (!mayHoldAddress(text)) return (hasTable ? withoutAddresses : withoutBoth).parse(text)
  return readAmpersands(endBareAddresses((hasTable ? whole : withoutTables).parse(text), text))
}

/** What a table has in its second line (GFM 0.29, 4.10). */
const TABLE = /\||:-|-:/

/** Removes the search for tables, which reads the first line of every paragraph twice. */
function dropTables(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const flow = Object.entries(extension.flow ?? {}).map(([code, constructs]) => {
      return [code, [constructs ?? []].flat().filter(({ name }) => name !== 'table')] as const
    })
    return { ...extension, flow: Object.fromEntries(flow) }
  })
}

/** Removes the search for bare addresses, which runs at every letter. */
function dropAddresses(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const text = Object.entries(extension.text ?? {}).flatMap(([code, constructs]) => {
      const others = [constructs ?? []].flat().filter(({ name }) => !name?.endsWith('Autolink'))
      return others.length > 0 ? [[code, others] as const] : []
    })
    return { ...extension, text: Object.fromEntries(text) }
  })
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().filter(({ enter }) => !enter || !('literalAutolink' in enter))
}

/** @throws Failure with the line that is nested most, where the parser overflows its stack */
function bounded({ text, start, line }: Piece, file: string, read: () => Root): Root {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const own = text.slice(start)
    throw failure({
      rule: 'too-complex',
      file,
      position: positionIn(own, deepestIn(own), line + 1),
      message: 'This text is nested too deeply to be read.',
      found: 'brackets, emphasis or quotations in each other',
      expected: 'a text whose marks are closed before others begin',
      remedy: 'Look for long runs of brackets, asterisks or quotation marks (>), and remove them.',
    })
  }
}
