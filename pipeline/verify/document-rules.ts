import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { listOf, name, textAt, type Reading } from './reading.ts'
import type { Rule } from './rule.ts'

interface Link {
  readonly ref: string
  readonly dict: PDFDict
  readonly page: number
}

function annotationsOf({ context, pages }: Reading): Link[] {
  return pages.flatMap((page, index) =>
    listOf(context, page.get(name('Annots'))).map((each) => ({ ref: String(each), dict: context.lookup(each, PDFDict), page: index + 1 })),
  )
}

const isTrue = (value: unknown): boolean => value === PDFBool.True

/** A property of the metadata: the text between its tags, markup and all. */
function property({ metadata }: Reading, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(metadata)?.[1]?.trim()
}

/** Actions that follow a link; all others do something (ISO 19005-2, 6.5.1). */
const ALLOWED_ACTIONS = new Set(['URI', 'GoTo', 'GoToR', 'Named', 'Thread', 'SubmitForm'])
/** What an archive may not hold, wherever it stands (ISO 19005-2, 6.1.7, 6.5, 6.8, 6.1.3). */
const FORBIDDEN_KEYS = ['JavaScript', 'AA', 'EmbeddedFiles', 'XFA', 'JS', 'Launch', 'NeedsRendering', 'AlternatePresentations', 'PresSteps']

/** What an annotation does; a structure element's attributes have the same name and may be a list. */
function actionOf(dict: PDFDict): unknown {
  const action = dict.lookup(name('A'))
  return action instanceof PDFDict ? action.lookup(name('S')) : undefined
}

const entity = (text: string): string => text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

