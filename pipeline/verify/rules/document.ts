import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { dictionariesIn, objectsIn } from '../objects.ts'
import { name, textAt, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

const isTrue = (value: unknown): boolean => value === PDFBool.True

/** Allowed actions, which follow a link (ISO 19005-2, 6.5.1). */
const ALLOWED_ACTIONS = new Set(['URI', 'GoTo'])

/** Forbidden entries of the catalog, each with its clause or reason. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  OpenAction: '6.5.1',
  AA: '6.5.2',
  AcroForm: '6.4',
  NeedsRendering: '6.4.2',
  OCProperties: '6.9',
  Requirements: '6.11',
  Perms: '6.1.12',
  Collection: '6.8',
  AF: '6.8',
}
/** Entries that are forbidden in any object. */
const FORBIDDEN_ANYWHERE = ['JavaScript', 'JS', 'AA', 'EmbeddedFiles', 'EF', 'XFA', 'AlternatePresentations', 'PresSteps']

/** Objects of sound and film (ISO 32000-1, 13.2). */
const MEDIA = new Set(['/Rendition', '/MediaClip', '/MCD', '/MCS'])

/** Action of an annotation or bookmark. The attributes of a structure element have the same name, and may be a list. */
function actionOf(dict: PDFDict): PDFName | undefined {
  const action = dict.lookup(name('A'))
  const kind = action instanceof PDFDict ? action.lookup(name('S')) : undefined
  return kind instanceof PDFName && dict.lookup(name('Type')) !== name('StructElem') ? kind : undefined
}

/** The two byte strings that identify the file (ISO 32000-1, 14.4). They are no text, though they may begin like one in UTF-16. */
function identifiersIn(pdf: Reading): ReadonlySet<PDFObject> {
  const crossReferences = dictionariesIn(pdf).filter(({ object }) => object.lookup(name('Type')) === name('XRef'))
  return new Set(crossReferences.flatMap(({ object }) => object.lookupMaybe(name('ID'), PDFArray)?.asArray() ?? []))
}

/** Rules on the catalog and on actions. */
export const DOCUMENT_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-4',
    expected: 'the document says that it is tagged, without doubt',
    check: ({ catalog }) => {
      const mark = catalog.lookupMaybe(name('MarkInfo'), PDFDict)
      return isTrue(mark?.lookup(name('Marked'))) && !isTrue(mark?.lookup(name('Suspects'))) ? [] : ['not marked']
    },
  },
  {
    id: 'ua-7.1-10',
    expected: 'the title is shown in the window',
    check: ({ catalog }) =>
      isTrue(catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.lookup(name('DisplayDocTitle'))) ? [] : ['the file’s name'],
  },
  {
    id: 'a-6.5.1',
    expected: 'nothing runs or is opened but links',
    check: (pdf) =>
      dictionariesIn(pdf).flatMap(({ object, number }) => {
        const action = actionOf(object)?.decodeText()
        return action === undefined || ALLOWED_ACTIONS.has(action) ? [] : [`${action} in object ${number}`]
      }),
  },
  {
    id: 'a-6.4-6.11',
    expected: 'no forms, layers, requirements or actions of the document’s own',
    check: ({ catalog }) => Object.keys(FORBIDDEN).filter((key) => catalog.has(name(key))),
  },
  {
    id: 'a-6.8',
    expected: 'nothing is enclosed, and nothing is shown instead',
    check: (pdf) =>
      dictionariesIn(pdf).flatMap(({ object, number }) =>
        FORBIDDEN_ANYWHERE.filter((key) => object.has(name(key))).map((key) => `${key} in object ${number}`),
      ),
  },
  {
    id: 'ua-7.18.6.2',
    expected: 'no sounds and films, which would need a text in their place',
    check: (pdf) =>
      dictionariesIn(pdf).flatMap(({ object, number }) => {
        const kinds = ['Type', 'S'].map((key) => String(object.lookup(name(key))))
        return kinds.some((kind) => MEDIA.has(kind)) ? [`object ${number}`] : []
      }),
  },
  {
    id: 'texts-private',
    expected: 'no text of the document has a private character, which no reader can say',
    check: (pdf) => {
      const identifiers = identifiersIn(pdf)
      return objectsIn(pdf).flatMap(({ object, number }) =>
        object instanceof PDFHexString && !identifiers.has(object) && /\p{Co}/u.test(object.decodeText()) ? [`object ${number}`] : [],
      )
    },
  },
  {
    id: 'bookmarks',
    expected: 'every bookmark has its words and leads to a page, and every heading has one',
    check: (pdf) => {
      const leaves = new Set(pdf.pageRefs)
      const all = new Set<PDFDict>()
      const visit = (parent: PDFDict | undefined): void => {
        for (
          let item = parent?.lookupMaybe(name('First'), PDFDict);
          item && !all.has(item);
          item = item.lookupMaybe(name('Next'), PDFDict)
        ) {
          all.add(item)
          visit(item)
        }
      }
      visit(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))
      const items = [...all]
      const wrong = items.filter((item) => {
        const place = item.lookup(name('Dest'))
        return !textAt(item, 'Title')?.trim() || !(place instanceof PDFArray && leaves.has(String(place.get(0))))
      })
      const headings = pdf.elements.filter(({ type }) => /^H\d$/.test(type)).length
      return [
        ...wrong.map((item) => textAt(item, 'Title') ?? 'no title'),
        ...(items.length === headings ? [] : [`${items.length} bookmarks for ${headings} headings`]),
      ]
    },
  },
]
