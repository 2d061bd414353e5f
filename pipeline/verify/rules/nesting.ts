import type { Reading, StructureElement } from '../reading.ts'
import { label, ofType, type Rule } from '../rule.ts'

/** Allowed parents of structure types (ISO 14289-1, 7.2, by test number). */
const PARENTS: Readonly<Record<string, readonly [test: string, ...parents: string[]]>> = {
  TR: ['4', 'Table', 'THead', 'TBody', 'TFoot'],
  THead: ['5', 'Table'],
  TBody: ['6', 'Table'],
  TFoot: ['7', 'Table'],
  TH: ['8', 'TR'],
  TD: ['9', 'TR'],
  LI: ['17', 'L'],
  LBody: ['18', 'LI'],
  TOCI: ['26', 'TOC'],
}

/** Allowed children of structure types and their order, as a pattern of types with a space after each. */
const KIDS: Readonly<Record<string, readonly [test: string, pattern: RegExp]>> = {
  Table: ['3', /^(?:Caption )?(?:(?:TR )+|(?:THead )?(?:TBody )+(?:TFoot )?)(?:(?<!^Caption .*)Caption )?$/],
  TR: ['10', /^(?:T[HD] )+$/],
  L: ['19', /^(?:Caption )?(?:(?:L|LI) )+$/],
  LI: ['20', /^(?:(?:Lbl )?(?:LBody )+|Lbl )$/],
  TOC: ['27', /^(?:Caption )?(?:(?:TOC|TOCI) )+$/],
  TOCI: ['28', /^(?:(?:Lbl|Reference|NonStruct|P|TOC) )+$/],
  THead: ['36', /^(?:TR )+$/],
  TBody: ['37', /^(?:TR )+$/],
  TFoot: ['38', /^(?:TR )+$/],
}

/** Inline types, which may not contain blocks (ISO 32000-1, 14.8.4.4). */
const INLINE = new Set(['Span', 'Quote', 'Reference', 'Code', 'Link'])
/** Types that contain lines of text, and so no blocks. */
const LINES = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])
const BLOCKS = new Set(
  'Document Part Art Sect Div BlockQuote TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI LBody Table TR TH TD THead TBody TFoot Caption'.split(
    ' ',
  ),
)

const parentRules = Object.entries(PARENTS).map(([type, [test, ...parents]]): Rule => ({
  id: `ua-7.2-${test}`,
  expected: `${type} stands in ${parents.join(' or ')}`,
  check: (pdf) =>
    ofType(pdf, type).flatMap((element) => {
      const parent = element.parent?.type ?? 'nothing'
      return parents.includes(parent) ? [] : [`${label(element)} in ${parent}`]
    }),
}))

const kidRules = Object.entries(KIDS).map(([type, [test, pattern]]): Rule => ({
  id: `ua-7.2-${test}`,
  expected: `${type} is built of its parts, in their order`,
  check: (pdf) =>
    ofType(pdf, type).flatMap((element) => {
      const kids = element.kids.map((kid) => kid.type)
      if (element.contents.length > 0) return [`${label(element)} with bare content`]
      return pattern.test(kids.map((kid) => `${kid} `).join('')) ? [] : [`${label(element)}: ${kids.slice(0, 9).join(', ')}`]
    }),
}))

const within = (pdf: Reading, isOuter: (element: StructureElement) => boolean): string[] =>
  pdf.elements
    .filter(({ type, parent }) => BLOCKS.has(type) && parent && isOuter(parent))
    .map((element) => `${label(element)} in ${element.parent!.type}`)

/** Rules on the nesting of structure types. */
export const NESTING_RULES: readonly Rule[] = [
  ...parentRules,
  ...kidRules,
  {
    id: 'lines-hold-no-blocks',
    expected: 'no block stands in a line of text',
    check: (pdf) => within(pdf, ({ type }) => INLINE.has(type) || LINES.has(type)),
  },
]
