import { PDFArray, PDFNumber } from '@cantoo/pdf-lib'
import { isOperandOutOfReach } from './limits.ts'
import { hasLoneDigits, visitOperations } from './operations.ts'
import { name, placeOf, utf16, type ContentStream, type Reading } from './reading.ts'

/** What is open around something, in bits: a tag, an artifact, both or nothing. */
export type Around = number
export const TAG = 1
export const ARTIFACT = 2

/** What a stream paints, by how it is marked in the stream itself. */
export interface Marks {
  readonly mcids: readonly number[]
  /** Operators that paint outside all marks of the stream. */
  readonly bare: readonly string[]
  /** How many artifacts there are, how many of them in tagged content, and how many tags in artifacts. */
  readonly artifacts: number
  readonly artifactsInTags: number
  readonly tagsInArtifacts: number
  /** Forms and pictures by the name of the resource, and what is open where each is drawn. */
  readonly drawn: readonly (readonly [name: string, around: Around])[]
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
  /** How colours are to be brought to the output. */
  readonly intents: readonly string[]
  /** How deep graphics states are saved in each other. */
  readonly depth: number
  /** Operands that not every reader can hold. */
  readonly outOfReach: readonly string[]
  /** Operands with hexadecimal digits that are not in pairs. */
  readonly loneDigits: readonly string[]
  /** What stands here in a form that the rules cannot judge. */
  readonly unread: readonly string[]
}

/** What is known of a stream before its first operator. */
const beginning = () => ({
  mcids: [] as number[],
  bare: [] as string[],
  artifacts: 0,
  artifactsInTags: 0,
  tagsInArtifacts: 0,
  drawn: [] as [string, Around][],
  balanced: true,
  codes: new Map<string, Set<number>>(),
  actualTexts: [] as string[],
  languages: [] as string[],
  operators: new Set<string>(),
  resources: [] as [string, string][],
  intents: [] as string[],
  depth: 0,
  outOfReach: [] as string[],
  loneDigits: [] as string[],
  unread: [] as string[],
  /** What is open after each mark that is not closed yet. */
  open: [] as Around[],
  /** The font now, and those that were when graphics states were saved. */
  font: '',
  fonts: [] as string[],
})
type Progress = ReturnType<typeof beginning>

type Read = (progress: Progress, operands: readonly string[]) => void

/** What operators do with marks, text and the state of graphics. */
const READ: Readonly<Record<string, Read>> = {
  q: (progress) => (progress.depth = Math.max(progress.depth, progress.fonts.push(progress.font))),
  Q: (progress) => (progress.font = progress.fonts.pop() ?? progress.font),
  BMC: (progress, [tag]) => openMark(progress, tag),
  BDC: (progress, [tag, properties = '']) => {
    openMark(progress, tag, /\/MCID\s*(\d+)/.exec(properties)?.[1])
    if (properties.startsWith('/')) progress.unread.push(`a mark with the properties ${properties.slice(1)}`)
    progress.actualTexts.push(...textsOf(properties, 'ActualText'))
    progress.languages.push(...textsOf(properties, 'Lang'))
  },
  EMC: (progress) => (progress.balanced = progress.open.pop() !== undefined && progress.balanced),
  Do: ({ drawn, open }, [named = '']) => drawn.push([named.slice(1), open.at(-1) ?? 0]),
  Tf: (progress, [named = '']) => (progress.font = named.slice(1)),
  ri: ({ intents }, [intent = '']) => intents.push(intent.slice(1)),
  Tj: showText,
  TJ: showText,
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

const PAINT: readonly string[] = ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'sh', 'BI']
/** Operators that no page of ours has: what they paint is not followed. */
const UNREAD: Readonly<Record<string, string>> = { "'": 'text on the next line', '"': 'text on the next line', BI: 'an inline picture' }

/** The four tables in one: a page has ten thousand operators, each of which is looked up once. */
const OPERATORS = new Map(
  [...new Set([READ, RESOURCES, UNREAD].flatMap(Object.keys).concat(PAINT))].map((operator) => [
    operator,
    { read: READ[operator], kind: RESOURCES[operator], paints: PAINT.includes(operator), unread: UNREAD[operator] },
  ]),
)

function openMark(progress: Progress, tag: string | undefined, mcid?: string): void {
  const isArtifact = tag === '/Artifact'
  const around = (progress.open.at(-1) ?? 0) | (mcid === undefined ? 0 : TAG) | (isArtifact ? ARTIFACT : 0)
  if (mcid !== undefined) {
    progress.mcids.push(Number(mcid))
    if (around & ARTIFACT) progress.tagsInArtifacts++
  }
  if (isArtifact) {
    progress.artifacts++
    if (around & TAG) progress.artifactsInTags++
  }
  progress.open.push(around)
}

function showText({ codes, font, unread }: Progress, operands: readonly string[]): void {
  const shown = codes.get(font) ?? new Set<number>()
  codes.set(font, shown)
  if (font === '') unread.push('text in a font that is set elsewhere')
  for (const string of operands)
    if (string.startsWith('<')) for (let at = 1; at + 4 < string.length; at += 4) shown.add(Number.parseInt(string.slice(at, at + 4), 16))
    else if (string.startsWith('(')) unread.push('text in literal characters')
}

/** What a mark's properties say under a key: in hexadecimal digits of UTF-16, or in Latin letters. */
function textsOf(properties: string, key: string): string[] {
  const [, digits, letters] = new RegExp(`/${key}\\s*(?:<([0-9a-f]*)>|\\(([^)]*)\\))`, 'i').exec(properties) ?? []
  return digits === undefined ? (letters === undefined ? [] : [letters]) : [utf16(digits).replace(/^\uFEFF/, '')]
}

/** So much of an operand is told where it is wrong. */
const TOLD = 40

const marks = new WeakMap<ContentStream, Marks>()

/** Reads a stream, once. */
export function marksOf(stream: ContentStream): Marks {
  const before = marks.get(stream)
  if (before) return before
  const progress = beginning()
  visitOperations(stream.text, (operator, operands) => {
    progress.operators.add(operator)
    for (const operand of operands) {
      if (isOperandOutOfReach(operand)) progress.outOfReach.push(operand.slice(0, TOLD))
      if (operand.startsWith('<') && hasLoneDigits(operand)) progress.loneDigits.push(operand.slice(0, TOLD))
    }
    const known = OPERATORS.get(operator)
    if (known === undefined) return
    const { kind, paints, unread, read } = known
    const named = kind === 'Font' ? operands[0] : operands.at(-1)
    if (kind && named?.startsWith('/')) progress.resources.push([kind, named.slice(1)])
    if (paints && !progress.open.at(-1)) progress.bare.push(operator)
    if (unread !== undefined) progress.unread.push(unread)
    read?.(progress, operands)
  })
  progress.balanced &&= progress.open.length === 0
  marks.set(stream, progress)
  return progress
}

/** What is found in each stream, with the stream's place. */
export function inAll(pdf: Reading, look: (marks: Marks, stream: ContentStream) => string[]): string[] {
  return pdf.streams.flatMap((stream) => look(marksOf(stream), stream).map((found) => `${placeOf(pdf, stream)}: ${found}`))
}

/** Array of the elements that own a stream's sequences, by identifier. */
export function parentsOf({ context, parents }: Reading, { owner }: ContentStream): string[] {
  const number = owner.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
  const list = context.lookup(parents.get(number))
  return list instanceof PDFArray ? list.asArray().map(String) : []
}
