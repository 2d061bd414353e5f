import { PDFArray, PDFDict, type PDFName, type PDFNumber } from '@cantoo/pdf-lib'
import { listOf, name, textAt, type Reading, type StructureElement } from './reading.ts'
import type { Rule } from './rule.ts'

/** The standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** Where a type may stand, and what may stand in it; a type that is not named is free. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
}
const KIDS: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
}

/** Language tags of BCP 47 as far as they are used: language, script, region. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[A-Za-z0-9]{4,8})*$/

function rootOf({ catalog }: Reading): PDFDict | undefined {
  return catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
}

function rolesOf(pdf: Reading): Map<string, string> {
  const roles = rootOf(pdf)?.lookupMaybe(name('RoleMap'), PDFDict)
  return new Map((roles?.entries() ?? []).map(([from, to]) => [from.decodeText(), (to as PDFName).decodeText()]))
}

/** An attribute of a structure element, whichever of its attribute objects holds it. */
function attribute({ context }: Reading, { dict }: StructureElement, key: string) {
  for (const each of listOf(context, dict.get(name('A')))) {
    const value = (context.lookup(each) as PDFDict | undefined)?.lookup?.(name(key))
    if (value) return value
  }
  return undefined
}

const label = ({ type, ref }: StructureElement): string => `${type} (object ${ref.replace(/ \d+ R$/, '')})`

/** How many columns each row of a table has, spans counted. */
function widths(pdf: Reading, table: StructureElement): number[] {
  const rows = table.kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids.filter(({ type }) => type === 'TR')))
  const filled = rows.map(() => 0)
  rows.forEach((row, y) => {
    for (const cell of row.kids) {
      const span = (key: string): number => (attribute(pdf, cell, key) as PDFNumber | undefined)?.asNumber() ?? 1
      for (let down = 0; down < span('RowSpan') && y + down < rows.length; down++) filled[y + down]! += span('ColSpan')
    }
  })
  return filled
}

const ofType = ({ elements }: Reading, ...types: readonly string[]): StructureElement[] =>
  elements.filter(({ type }) => types.includes(type))

/** What the structure says. */
export const STRUCTURE_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-structure',
    expected: 'a structure with a document at its root',
    check: ({ elements }) => (elements[0]?.type === 'Document' ? [] : [elements[0]?.type ?? 'none']),
  },
  {
    id: 'ua-7.1-5',
    expected: 'every type is a standard one or stands for one, and no standard type for another',
    check: (pdf) => {
      const roles = rolesOf(pdf)
      const unknown = pdf.elements.filter(({ type }) => !STANDARD.has(type) && !STANDARD.has(roles.get(type) ?? ''))
      return [...unknown.map(label), ...[...roles.keys()].filter((type) => STANDARD.has(type))]
    },
  },
  {
    id: 'ua-7.2-nesting',
    expected: 'lists, tables and contents are built of their parts',
    check: (pdf) =>
      pdf.elements.flatMap((element) => {
        const { type, parent, kids, contents } = element
        const stray =
          PARENTS[type] && !PARENTS[type].includes(parent?.type ?? '') ? [`${label(element)} in ${parent?.type ?? 'nothing'}`] : []
        const allowed = KIDS[type]
        if (!allowed) return stray
        const wrong = kids.filter((kid) => !allowed.includes(kid.type)).map((kid) => `${label(kid)} in ${type}`)
        return [...stray, ...wrong, ...(contents.length > 0 ? [`${label(element)} with bare content`] : [])]
      }),
  },
  {
    id: 'ua-7.4.2',
    expected: 'headings begin with the first level and leave none out',
    check: (pdf) => {
      let before = 0
      return pdf.elements.flatMap((element) => {
        const level = Number(/^H([1-6])$/.exec(element.type)?.[1])
        if (!level) return []
        const skips = level > before + 1
        const found = `${label(element)} after ${before === 0 ? 'no heading' : `H${before}`}`
        before = level
        return skips ? [found] : []
      })
    },
  },
  {
    id: 'ua-7.5-heads',
    expected: 'a table’s head cells say what they are the head of',
    check: (pdf) =>
      ofType(pdf, 'TH')
        .filter((cell) => !['Row', 'Column', 'Both'].includes((attribute(pdf, cell, 'Scope') as PDFName | undefined)?.decodeText() ?? ''))
        .map(label),
  },
  {
    id: 'ua-7.5-headers',
    expected: 'a cell names heads that are there',
    check: (pdf) => {
      const ids = new Set(pdf.elements.map(({ dict }) => textAt(dict, 'ID')))
      return ofType(pdf, 'TD', 'TH')
        .filter((cell) => {
          const headers = attribute(pdf, cell, 'Headers')
          return (
            headers instanceof PDFArray &&
            headers.asArray().some((each) => !ids.has((each as never as { decodeText(): string }).decodeText()))
          )
        })
        .map(label)
    },
  },
  {
    id: 'ua-7.2-15',
    expected: 'the rows of a table have the same number of columns',
    check: (pdf) =>
      ofType(pdf, 'Table').flatMap((table) => {
        const found = widths(pdf, table)
        return new Set(found).size > 1 ? [`${label(table)}: ${[...new Set(found)].join(', ')}`] : []
      }),
  },
  {
    id: 'ua-7.3-1',
    expected: 'a figure says what it shows',
    check: (pdf) =>
      ofType(pdf, 'Figure', 'Formula')
        .filter(({ dict }) => !textAt(dict, 'Alt')?.trim() && !textAt(dict, 'ActualText')?.trim())
        .map(label),
  },
  {
    id: 'ua-7.6-labels',
    expected: 'the label of a list item can be read',
    check: (pdf) => {
      const numbered = ofType(pdf, 'L').filter(({ kids }) => kids.some((item) => item.kids.some(({ type }) => type === 'Lbl')))
      return numbered.flatMap((list) =>
        list.kids.filter((item) => item.type === 'LI' && !item.kids.some(({ type }) => type === 'LBody')).map(label),
      )
    },
  },
  {
    id: 'ua-7.9',
    expected: 'every note has a name of its own',
    check: (pdf) => {
      const names = ofType(pdf, 'Note').map((note) => ({ note, id: textAt(note.dict, 'ID') ?? '' }))
      const ids = pdf.elements.flatMap(({ dict }) => textAt(dict, 'ID') ?? [])
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
      return [...names.filter(({ id }) => id === '').map(({ note }) => label(note)), ...twice]
    },
  },
  {
    id: 'ua-7.2-language',
    expected: 'the document and all that differs has its language, as a tag of BCP 47',
    check: ({ catalog, elements }) => {
      const whole = textAt(catalog, 'Lang')
      const all = [whole ?? 'none for the document', ...elements.flatMap(({ dict }) => textAt(dict, 'Lang') ?? [])]
      return [...new Set(all)].filter((tag) => !LANGUAGE.test(tag))
    },
  },
  {
    id: 'ua-7.1-parent',
    expected: 'an element’s parent is the one that it stands in',
    check: ({ elements, catalog }) =>
      elements
        .filter(({ dict, parent }) => String(dict.get(name('P'))) !== (parent?.ref ?? String(catalog.get(name('StructTreeRoot')))))
        .map(label),
  },
  {
    id: 'ua-7.1-empty',
    expected: 'nothing is tagged that is not there',
    check: (pdf) =>
      pdf.elements
        .filter(({ type, kids, contents, annotations, dict }) => {
          const says = dict.has(name('Alt')) || dict.has(name('ActualText')) || type === 'TD' || type === 'TH'
          return kids.length + contents.length + annotations.length === 0 && !says
        })
        .map(label),
  },
]