/** What the document says of itself and may do. */
export const DOCUMENT_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-marked',
    expected: 'the document says that it is tagged, without doubt',
    check: ({ catalog }) => {
      const mark = catalog.lookupMaybe(name('MarkInfo'), PDFDict)
      return isTrue(mark?.lookup(name('Marked'))) && !isTrue(mark?.lookup(name('Suspects'))) ? [] : ['not marked']
    },
  },
  {
    id: 'ua-7.1-9',
    expected: 'metadata with the title',
    check: (pdf) => {
      const title = property(pdf, 'dc:title')
      const text = /<rdf:li xml:lang="x-default">([^<]+)</.exec(title ?? '')?.[1]
      const information = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict)
      if (!text) return ['no title']
      return information && textAt(information, 'Title') !== entity(text) ? ['another title in the information dictionary'] : []
    },
  },
  {
    id: 'ua-7.1-10',
    expected: 'the title is shown in the window',
    check: ({ catalog }) =>
      isTrue(catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.lookup(name('DisplayDocTitle'))) ? [] : ['the file’s name'],
  },
  {
    id: 'ua-5',
    expected: 'the metadata say that this is PDF/UA-1',
    check: (pdf) => (property(pdf, 'pdfuaid:part') === '1' ? [] : [property(pdf, 'pdfuaid:part') ?? 'nothing']),
  },
  {
    id: 'a-6.6.4',
    expected: 'the metadata say that this is PDF/A-2, level a, and describe what PDF/A does not know',
    check: (pdf) => {
      const level = `${property(pdf, 'pdfaid:part') ?? ''}${property(pdf, 'pdfaid:conformance') ?? ''}`
      const described = pdf.metadata.includes('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<')
      return [...(level === '2A' ? [] : [level || 'nothing']), ...(described ? [] : ['no description of pdfuaid'])]
    },
  },
  {
    id: 'a-6.6.2-metadata',
    expected: 'metadata that can be read without unpacking',
    check: ({ catalog }) => {
      const stream = catalog.lookup(name('Metadata'))
      return stream instanceof PDFRawStream && !stream.dict.has(name('Filter')) ? [] : ['packed or none']
    },
  },
  {
    id: 'ua-7.18.1-2',
    expected: 'every annotation says what it is for',
    check: (pdf) => annotationsOf(pdf).flatMap(({ dict, page }) => (textAt(dict, 'Contents')?.trim() ? [] : [`page ${page}`])),
  },
  {
    id: 'ua-7.18.5',
    expected: 'every link stands in the structure as a Link, and the structure leads back to it',
    check: (pdf) => {
      const owners = new Map(pdf.elements.flatMap((element) => element.annotations.map((ref) => [ref, element] as const)))
      const tree = pdf.catalog
        .lookupMaybe(name('StructTreeRoot'), PDFDict)
        ?.lookupMaybe(name('ParentTree'), PDFDict)
        ?.lookupMaybe(name('Nums'), PDFArray)
      const parents = new Map<number, string>()
      for (let at = 0; at < (tree?.size() ?? 0); at += 2) parents.set(tree!.lookup(at, PDFNumber).asNumber(), String(tree!.get(at + 1)))
      return annotationsOf(pdf).flatMap(({ ref, dict, page }) => {
        const owner = owners.get(ref)
        const number = dict.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber() ?? -1
        return owner?.type === 'Link' && parents.get(number) === owner.ref ? [] : [`page ${page}, in ${owner?.type ?? 'nothing'}`]
      })
    },
  },
  {
    id: 'ua-7.18.3',
    expected: 'pages with links are walked through in the structure’s order',
    check: ({ pages }) =>
      pages.flatMap((page, index) => (page.has(name('Annots')) && page.lookup(name('Tabs')) !== name('S') ? [`page ${index + 1}`] : [])),
  },
  {
    id: 'a-6.3.2-flags',
    expected: 'annotations are printed and not hidden',
    check: (pdf) =>
      annotationsOf(pdf).flatMap(({ dict, page }) =>
        ((dict.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0) & 0b100111) === 4 ? [] : [`page ${page}`],
      ),
  },
  {
    id: 'a-6.2.3-intent',
    expected: 'an output intent with a profile of three colours',
    check: ({ context, catalog }) => {
      const [intent] = listOf(context, catalog.get(name('OutputIntents'))).map((each) => context.lookupMaybe(each as never, PDFDict))
      const profile = intent?.lookup(name('DestOutputProfile'))
      if (intent?.lookup(name('S')) !== name('GTS_PDFA1') || !(profile instanceof PDFRawStream)) return ['none']
      const bytes = Buffer.from(profile.dict.has(name('Filter')) ? decodePDFRawStream(profile).decode() : profile.contents)
      const sound =
        bytes.length > 128 &&
        bytes.readUInt32BE(0) === bytes.length &&
        bytes.toString('latin1', 36, 40) === 'acsp' &&
        bytes.toString('latin1', 16, 20) === 'RGB '
      return sound && profile.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber() === 3 ? [] : ['a profile that is none']
    },
  },
  {
    id: 'a-6.5-actions',
    expected: 'nothing runs, opens or is enclosed',
    check: ({ context, catalog }) => {
      const found: string[] = catalog.has(name('OpenAction')) ? ['OpenAction'] : []
      for (const [ref, object] of context.enumerateIndirectObjects()) {
        const dict = object instanceof PDFRawStream ? object.dict : object
        if (!(dict instanceof PDFDict)) continue
        for (const key of FORBIDDEN_KEYS) if (dict.has(name(key))) found.push(`${key} in object ${ref.objectNumber}`)
        const action = actionOf(dict)
        if (dict.has(name('Subtype')) && action instanceof PDFName && !ALLOWED_ACTIONS.has(action.decodeText()))
          found.push(`${action.decodeText()} in object ${ref.objectNumber}`)
      }
      return found
    },
  },
  {
    id: 'a-6.1.3-identifier',
    expected: 'an identifier, and no encryption',
    check: ({ context }) => [
      ...(context.lookup(context.trailerInfo.ID) instanceof PDFArray ? [] : ['no identifier']),
      ...(context.trailerInfo.Encrypt ? ['encrypted'] : []),
    ],
  },
]
