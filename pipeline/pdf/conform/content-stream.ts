import type { MarkedContent } from './marked-content.ts'
import type { PDFDict } from '@cantoo/pdf-lib'
import { createArtifacts } from './artifact-bounds.ts'
import { applyEdits, type Edit } from './edits.ts'
import { NO_FACE, utf16, type Face } from './fonts.ts'
import { learnGlyphs } from './glyph-values.ts'
import { createGlyphReader } from './glyphs.ts'
import { visitOperations } from './operations.ts'
import { isLineEnd, SOFT_HYPHEN, takeBack, unwrap, type LineEnd, type Replacement } from './soft-hyphens.ts'

/** A content stream that was read: a page's, or that of a form which it draws. */
export interface ContentStream {
  /** The stream's reference, or for a page the page's, as text. */
  readonly key: string
  /** The dictionary that holds StructParents. */
  readonly owner: PDFDict
  /** The stream as it was read, unpacked. */
  readonly content: Buffer
  readonly sequences: Map<number, MarkedContent>
  /** Text that is painted outside all marks, other than running heads: it has no place in the structure. */
  readonly untagged: string[]
  /** For each face, by its name, the first text that is painted with it. */
  readonly faces: Map<string, string>
  /** Around each character for which its face has no glyph: the text of the same run. */
  readonly glyphless: string[]
  /** Around each glyph of which nothing tells the text: the text of the same run. */
  readonly nameless: string[]
  /** Whether it holds tagged content, itself or in a form that it draws. */
  isTagged: boolean
  /** How often the pages draw it. */
  drawn: number
  /** Changes that will be made to it. */
  readonly edits: Edit[]
  /** Writes the changed stream. */
  write(): Promise<void>
}

const CONSTRUCTS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])

/** A stream to be read, and how what it names is looked up. */
export interface Source {
  readonly key: string
  readonly owner: PDFDict
  readonly content: Buffer
  /** Of the page, in points; a form has none and no running heads. */
  readonly height?: number | undefined
  readonly faceOf: (name: string) => Face
  /** The form of a name, read; nothing where that is a picture. */
  readonly formOf: (name: string) => ContentStream | undefined
  readonly write: (changed: Buffer) => Promise<void>
}

/**
 * Reads one stream and notes what must be changed in it for every mark to be a tag or an artifact (ISO 14289-1, 7.1),
 * whatever the structure will be.
 */
