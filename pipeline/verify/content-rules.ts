import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { name, type ContentStream, type Reading } from './reading.ts'
import type { Rule } from './rule.ts'

/** What a stream paints, by how it is marked. */
interface Marks {
  readonly mcids: readonly number[]
  /** Operators that paint outside all marks. */
  readonly bare: readonly string[]
  /** Marks inside marks of the other kind. */
  readonly crossed: number
  /** Whether every mark that opens closes. */
  readonly balanced: boolean
  /** Font resource → character codes. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>
  readonly actualTexts: readonly string[]
}

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'sh'])
/** Strings, dictionaries, names, and what operators are made of. */
const TOKEN = /<<(?:[^<>]|<[^<>]*>)*>>|<[0-9a-f\s]*>|\((?:[^()\\]|\\.)*\)|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|[[\]]/gi

const read = new WeakMap<ContentStream, Marks>()

function marksOf(pdf: Reading, stream: ContentStream): Marks {
  const known = read.get(stream)
  if (known) return known
  const mcids: number[] = []
  const bare: string[] = []
  const codes = new Map<string, Set<number>>()
  const actualTexts: string[] = []
  const open: ('tag' | 'artifact' | 'other')[] = []
  let crossed = 0
  let balanced = true
  let font = ''
  let operands: string[] = []
  for (const [token] of stream.text.matchAll(TOKEN)) {
    if (!/^[A-Za-z'"]/.test(token) || token === 'true' || token === 'false') {
      operands.push(token)
      continue
    }
    const [tag, properties] = [operands.at(-2) ?? operands.at(-1), operands.at(-1) ?? '']
    if (token === 'BDC' || token === 'BMC') {
      const mcid = /\/MCID\s*(\d+)/.exec(properties)?.[1]
      const kind = mcid !== undefined ? 'tag' : (token === 'BMC' ? properties : tag) === '/Artifact' ? 'artifact' : 'other'
      if (mcid !== undefined) mcids.push(Number(mcid))
      if ((kind === 'tag' && open.includes('artifact')) || (kind === 'artifact' && open.includes('tag'))) crossed++
      const actual = /\/ActualText\s*<([0-9a-f]*)>/i.exec(properties)?.[1]
      if (actual !== undefined) actualTexts.push(Buffer.from(actual, 'hex').swap16().toString('utf16le'))
      open.push(kind)
    } else if (token === 'EMC') balanced = open.pop() !== undefined && balanced
    else if (token === 'Tf') font = operands.at(-2)?.slice(1) ?? ''
    else if (PAINTS.has(token) || token === 'Do') {
      if (!open.some((kind) => kind !== 'other') && !(token === 'Do' && drawsTagged(pdf, stream, properties.slice(1)))) bare.push(token)
      if (token === 'Tj' || token === 'TJ') {
        const set = codes.get(font) ?? new Set<number>()
        codes.set(font, set)
        for (const string of operands)
          if (string.startsWith('<')) for (const code of string.slice(1, -1).match(/.{4}/g) ?? []) set.add(Number.parseInt(code, 16))
      }
    }
    operands = []
  }
  const marks = { mcids, bare, crossed, balanced: balanced && open.length === 0, codes, actualTexts }
  read.set(stream, marks)
  return marks
}

/** Whether a form brings marks of its own. */
function drawsTagged(pdf: Reading, { resources }: ContentStream, form: string): boolean {
  const ref = resources?.lookupMaybe(name('XObject'), PDFDict)?.get(name(form))
  const stream = pdf.streams.find((each) => each.ref === String(ref))
  return stream !== undefined && marksOf(pdf, stream).mcids.length > 0
}

const inAll = (pdf: Reading, look: (marks: Marks, stream: ContentStream) => string[]): string[] =>
  pdf.streams.flatMap((stream) => look(marksOf(pdf, stream), stream).map((found) => `${placeOf(pdf, stream)}: ${found}`))

function placeOf(pdf: Reading, { ref, owner }: ContentStream): string {
  const page = pdf.pages.indexOf(owner)
  return page >= 0 ? `page ${page + 1}` : `form ${ref}`
}

/** Array of the elements that own a stream's sequences, by identifier. */
function parentsOf({ context, catalog }: Reading, { owner }: ContentStream): string[] {
  const number = owner.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber()
  const entries = catalog
    .lookupMaybe(name('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(name('ParentTree'), PDFDict)
    ?.lookupMaybe(name('Nums'), PDFArray)
  for (let at = 0; at < (entries?.size() ?? 0); at += 2) {
    if (entries!.lookup(at, PDFNumber).asNumber() !== number) continue
    const list = context.lookup(entries!.get(at + 1))
    return list instanceof PDFArray ? list.asArray().map(String) : []
  }
  return []
}

interface Face {
  readonly label: string
  readonly dict: PDFDict
  readonly codes: Set<number>
}

/** Every font that text is painted with, and the codes painted. */
function facesOf(pdf: Reading): Face[] {
  const faces = new Map<string, Face>()
  for (const stream of pdf.streams)
    for (const [key, codes] of marksOf(pdf, stream).codes) {
      const ref = stream.resources?.lookupMaybe(name('Font'), PDFDict)?.get(name(key))
      const dict = pdf.context.lookupMaybe(ref, PDFDict)
      if (!dict) continue
      const face = faces.get(String(ref)) ?? {
        label: dict.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? key,
        dict,
        codes: new Set(),
      }
      for (const code of codes) face.codes.add(code)
      faces.set(String(ref), face)
    }
  return [...faces.values()]
}

function unicodeOf({ dict }: Face): Map<number, string> {
  const stream = dict.lookup(name('ToUnicode'))
  const map = new Map<number, string>()
  if (!(stream instanceof PDFRawStream)) return map
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  for (const [, kind, block] of text.matchAll(/begin(bfchar|bfrange)([^]*?)end\1/g)) {
    const values = block!.match(/[0-9a-f]+/gi) ?? []
    const width = kind === 'bfchar' ? 2 : 3
    for (let at = 0; at + width <= values.length; at += width) {
      const from = Number.parseInt(values[at]!, 16)
      const to = Number.parseInt(values[at + width - 2]!, 16)
      const first = Number.parseInt(values[at + width - 1]!.slice(-4), 16)
      for (let code = from; code <= to; code++) map.set(code, String.fromCharCode(first + code - from))
    }
  }
  return map
}

const isComposite = ({ dict }: Face): boolean => dict.lookup(name('Subtype')) === name('Type0')

function isEmbedded({ dict }: Face): boolean {
  const descendant = dict.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0, PDFDict)
  const descriptor = (descendant ?? dict).lookupMaybe(name('FontDescriptor'), PDFDict)
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)))
}

