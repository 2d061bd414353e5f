import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { shown } from '../files/identifier.ts'
import { Failure, failure, problem, type Position, type Problem } from '../problem.ts'
import { BROKEN, DECLARES, EMPTY, LEADS_OUT, NO_SIZE, NO_SVG, SHAPES, TOO_MUCH, type Wording } from './svg-elements.ts'
import { keptOf, SVG_NAMESPACE } from './svg-parts.ts'
import { sizeOf } from './svg-size.ts'
import { isTooMuch } from './svg-weight.ts'

/**
 * Rewrites a drawing with only the elements that draw, so that browsers get exactly what was examined. Editors’ own data and
 * links are dropped silently, because a picture’s links do nothing.
 * @param file its path, for messages
 * @throws Failure with each part that acts, moves, loads or cannot be printed, with its line
 */
export function sanitizedSvg(bytes: Uint8Array, file: string): Uint8Array {
  const problems = new Map<string, Problem>()
  const refuse = (wording: Wording, position: Position | undefined, found: string): void => {
    // One problem of each kind is enough.
    if (!problems.has(wording.message)) problems.set(wording.message, problem({ rule: 'picture', file, position, found, ...wording }))
  }
  const text = textOf(bytes, file)
  const tree = parsed(text, file)
  for (const node of tree.children) {
    if (node.type === 'doctype' && text.slice(node.position!.start.offset, node.position!.end.offset).includes('['))
      refuse(DECLARES, node.position!.start, '<!DOCTYPE … [')
  }
  visit(tree, 'instruction', ({ name, position }) => {
    if (name === 'xml-stylesheet') refuse(LEADS_OUT, position?.start, '<?xml-stylesheet …?>')
  })
  const first = tree.children.find((node) => node.type === 'element')!
  const root = keptOf(first, refuse)
  if (root?.name !== 'svg') throw failing(NO_SVG, file, first.position?.start, `<${shown(first.name)}>`)
  const size = sizeOf(root.attributes)
  if (!size) refuse(NO_SIZE, first.position?.start, 'no viewBox, and not both a width and a height')
  if (problems.size === 0 && !draws(root)) refuse(EMPTY, first.position?.start, 'no shape')
  if (problems.size === 0 && isTooMuch(root)) refuse(TOO_MUCH, first.position?.start, 'more')
  if (problems.size > 0) throw new Failure(...problems.values())
  root.attributes = { xmlns: SVG_NAMESPACE, ...root.attributes, width: written(size!.width), height: written(size!.height) }
  return new TextEncoder().encode(toXml(root))
}

function draws(element: Element): boolean {
  return SHAPES.has(element.name) || element.children.some((child) => child.type === 'element' && draws(child))
}

/** A length as people would write it. */
function written(length: number): string {
  return String(Number(length.toPrecision(6)))
}

function textOf(bytes: Uint8Array, file: string): string {
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw failing(NO_SVG, file, undefined, 'a file that is no text in UTF-8')
  }
  const encoding = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1]
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding))
    throw failing(NO_SVG, file, { line: 1, column: 1 }, `encoding="${shown(encoding)}"`)
  return text
}

/** Limit of nested elements. Readers of a drawing recurse into them. */
const DEEPEST = 200

function parsed(text: string, file: string): Root {
  if (depthOf(text) > DEEPEST) throw failing(TOO_MUCH, file, undefined, `more than ${DEEPEST} levels`)
  try {
    return fromXml(text)
  } catch (error) {
    const { line, column, cause } = error as VFileMessage
    if (!(cause instanceof Error)) throw error
    throw failing(BROKEN, file, line === undefined ? undefined : { line, column: column ?? 1 }, cause.message.split('\n', 1)[0]!)
  }
}

/** Upper estimate of the nesting of tags, since comments and the like are counted as tags too. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (const [tag] of text
    .replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    .matchAll(/<\/?[^\s<>/!?](?:"[^"]*"|'[^']*'|[^"'<>])*>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>')) deepest = Math.max(deepest, ++depth)
  }
  return deepest
}

function failing(wording: Wording, file: string, position: Position | undefined, found: string): Failure {
  return failure({ rule: 'picture', file, position, found, ...wording })
}
