import { PDFArray, PDFNumber } from '@cantoo/pdf-lib'
import { isOperandOutOfReach } from './limits.ts'
import { hasLoneDigits, visitOperations } from './operations.ts'
import { name, placeOf, utf16, type ContentStream, type Reading } from './reading.ts'

/** Bit set of the marks open around something: a tag, an artifact, both or none. */
export type Around = number
export const TAG = 1
export const ARTIFACT = 2

/** Contents of a stream, by the marks in the stream itself. */
export interface Marks {
  readonly mcids: readonly number[]
  /** Painting operators outside all marks of the stream. */
  readonly bare: readonly string[]
  /** Numbers of artifacts, of artifacts inside tags, and of tags inside artifacts. */
  readonly artifacts: number
  readonly artifactsInTags: number
  readonly tagsInArtifacts: number
  /** Forms and pictures by resource name, with the marks open around each. */
  readonly drawn: readonly (readonly [name: string, around: Around])[]
  /** True if all marks are closed. */
  readonly balanced: boolean
  /** Character codes by font resource. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>
  readonly actualTexts: readonly string[]
  /** Languages named by marks. */
  readonly languages: readonly string[]
  readonly operators: ReadonlySet<string>
  /** Resources in use, by kind and name. */
  readonly resources: readonly (readonly [kind: string, name: string])[]
  /** Rendering intents. */
  readonly intents: readonly string[]
  /** Greatest nesting of saved graphics states. */
  readonly depth: number
  /** Operands beyond the limits. */
  readonly outOfReach: readonly string[]
  /** Hexadecimal strings with an odd number of digits, or none. */
  readonly loneDigits: readonly string[]
  /** Constructs that the rules cannot judge. */
  readonly unread: readonly string[]
}

/** Initial state, before the first operator. */
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
  /** Marks around the content after each open mark. */
  open: [] as Around[],
  /** The present font, and the fonts of saved graphics states. */
  font: '',
  fonts: [] as string[],
})
type Progress = ReturnType<typeof beginning>

type Read = (progress: Progress, operands: readonly string[]) => void

/** Effects of operators on marks, text and graphics state. */
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

/** Operators with a resource name, and the kind of resource (ISO 32000-1, 7.8.3). */
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
/** Operators that no page of this program contains. Their effects are not followed. */
const UNREAD: Readonly<Record<string, string>> = { "'": 'text on the next line', '"': 'text on the next line', BI: 'an inline picture' }

/** The four tables joined, because each of the ten thousand operators of a page is looked up once. */
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

/** Texts under a key of a mark’s properties, in hexadecimal UTF-16 or Latin letters. */
function textsOf(properties: string, key: string): string[] {
  const [, digits, letters] = new RegExp(`/${key}\\s*(?:<([0-9a-f]*)>|\\(([^)]*)\\))`, 'i').exec(properties) ?? []
  return digits === undefined ? (letters === undefined ? [] : [letters]) : [utf16(digits).replace(/^\uFEFF/, '')]
}

/** Length to which a faulty operand is shortened in a finding. */
const TOLD = 40

const marks = new WeakMap<ContentStream, Marks>()

/** Reads a stream; the result is cached. */
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

/** Findings in each stream, with the stream’s place. */
export function inAll(pdf: Reading, look: (marks: Marks, stream: ContentStream) => string[]): string[] {
  return pdf.streams.flatMap((stream) => look(marksOf(stream), stream).map((found) => `${placeOf(pdf, stream)}: ${found}`))
}

/** References of the elements that own a stream’s marked content, by identifier. */
export function parentsOf({ context, parents }: Reading, { owner }: ContentStream): string[] {
  const number = owner.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
  const list = context.lookup(parents.get(number))
  return list instanceof PDFArray ? list.asArray().map(String) : []
}
