import { PDFArray, PDFDict, PDFNumber } from '@cantoo/pdf-lib'
import { name, type ContentStream, type Reading } from './reading.ts'

/** What a stream paints, by how it is marked. */
export interface Marks {
  readonly mcids: readonly number[]
  /** Operators that paint outside all marks. */
  readonly bare: readonly string[]
  /** Artifacts in tagged content. */
  readonly artifactsInTags: number
  /** Tagged content in artifacts. */
  readonly tagsInArtifacts: number
  /** Whether every mark that opens closes. */
  readonly balanced: boolean
  /** Font resource → character codes. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>
  readonly actualTexts: readonly string[]
  /** Languages that marks name. */
  readonly languages: readonly string[]
  readonly operators: ReadonlySet<string>
  /** Kind of resource and its name, each where it is used. */
  readonly resources: readonly (readonly [kind: string, name: string])[]
  /** How deep graphics states are saved in each other. */
  readonly depth: number
}

/** The operators that take a resource by its name, and the kind of it (ISO 32000-1, 7.8.3). */
const RESOURCES: Readonly<Record<string, string>> = {
  Do: 'XObject',
  Tf: 'Font',
  gs: 'ExtGState',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  SCN: 'Pattern',
  sh: 'Shading',
}
/** Colour spaces that are no resources. */
const DEVICES = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern'])

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'sh', 'BI'])
/** Strings, dictionaries, names, and what operators are made of. */
const TOKEN = /<<(?:[^<>]|<[^<>]*>)*>>|<[0-9a-f\s]*>|\((?:[^()\\]|\\.)*\)|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|[[\]]/gi

const read = new WeakMap<ContentStream, Marks>()

/** Reads a stream, once. */
export function marksOf(pdf: Reading, stream: ContentStream): Marks {
  const known = read.get(stream)
  if (known) return known
  const marks = readMarks(pdf, stream)
  read.set(stream, marks)
  return marks
}

function readMarks(pdf: Reading, stream: ContentStream): Marks {
  const mcids: number[] = []
  const bare: string[] = []
  const codes = new Map<string, Set<number>>()
  const actualTexts: string[] = []
  const languages: string[] = []
  const operators = new Set<string>()
  const resources: [string, string][] = []
  const open: ('tag' | 'artifact' | 'other')[] = []
  let artifactsInTags = 0
  let tagsInArtifacts = 0
  let balanced = true
  let font = ''
  let saved = 0
  let depth = 0
  let operands: string[] = []
  for (const [token] of stream.text.matchAll(TOKEN)) {
    if (!/^[A-Za-z'"]/.test(token) || token === 'true' || token === 'false' || token === 'null') {
      operands.push(token)
      continue
    }
    operators.add(token)
    const [tag, last] = [operands.at(-2) ?? operands.at(-1), operands.at(-1) ?? '']
    const kind = RESOURCES[token]
    const named = kind === 'Font' ? operands.at(-2) : last
    if (kind && named?.startsWith('/') && !(kind === 'ColorSpace' && DEVICES.has(named.slice(1)))) resources.push([kind, named.slice(1)])
    if (token === 'q') depth = Math.max(depth, ++saved)
    else if (token === 'Q') saved--
    else if (token === 'BDC' || token === 'BMC') {
      const mcid = /\/MCID\s*(\d+)/.exec(last)?.[1]
      const mark = mcid !== undefined ? 'tag' : (token === 'BMC' ? last : tag) === '/Artifact' ? 'artifact' : 'other'
      if (mcid !== undefined) mcids.push(Number(mcid))
      if (mark === 'tag' && open.includes('artifact')) tagsInArtifacts++
      if (mark === 'artifact' && open.includes('tag')) artifactsInTags++
      const actual = /\/ActualText\s*<([0-9a-f]*)>/i.exec(last)?.[1]
      if (actual !== undefined) actualTexts.push(Buffer.from(actual, 'hex').swap16().toString('utf16le'))
      const language = /\/Lang\s*\(([^)]*)\)/.exec(last)?.[1]
      if (language !== undefined) languages.push(language)
      open.push(mark)
    } else if (token === 'EMC') balanced = open.pop() !== undefined && balanced
    else if (token === 'Tf') font = named?.slice(1) ?? ''
    else if (PAINTS.has(token) || token === 'Do') {
      if (!open.some((each) => each !== 'other') && !(token === 'Do' && drawsTagged(pdf, stream, last.slice(1)))) bare.push(token)
      if (token === 'Tj' || token === 'TJ') {
        const set = codes.get(font) ?? new Set<number>()
        codes.set(font, set)
        for (const string of operands)
          if (string.startsWith('<')) for (const code of string.slice(1, -1).match(/.{4}/g) ?? []) set.add(Number.parseInt(code, 16))
      }
    }
    operands = []
  }
  balanced &&= open.length === 0
  return { mcids, bare, artifactsInTags, tagsInArtifacts, balanced, codes, actualTexts, languages, operators, resources, depth }
}

/** Whether a form brings marks of its own. */
function drawsTagged(pdf: Reading, { resources }: ContentStream, form: string): boolean {
  const ref = resources?.lookupMaybe(name('XObject'), PDFDict)?.get(name(form))
  const stream = pdf.streams.find((each) => each.ref === String(ref))
  return stream !== undefined && marksOf(pdf, stream).mcids.length > 0
}

/** What is found in each stream, with the stream's place. */
export function inAll(pdf: Reading, look: (marks: Marks, stream: ContentStream) => string[]): string[] {
  return pdf.streams.flatMap((stream) => look(marksOf(pdf, stream), stream).map((found) => `${placeOf(pdf, stream)}: ${found}`))
}

function placeOf(pdf: Reading, { ref, owner }: ContentStream): string {
  const page = pdf.pages.indexOf(owner)
  return page >= 0 ? `page ${page + 1}` : `form ${ref}`
}

/** Array of the elements that own a stream's sequences, by identifier. */
export function parentsOf({ context, parents }: Reading, { owner }: ContentStream): string[] {
  const number = owner.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
  const list = context.lookup(parents.get(number))
  return list instanceof PDFArray ? list.asArray().map(String) : []
}
