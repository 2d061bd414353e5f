import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { marksOf } from '../marks.ts'
import { listOf, name, textAt, type Reading, type StructureElement } from '../reading.ts'
import { attribute, label, ofType, type Rule } from '../rule.ts'

/** The standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** BCP 47 language tags, as far as they are in use: language, script, region, variants. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[A-Za-z0-9]{4,8})*$/

const rootOf = (catalog: PDFDict): PDFDict | undefined => catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)

function rolesOf({ catalog }: Reading): Map<string, string> {
  const roles = rootOf(catalog)?.lookupMaybe(name('RoleMap'), PDFDict)
  return new Map((roles?.entries() ?? []).map(([from, to]) => [from.decodeText(), (to as PDFName).decodeText()]))
}

/** Values of list numbering (ISO 32000-1, table 347). */
const NUMBERINGS = new Set('None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha'.split(' '))

/** True if a page paints an element directly, and not through a form. */
function isOnPage({ dict, contents }: StructureElement): boolean {
  return contents.length > 0 && contents.every(({ stream }) => stream === String(dict.get(name('Pg'))))
}

/** True if an element has a bounding box inside its page. */
function hasArea(pdf: Reading, element: StructureElement): boolean {
  const [left, bottom, right, top] = edgesOf(attribute(pdf, element, 'BBox'))
  const [pageLeft, pageBottom, pageRight, pageTop] = edgesOf(
    pdf.context.lookup(element.dict.get(name('Pg')), PDFDict).lookup(name('MediaBox')),
  )
  return left! < right! && bottom! < top! && left! >= pageLeft! && bottom! >= pageBottom! && right! <= pageRight! && top! <= pageTop!
}

function edgesOf(box: unknown): number[] {
  return box instanceof PDFArray ? box.asArray().map((edge) => (edge instanceof PDFNumber ? edge.asNumber() : Number.NaN)) : []
}

/** Rules on single structure elements. */
export const STRUCTURE_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-11',
    expected: 'a structure with one document at its root',
    check: ({ context, elements, catalog }) => {
      const root = rootOf(catalog)
      const kids = listOf(context, root?.get(name('K')))
      const roots = elements.filter(({ parent }) => !parent).map(({ type }) => type)
      return [
        ...(root?.lookup(name('Type')) === name('StructTreeRoot') ? [] : ['no root of that type']),
        ...(kids.length === 1 && roots[0] === 'Document' ? [] : [roots.join(', ') || 'none']),
      ]
    },
  },
  {
    id: 'structure-read',
    expected: 'elements that are objects by themselves, and references that say what they lead to (ISO 32000-1, 14.7.2 to 14.7.4)',
    check: ({ elements }) => elements.flatMap((element) => element.unread.map((found) => `${label(element)}: ${found}`)),
  },
  {
    id: 'attributes-read',
    expected: 'elements with attributes of their own, since none is looked for in classes',
    check: ({ elements, catalog }) => [
      ...(rootOf(catalog)?.has(name('ClassMap')) ? ['ClassMap'] : []),
      ...elements.filter(({ dict }) => dict.has(name('C'))).map(label),
    ],
  },
  {
    id: 'ua-7.1-12',
    expected: 'an element’s parent is the one that it stands in',
    check: ({ elements, catalog }) =>
      elements
        .filter(({ dict, parent }) => String(dict.get(name('P'))) !== (parent?.ref ?? String(catalog.get(name('StructTreeRoot')))))
        .map(label),
  },
  {
    id: 'ua-7.1-5',
    expected: 'every type is a standard one or stands for one',
    check: (pdf) => {
      const roles = rolesOf(pdf)
      return pdf.elements.filter(({ type }) => !STANDARD.has(type) && !STANDARD.has(roles.get(type) ?? '')).map(label)
    },
  },
  {
    id: 'ua-7.1-7',
    expected: 'no standard type stands for another',
    check: (pdf) => [...rolesOf(pdf).keys()].filter((type) => STANDARD.has(type)),
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
  {
    id: 'ua-7.2-29',
    expected: 'the document and all that differs has its language, as a tag of BCP 47 (also ISO 19005-2, 6.7.4)',
    check: ({ catalog, elements, streams }) => {
      const whole = textAt(catalog, 'Lang')
      const all = [
        whole ?? 'none for the document',
        ...streams.flatMap((stream) => marksOf(stream).languages),
        ...elements.flatMap(({ dict }) => (dict.has(name('Lang')) ? [textAt(dict, 'Lang') ?? ''] : [])),
      ]
      return [...new Set(all)].filter((tag) => !LANGUAGE.test(tag))
    },
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
    id: 'bounds',
    expected: 'a figure says which area of its page it takes (ISO 32000-1, 14.8.5.4.3)',
    check: (pdf) =>
      ofType(pdf, 'Figure')
        .filter((figure) => isOnPage(figure) && !hasArea(pdf, figure))
        .map(label),
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
    id: 'ua-7.4.4',
    expected: 'headings have levels',
    check: (pdf) => ofType(pdf, 'H').map(label),
  },
  {
    id: 'ua-7.6',
    expected: 'a list with labels says how it is numbered, and its labels can be read',
    check: (pdf) =>
      ofType(pdf, 'L').flatMap((list) => {
        const labelled = list.kids.some((item) => item.kids.some(({ type, dict }) => type === 'Lbl' && dict.has(name('ActualText'))))
        const numbering = attribute(pdf, list, 'ListNumbering')
        const isWrong = numbering ? !(numbering instanceof PDFName && NUMBERINGS.has(numbering.decodeText())) : labelled
        return isWrong ? [label(list)] : []
      }),
  },
  {
    id: 'ua-7.9-1',
    expected: 'every note has a name',
    check: (pdf) =>
      ofType(pdf, 'Note')
        .filter(({ dict }) => !textAt(dict, 'ID'))
        .map(label),
  },
  {
    id: 'ua-7.9-2',
    expected: 'no two elements have the same name',
    check: ({ elements }) => {
      const seen = new Set<string>()
      return elements.flatMap(({ dict }) => {
        const id = textAt(dict, 'ID')
        if (id === undefined) return []
        const isNew = !seen.has(id)
        seen.add(id)
        return isNew ? [] : [id]
      })
    },
  },
]