/** What pages paint. */
export const CONTENT_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-3',
    expected: 'all that is painted is tagged or an artifact',
    check: (pdf) => inAll(pdf, ({ bare }) => (bare.length > 0 ? [`${bare.length} painted outside all marks, first ${bare[0]}`] : [])),
  },
  {
    id: 'ua-7.1-1',
    expected: 'no artifact in tagged content, and no tagged content in an artifact',
    check: (pdf) => inAll(pdf, ({ crossed }) => (crossed > 0 ? [`${crossed} marks of one kind in the other`] : [])),
  },
  {
    id: 'content-balance',
    expected: 'every mark that begins ends',
    check: (pdf) => inAll(pdf, ({ balanced }) => (balanced ? [] : ['marks that do not end'])),
  },
  {
    id: 'ua-7.1-parents',
    expected: 'content and structure lead to each other',
    check: (pdf) => {
      const owned = new Map(
        pdf.elements.flatMap(({ ref, contents }) => contents.map(({ stream, mcid }) => [`${stream} ${mcid}`, ref] as const)),
      )
      const painted = new Set<string>()
      const found = inAll(pdf, ({ mcids }, stream) => {
        const parents = mcids.length > 0 ? parentsOf(pdf, stream) : []
        return mcids.flatMap((mcid) => {
          painted.add(`${stream.ref} ${mcid}`)
          const owner = owned.get(`${stream.ref} ${mcid}`)
          if (owner === undefined) return [`the sequence ${mcid} is in no element`]
          return parents[mcid] === owner ? [] : [`the sequence ${mcid} leads to another element than the one that owns it`]
        })
      })
      const absent = [...owned]
        .filter(([key]) => !painted.has(key))
        .map(([key, ref]) => `the element ${ref} owns ${key}, which is not painted`)
      return [...found, ...absent]
    },
  },
  {
    id: 'ua-7.21.4-embedded',
    expected: 'every font is embedded, and none is drawn by Type 3',
    check: (pdf) => {
      const faces = facesOf(pdf)
      if (faces.length === 0) return ['no text']
      return faces.filter((face) => !isComposite(face) || !isEmbedded(face)).map(({ label }) => label)
    },
  },
  {
    id: 'ua-7.21.7-unicode',
    expected: 'every character that is painted has a Unicode value',
    check: (pdf) =>
      facesOf(pdf).flatMap((face) => {
        const map = unicodeOf(face)
        const without = [...face.codes].filter((code) => ['', '\0', '\uFEFF', '\uFFFE'].includes(map.get(code) ?? ''))
        return without.length > 0 ? [`${face.label}: ${without.length} characters`] : []
      }),
  },
  {
    id: 'ua-7.21.8-notdef',
    expected: 'no character without a glyph is painted',
    check: (pdf) => facesOf(pdf).flatMap(({ label, codes }) => (codes.has(0) ? [label] : [])),
  },
  {
    id: 'text-soft-hyphens',
    expected: 'words are whole: no soft hyphens in the text',
    check: (pdf) => inAll(pdf, ({ actualTexts }) => (actualTexts.some((text) => text.includes('\u00AD')) ? ['soft hyphens'] : [])),
  },
]
