import { PDFDict } from '@cantoo/pdf-lib'
import { marksOf, type Around, type Marks } from './marks.ts'
import { name, placeOf, type ContentStream, type Reading } from './reading.ts'

/** A page’s content, or a form at a place where it is drawn, with the marks that are open around it. */
interface Drawing {
  readonly stream: ContentStream
  readonly around: Around
  /** Marks around each drawn object that is not a form. */
  readonly pictures: readonly Around[]
}

const known = new WeakMap<Reading, readonly Drawing[]>()

/**
 * Each stream, once for each combination of marks around it. Pattern cells and masks are left out: the object that uses them
 * paints them, and is marked (ISO 32000-1, 8.7.3.1 and 11.6.5.2).
 */
function drawingsIn(pdf: Reading): readonly Drawing[] {
  const walked = known.get(pdf)
  if (walked) return walked
  const drawings = new Map<string, Drawing>()
  const visit = (stream: ContentStream, around: Around): void => {
    const key = `${stream.ref} ${around}`
    if (drawings.has(key)) return
    const pictures: Around[] = []
    drawings.set(key, { stream, around, pictures })
    for (const [named, inner] of marksOf(stream).drawn) {
      const form = formOf(pdf, stream, named)
      if (form) visit(form, around | inner)
      else pictures.push(around | inner)
    }
  }
  for (const stream of pagesOf(pdf)) visit(stream, 0)
  known.set(pdf, [...drawings.values()])
  return [...drawings.values()]
}

const pagesOf = ({ streams, pageRefs }: Reading): ContentStream[] => {
  const pages = new Set(pageRefs)
  return streams.filter(({ ref }) => pages.has(ref))
}

/** The form that a stream draws by a name. Absent for a picture. */
function formOf({ forms }: Reading, { resources }: ContentStream, named: string): ContentStream | undefined {
  return forms.get(String(resources?.lookupMaybe(name('XObject'), PDFDict)?.get(name(named))))
}

/** Findings in everything that is drawn, with the stream’s place. */
export function inDrawn(pdf: Reading, look: (marks: Marks, drawing: Drawing) => string[]): string[] {
  const found = drawingsIn(pdf).flatMap((drawing) =>
    look(marksOf(drawing.stream), drawing).map((each) => `${placeOf(pdf, drawing.stream)}: ${each}`),
  )
  return [...new Set(found)]
}

/** Forms that are drawn more than once, directly or through other forms. */
export function drawnAgain(pdf: Reading): ContentStream[] {
  const times = new Map<ContentStream, number>()
  const visit = (stream: ContentStream): void => {
    for (const [named] of marksOf(stream).drawn) {
      const form = formOf(pdf, stream, named)
      if (!form) continue
      times.set(form, (times.get(form) ?? 0) + 1)
      // A count of two suffices, and ends the recursion of a form that draws itself.
      if (times.get(form)! <= 2) visit(form)
    }
  }
  for (const stream of pagesOf(pdf)) visit(stream)
  return [...times].filter(([, count]) => count > 1).map(([form]) => form)
}
