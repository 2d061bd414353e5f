import type { Element } from 'xast'
import { indentedOver, indentOf, type Indent } from './indents.ts'
import { childOf, isElement, isOn, valueOf } from './parts.ts'
import { spacedOver, spacingOf, type Spacing } from './spacing.ts'

/** What a style of Word stands for. */
export type Role = 'title' | 'subtitle' | 'quote' | 'caption' | 'code' | 'contents' | { readonly heading: number }

/** How a text looks. `size` is in half points. */
export interface Look {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly size?: number | undefined
  readonly underlined?: boolean | undefined
}

/** A style with all that it takes from those it is based on. */
export interface Style {
  readonly role?: Role | undefined
  readonly look: Look
  /** Properties `w:numPr` of its paragraphs, if they are items of a list. */
  readonly numbering?: Element | undefined
  readonly spacing: Spacing
  readonly indent: Indent
}

/** Styles by id, and that of text which has none. */
export interface Styles {
  readonly of: (id: string | undefined) => Style
  /** Properties `w:numPr` of a paragraph, its own or its style’s. */
  readonly numbering: (properties: Element | undefined) => Element | undefined
  /** The space around a paragraph, by its properties and its style. */
  readonly spacing: (properties: Element | undefined) => Spacing
  /** Where the words of a paragraph begin, by its properties and its style. */
  readonly indent: (properties: Element | undefined) => Indent
  /** The style of a paragraph, by its properties. */
  readonly idOf: (properties: Element | undefined) => string | undefined
  /** Language tag of text that has no other, as Word writes it. */
  readonly language: string | undefined
}

/** Names as files have them in every language of Word; LibreOffice has further ones. */
const ROLES: readonly (readonly [name: RegExp, role: Role])[] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'subtitle'],
  [/^(?:intense )?quote$|^block text$|^quotations?$/, 'quote'],
  [/^(?:caption|illustration|drawing|figure)$/, 'caption'],
  [/^(?:html preformatted|preformatted text|source (?:code|text)|code(?: block)?|html code|verbatim(?: char)?|macro text)$/, 'code'],
  [/^(?:toc|contents|index|table of|user index|illustration index) ?(?:\d+|heading|figures|authorities)\b/, 'contents'],
]

/** Reads `styles.xml`. */
export function readStyles(root: Element | undefined): Styles {
  const all = (root?.children ?? []).filter((node): node is Element => isElement(node, 'w:style'))
  const own = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const standard = [...own].find(([, style]) => style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'])?.[0]
  const defaults = childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')
  const plain: Style = {
    look: { size: sizeOf(defaults) ?? DEFAULT_SIZE },
    spacing: spacingOf(childOf(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')),
    indent: indentOf(childOf(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')),
  }
  const kept = new Map<string, Style>()
  const read = (id: string | undefined, seen: readonly string[] = []): Style => {
    const element = id === undefined ? undefined : own.get(id)
    if (id === undefined || !element || seen.includes(id)) return plain
    const known = kept.get(id)
    if (known) return known
    const parent = read(valueOf(element, 'w:basedOn'), [...seen, id])
    const style: Style = {
      role: roleOf(element) ?? (parent.role === 'title' || parent.role === 'subtitle' ? undefined : parent.role),
      look: merged(parent.look, lookOf(childOf(element, 'w:rPr'))),
      numbering: childOf(element, 'w:pPr', 'w:numPr') ?? parent.numbering,
      spacing: spacedOver(parent.spacing, spacingOf(childOf(element, 'w:pPr'))),
      indent: indentedOver(parent.indent, indentOf(childOf(element, 'w:pPr'))),
    }
    kept.set(id, style)
    return style
  }
  const idOf = (properties: Element | undefined): string | undefined => valueOf(properties, 'w:pStyle') ?? standard
  return {
    of: (id) => read(id ?? standard),
    idOf,
    numbering: (properties) => childOf(properties, 'w:numPr') ?? read(idOf(properties)).numbering,
    spacing: (properties) => spacedOver(read(idOf(properties)).spacing, spacingOf(properties)),
    indent: (properties) => indentedOver(read(idOf(properties)).indent, indentOf(properties)),
    language: childOf(defaults, 'w:lang')?.attributes['w:val'] ?? undefined,
  }
}

/** Size of text where a file says nothing (ISO/IEC 29500-1, 17.3.2.38). */
const DEFAULT_SIZE = 20

function roleOf(element: Element): Role | undefined {
  const name = (valueOf(element, 'w:name') ?? '').toLowerCase()
  const level = /^heading (\d)$/.exec(name)?.[1]
  if (level !== undefined) return { heading: Number(level) }
  const named = ROLES.find(([pattern]) => pattern.test(name))?.[1]
  return named ?? outlineOf(childOf(element, 'w:pPr'))
}

/** The level of a paragraph in Word’s outline; 9 is text (ISO/IEC 29500-1, 17.3.1.20). */
export function outlineOf(properties: Element | undefined): Role | undefined {
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? 9)
  return level < 9 ? { heading: level + 1 } : undefined
}

/** The look that run properties say. */
export function lookOf(run: Element | undefined): Look {
  return { bold: isOn(run, 'w:b'), italic: isOn(run, 'w:i'), size: sizeOf(run), underlined: isOn(run, 'w:u') }
}

/** A look with another over it. */
export function merged(under: Look, over: Look): Look {
  return {
    bold: over.bold ?? under.bold,
    italic: over.italic ?? under.italic,
    size: over.size ?? under.size,
    underlined: over.underlined ?? under.underlined,
  }
}

function sizeOf(run: Element | undefined): number | undefined {
  const size = Number(valueOf(run, 'w:sz') ?? Number.NaN)
  return Number.isFinite(size) ? size : undefined
}
