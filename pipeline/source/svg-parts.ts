import type { Element, Text } from 'xast'
import { shown } from '../files/identifier.ts'
import type { Position } from '../problem.ts'
import { addressesOf } from './style-addresses.ts'
import { ACTS, DRAWN, HOLDS_PAGE, HOLDS_WORDS, LEADS_OUT, MOVES, REFUSED, WORDS, type Wording } from './svg-elements.ts'

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink'

/** Reports a refused part: its problem, its place, and the text found. */
type Refuse = (wording: Wording, position: Position | undefined, found: string) => void

interface Around {
  readonly refuse: Refuse
  /** Namespaces by prefix; the default namespace has an empty prefix. */
  readonly namespaces: ReadonlyMap<string, string>
  /** True if nothing here is shown. */
  readonly hidden: boolean
}

/** A picture copied from a web page lacks the namespace declaration, but is SVG. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['', SVG_NAMESPACE],
  ['svg', SVG_NAMESPACE],
  ['xlink', XLINK_NAMESPACE],
])

/** Allowed addresses in a drawing: a place in it, or an embedded bitmap. */
const INWARD = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i

/**
 * Copies an element with only the parts that draw, under SVG’s own names without prefixes. Returns nothing for one that does not
 * draw.
 */
export function keptOf(element: Element, refuse: Refuse): Element | undefined {
  return kept(element, { refuse, namespaces: NAMESPACES, hidden: false })
}

function kept(element: Element, around: Around): Element | undefined {
  const { refuse } = around
  const namespaces = namespacesOf(element, around.namespaces)
  const [prefix, name] = partsOf(element.name)
  const namespace = namespaces.get(prefix)
  const at = element.position?.start
  const refused = Object.hasOwn(REFUSED, name.toLowerCase()) ? REFUSED[name.toLowerCase()] : undefined
  if (refused) refuse(refused, at, `<${shown(element.name)}>`)
  else if (namespace === XHTML_NAMESPACE) refuse(HOLDS_PAGE, at, `<${shown(element.name)}>`)
  if (refused || namespace !== SVG_NAMESPACE) return undefined
  const hidden = around.hidden || isHidden(element)
  if (WORDS.has(name)) {
    const words = wordsOf(element).trim()
    if (words !== '' && !hidden) refuse(HOLDS_WORDS, at, shown(words))
    return undefined
  }
  // A link does nothing in a picture; its contents are drawn.
  if (!DRAWN.has(name) && name !== 'a') return undefined
  const attributes = attributesOf(element, namespaces, refuse)
  if (name === 'a') delete attributes['href']
  if (name === 'style') {
    const css = wordsOf(element)
    refuseStyle(css, at, refuse)
    return { type: 'element', name, attributes, children: [{ type: 'text', value: css } satisfies Text] }
  }
  const children = element.children.flatMap((child) =>
    child.type === 'element' ? (kept(child, { refuse, namespaces, hidden }) ?? []) : [],
  )
  return { type: 'element', name: name === 'a' ? 'g' : name, attributes, children }
}

/** Splits a name into its prefix (or an empty one) and local name. */
function partsOf(name: string): [prefix: string, name: string] {
  const colon = name.indexOf(':')
  return [name.slice(0, Math.max(colon, 0)), name.slice(colon + 1)]
}

function namespacesOf({ attributes }: Element, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    const [prefix, local] = partsOf(name)
    if (name === 'xmlns') return [['', value ?? '']]
    return prefix === 'xmlns' ? [[local, value ?? '']] : []
  })
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

function attributesOf(element: Element, namespaces: ReadonlyMap<string, string>, refuse: Refuse): Record<string, string> {
  const attributes: Record<string, string> = {}
  const at = element.position?.start
  for (const [written, text] of Object.entries(element.attributes)) {
    const value = text ?? ''
    const [prefix, local] = partsOf(written)
    const name = namespaces.get(prefix) === XLINK_NAMESPACE && local === 'href' ? 'href' : written
    if (/^on/i.test(written)) refuse(ACTS, at, shown(`${written}="${value}"`))
    else if (name === 'href') {
      if (value.trim() !== '' && !INWARD.test(value) && partsOf(element.name)[1] !== 'a') refuse(LEADS_OUT, at, shown(value))
      if (written === 'href' || attributes['href'] === undefined) attributes['href'] = value
    } else if (prefix === 'xml' ? local === 'space' || local === 'lang' : prefix === '' && written !== 'xmlns' && written !== 'src') {
      const [outward] = addressesOf(value, (address) => INWARD.test(address))
      if (outward) refuse(LEADS_OUT, at, shown(outward.text))
      attributes[written] = value
    }
  }
  return attributes
}

function refuseStyle(css: string, at: Position | undefined, refuse: Refuse): void {
  const [outward] = addressesOf(css, (address) => INWARD.test(address))
  if (outward) refuse(LEADS_OUT, at, shown(outward.text))
  // Names can be escaped, which no drawing program does.
  const moving = /@[\w\\-]*(?:keyframes|\\)/i.exec(css)
  if (moving) refuse(MOVES, at, shown(moving[0]))
}

/** True if an element’s own attributes hide it, as editors hide layers. */
function isHidden({ attributes }: Element): boolean {
  return attributes['display'] === 'none' || /(?:^|;)\s*display\s*:\s*none/.test(attributes['style'] ?? '')
}

function wordsOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('')
}
