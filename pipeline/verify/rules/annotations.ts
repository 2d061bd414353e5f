import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { listOf, name, textAt, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

interface Annotation {
  readonly ref: string
  readonly dict: PDFDict
  readonly page: number
}

function annotationsOf({ context, pages }: Reading): Annotation[] {
  return pages.flatMap((page, index) =>
    listOf(context, page.get(name('Annots'))).map((each) => ({ ref: String(each), dict: context.lookup(each, PDFDict), page: index + 1 })),
  )
}

/** Flags of an annotation (ISO 32000-1, table 165): printed; not invisible, hidden, without view, or toggled. */
const PRINTED = 1 << 2
const NOT_SHOWN = (1 << 0) | (1 << 1) | (1 << 5) | (1 << 8)

/** Target of a link: an address, or a named destination. */
function targetOf(dict: PDFDict): { address?: string; place?: string } {
  const action = dict.lookupMaybe(name('A'), PDFDict)
  const place = action?.lookup(name('D')) ?? dict.lookup(name('Dest'))
  return {
    ...(action && { address: textAt(action, 'URI') ?? '' }),
    ...(place && {
      place: place instanceof PDFName ? place.decodeText() : place instanceof PDFArray ? String(place.get(0)) : textOf(place),
    }),
  }
}

const textOf = (value: unknown): string => (value as { decodeText?: () => string }).decodeText?.() ?? ''

/** An absolute address, or a relative path of a file (RFC 3986, 4.2; ISO 32000-1, 12.6.4.7). */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\S|(?:\.\.\/)*[^\s:/?#.][^\s:?#]*(?:#\S*)?$)/i

/** Rules on annotations, all of which must be links. */
export const ANNOTATION_RULES: readonly Rule[] = [
  {
    id: 'ua-7.18.2',
    expected: 'no annotations but links',
    check: (pdf) =>
      annotationsOf(pdf)
        .filter(({ dict }) => dict.lookup(name('Subtype')) !== name('Link'))
        .map(({ dict, page }) => `${String(dict.lookup(name('Subtype')))} on page ${page}`),
  },
  {
    id: 'ua-7.18.3',
    expected: 'pages with links are walked through in the structure’s order',
    check: ({ pages }) =>
      pages.flatMap((page, index) => (page.has(name('Annots')) && page.lookup(name('Tabs')) !== name('S') ? [`page ${index + 1}`] : [])),
  },
  {
    id: 'ua-7.18.5-1',
    expected: 'every link stands in the structure as a Link, and the structure leads back to it',
    check: (pdf) => {
      const owners = new Map(pdf.elements.flatMap((element) => element.annotations.map((ref) => [ref, element] as const)))
      return annotationsOf(pdf).flatMap(({ ref, dict, page }) => {
        const owner = owners.get(ref)
        const parent = String(pdf.parents.get(dict.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber() ?? -1))
        return owner?.type === 'Link' && parent === owner.ref ? [] : [`page ${page}, in ${owner?.type ?? 'nothing'}`]
      })
    },
  },
  {
    id: 'ua-7.18.5-2',
    expected: 'every link says what it is for',
    check: (pdf) => annotationsOf(pdf).flatMap(({ dict, page }) => (textAt(dict, 'Contents')?.trim() ? [] : [`page ${page}`])),
  },
  {
    id: 'a-6.3.2',
    expected: 'links are printed and not hidden',
    check: (pdf) =>
      annotationsOf(pdf).flatMap(({ dict, page }) => {
        const flags = dict.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0
        return (flags & PRINTED) !== 0 && (flags & NOT_SHOWN) === 0 ? [] : [`page ${page}`]
      }),
  },
  {
    id: 'a-6.3.3',
    expected: 'links have no appearance of their own',
    check: (pdf) => annotationsOf(pdf).flatMap(({ dict, page }) => (dict.has(name('AP')) ? [`page ${page}`] : [])),
  },
  {
    id: 'links-lead',
    expected: 'every link leads to an address, to a file beside this one, or to a place in the document',
    check: (pdf) => {
      const places = pdf.catalog.lookupMaybe(name('Dests'), PDFDict)
      const leaves = new Set(pdf.pageRefs)
      return annotationsOf(pdf).flatMap(({ dict, page }) => {
        const { address, place } = targetOf(dict)
        const leads = place === undefined ? ADDRESS.test(address ?? '') : leaves.has(place) || places?.has(name(place))
        return leads ? [] : [`page ${page}: ${place ?? address ?? 'nowhere'}`]
      })
    },
  },
]