export function readContentStream({ key, owner, content, height, faceOf, formOf, write }: Source): ContentStream {
  const contentStream: ContentStream = {
    key,
    owner,
    content,
    sequences: new Map(),
    untagged: [],
    faces: new Map(),
    glyphless: [],
    nameless: [],
    isTagged: false,
    drawn: 1,
    edits: [],
    write: () => write(applyEdits(content, contentStream.edits)),
  }
  const { edits } = contentStream
  const artifacts = createArtifacts()
  const glyphs = createGlyphReader(content)

  /** The marks that are open: with an identifier, artifacts, or neither, which replace text. */
  const marks: { sequence?: MarkedContent; tagged: boolean; replaces?: Replacement }[] = []
  let tagged = 0
  let current: MarkedContent | undefined
  let path = -1
  let clipped = height === undefined
  let face = NO_FACE
  /** The text object that is being read. */
  let object = { start: 0, text: '', glyphs: 0, pending: -1, breaks: false, line: '', lacks: false, nameless: [] as number[] }
  /** Whether what was painted last ends with a soft hyphen, after which a line may end. */
  let breakable = false
  /** The hyphen that was painted last, as long as nothing follows on its line. */
  let hyphen: LineEnd | undefined

  visitOperations(content, (operator, start, end) => {
    switch (operator) {
      case 'BDC':
      case 'BMC': {
        glyphs.complete(object)
        const operands = content.toString('latin1', start, end)
        const mcid = /\/MCID (\d+)/.exec(operands)?.[1]
        if (mcid !== undefined) {
          artifacts.end(start)
          current = { mcid: Number(mcid), open: { start, end }, close: { start, end }, text: '', draws: false, shows: false, hyphens: [] }
          contentStream.sequences.set(current.mcid, current)
          contentStream.isTagged = true
          marks.push({ sequence: current, tagged: true })
          tagged++
        } else if (operands.startsWith('/Artifact')) {
          marks.push({ tagged: true })
          tagged++
        } else {
          const actual = /\/ActualText\s*<([0-9a-f]+)>/i.exec(operands)?.[1]
          marks.push({
            tagged: false,
            ...(actual && {
              replaces: { open: { start, end }, text: utf16(actual).replace('\uFEFF', ''), before: object.text.length, shown: [] },
            }),
          })
        }
        break
      }
      case 'EMC': {
        artifacts.close(start, marks.length)
        const mark = marks.pop()
        if (mark?.tagged) tagged--
        if (mark?.sequence) {
          mark.sequence.close = { start, end }
          current = marks.findLast(({ sequence }) => sequence)?.sequence
        }
        glyphs.complete(object)
        if (mark?.replaces) learnGlyphs(mark.replaces.text.replaceAll(SOFT_HYPHEN, ''), object, mark.replaces.before, face)
        if (mark?.replaces) breakable = unwrap(mark.replaces, { start, end }, object, edits)
        break
      }
      case 'Td':
        break
      case 'BT':
        object = { start, text: '', glyphs: 0, pending: start, breaks: breakable, line: '', lacks: false, nameless: [] }
        break
      case 'Tm':
        if (object.breaks || hyphen) {
          object.line = /\S+ +Tm$/.exec(content.toString('latin1', start, end))![0]
          if (hyphen?.line === object.line) takeBack(hyphen)
          hyphen = undefined
        }
        if (tagged === 0 && object.pending >= 0) {
          // Before the page's own clip stand its margin boxes; the page is drawn with y downwards from its top.
          const y = Number(/(\S+) +Tm$/.exec(content.toString('latin1', start, end))?.[1]) * CSS_PIXEL
          const kind = clipped ? 'layout' : y < height! / 2 ? 'header' : 'footer'
          artifacts.begin(object.pending, kind, marks.length)
          object.pending = -1
        }
        break
      case 'Tf':
        face = faceOf(content.toString('latin1', start + 1, content.indexOf(' ', start)))
        if (!contentStream.faces.has(face.name)) contentStream.faces.set(face.name, '')
        break
      case 'Tj':
      case 'TJ': {
        if (tagged === 0 && object.pending >= 0) {
          artifacts.begin(object.pending, 'layout', marks.length)
          object.pending = -1
        }
        const before = object.text.length
        const last = glyphs.read(object, face, start, end)
        const replaces = marks.at(-1)?.replaces
        if (replaces) {
          glyphs.complete(object)
          replaces.shown.push({ start, end, text: object.text.slice(before) })
        }
        breakable = face.hyphenated.has(last)
        break
      }
      case 'ET':
        glyphs.complete(object)
        if (contentStream.faces.get(face.name) === '') contentStream.faces.set(face.name, object.text.trim())
        if (object.lacks) contentStream.glyphless.push(object.text.trim())
        if (object.nameless.length > 0) contentStream.nameless.push(object.text.trim())
        if (current) {
          hyphen = isLineEnd(object) ? { sequence: current, line: object.line, sign: object.text } : undefined
          if (hyphen) current.hyphens.push({ start: object.start, end })
          current.text += hyphen ? SOFT_HYPHEN : object.text
        } else if (clipped && tagged === 0 && object.text.trim() !== '') contentStream.untagged.push(object.text)
        break
      case 'W':
      case 'W*':
        clipped = true
        break
      case 'n':
        path = -1
        break
      case 'sh':
        if (tagged === 0) artifacts.begin(start, 'layout', marks.length)
        else if (current) current.draws = true
        break
      case 'Do': {
        const form = formOf(/^\/(\S+)/.exec(content.toString('latin1', start, end))![1]!)
        if (form?.isTagged) {
          artifacts.end(start)
          contentStream.isTagged = true
        } else if (tagged === 0) artifacts.begin(start, 'layout', marks.length)
        else if (current) current.shows = true
        break
      }
      default:
        if (CONSTRUCTS.has(operator)) path = path < 0 ? start : path
        else if (PAINTS.has(operator)) {
          if (current) current.draws = true
          else if (tagged === 0) artifacts.begin(path, 'layout', marks.length)
          path = -1
        }
    }
  })
  artifacts.end(content.length)
  // A form without tags is what it is drawn in: a part of a figure, or of an artifact.
  if (height !== undefined || contentStream.isTagged) edits.push(...artifacts.bounds)
  return contentStream
}

/** The browser's unit of length in points. */
const CSS_PIXEL = 0.75
