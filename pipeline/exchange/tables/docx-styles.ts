import { childOf, childrenOf, type Node } from './office-xml.ts'
import type { Style } from './pieces.ts'

/** Faces in which every sign is as wide as any other. */
const MONOSPACED = /consol|courier|mono|menlo|monaco|typewriter|fixed|\bcode\b/i

/** True for a property that is switched off (ISO/IEC 29500-1, 17.17.4). */
export function isOff({ attributes }: Node): boolean {
  return ['false', '0', 'off', 'none'].includes(attributes['val'] ?? 'true')
}

/**
 * A reader of the styles of runs: their own properties over those of their character style, which people choose as Emphasis or Strong.
 * What a paragraph’s style says of all its words is no mark of some of them.
 * @param styles root of `styles.xml`
 */
export function runStyles(styles: Node | undefined): (properties: Node | undefined) => Style {
  const named = new Map(childrenOf(styles, 'style').map((style) => [style.attributes['styleId'] ?? '', style]))
  const kept = new Map<string, Style>()
  const styleNamed = (id: string | undefined, depth = 0): Style => {
    const style = id === undefined ? undefined : named.get(id)
    if (id === undefined || !style || depth > 20) return {}
    const known = kept.get(id)
    if (known) return known
    const made = { ...styleNamed(childOf(style, 'basedOn')?.attributes['val'], depth + 1), ...ownStyle(childOf(style, 'rPr')) }
    kept.set(id, made)
    return made
  }
  return (properties) => (properties ? { ...styleNamed(childOf(properties, 'rStyle')?.attributes['val']), ...ownStyle(properties) } : {})
}

function ownStyle(properties: Node | undefined): Style {
  const own: { -readonly [name in keyof Style]: Style[name] } = {}
  for (const child of properties?.children ?? []) {
    if (typeof child === 'string') continue
    if (child.name === 'b') own.bold = !isOff(child)
    else if (child.name === 'i') own.italic = !isOff(child)
    else if (child.name === 'strike' || child.name === 'dstrike') own.strike = !isOff(child) || own.strike === true
    else if (child.name === 'rFonts' && child.attributes['ascii'] !== undefined) own.code = MONOSPACED.test(child.attributes['ascii'])
    else if (child.name === 'vertAlign') {
      own.raised = child.attributes['val'] === 'superscript'
      own.lowered = child.attributes['val'] === 'subscript'
    }
  }
  return own
}
