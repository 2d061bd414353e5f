import { PDFName } from '@cantoo/pdf-lib'
import { nextIdentifier, sequenceOf, type PrintedFile } from '../printed-file.ts'
import { around, closest, elementsOf, setTextEntry, type Content, type Element, type Kid } from '../tree.ts'

const ARTIFACT = '/Artifact <</Type /Layout >>BDC'

/** What keeps its drawings: they are what it says. */
const DRAWN = ['Figure', 'Formula', 'Form', 'Lbl']

/** Lines and areas that an element paints say nothing: they become artifacts and leave the structure. */
export function releaseDrawings(file: PrintedFile): void {
  for (const element of elementsOf(file.tree)) {
    if (closest(element, ...DRAWN)) continue
    element.kids = element.kids.filter((kid) => {
      if (kid.kind !== 'content') return true
      const sequence = sequenceOf(file, kid)
      if (!sequence) return false
      if (sequence.text !== '' || sequence.shows) return true
      release(file, kid)
      return false
    })
  }
}

/**
 * A table's head that is repeated on every page is read once: the others are artifacts. A head that is itself parted
 * by the page's end has other words on each and stays whole.
 */
export function releaseRepeatedCells(file: PrintedFile): void {
  for (const cell of elementsOf(file.tree, 'TH', 'TD')) {
    for (const element of elementsOf(cell)) {
      const first = element.kids.find((kid): kid is Content => kid.kind === 'content')
      if (!first) continue
      const text = sequenceOf(file, first)?.text
      element.kids = element.kids.filter((kid) => {
        const repeats = kid.kind === 'content' && kid.page !== first.page && sequenceOf(file, kid)?.text === text
        if (repeats) release(file, kid)
        return !repeats
      })
    }
  }
}

/** The number of an item whose first line goes overleaf is painted on both pages, whole on one: that one is read. */
export function releaseRepeatedLabels(file: PrintedFile): void {
  for (const label of elementsOf(file.tree, 'Lbl')) {
    const parts = label.kids.filter((kid) => kid.kind === 'content')
    const lengthOf = (part: Content): number => sequenceOf(file, part)?.text.trim().length ?? 0
    const whole = parts.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
    label.kids = label.kids.filter((kid) => {
      const repeats = kid.kind === 'content' && kid.page !== whole?.page
      if (repeats) release(file, kid)
      return !repeats
    })
  }
}

function release({ contentStreams }: PrintedFile, content: Content): void {
  const contentStream = contentStreams.get(content.contentStream)!
  const { open } = contentStream.sequences.get(content.mcid)!
  contentStream.edits.push({ ...open, text: ARTIFACT })
  contentStream.sequences.delete(content.mcid)
}

/**
 * The hyphen at a line's end becomes an element of its own that stands for a soft hyphen: extraction joins the word,
 * and a reader hears it whole (14.9.4 of ISO 32000-1).
 */
export function nameHyphens(file: PrintedFile): void {
  for (const element of elementsOf(file.tree)) {
    element.kids = element.kids.flatMap((kid): Kid[] => {
      const sequence = kid.kind === 'content' ? sequenceOf(file, kid) : undefined
      if (kid.kind !== 'content' || !sequence || sequence.hyphens.length === 0) return [kid]
      const contentStream = file.contentStreams.get(kid.contentStream)!
      const kids: Kid[] = [kid]
      for (const { start, end } of sequence.hyphens) {
        const hyphen = nextIdentifier(contentStream)
        const rest = hyphen + 1
        contentStream.edits.push({ start, end: start, text: `EMC\n/Span <</MCID ${hyphen} >>BDC\n` })
        contentStream.edits.push({ start: end, end, text: `\nEMC\n/NonStruct <</MCID ${rest} >>BDC` })
        const part = { ...sequence, hyphens: [], draws: false, shows: false, text: '' }
        contentStream.sequences.set(hyphen, { ...part, mcid: hyphen })
        contentStream.sequences.set(rest, { ...part, mcid: rest })
        const span = around(file.context, 'Span', [{ ...kid, mcid: hyphen }])
        span.parent = element
        setTextEntry(span, 'ActualText', '\u00AD')
        kids.push(span, { ...kid, mcid: rest })
      }
      return kids
    })
  }
}

/** Elements that hold nothing any more go; a cell stays, for the grid. */
export function pruneEmpty({ tree }: PrintedFile): void {
  const prune = (element: Element): boolean => {
    element.kids = element.kids.filter((kid) => kid.kind !== 'element' || !prune(kid))
    const says = ['Alt', 'ActualText'].some((key) => element.dict.has(PDFName.of(key)))
    return element.kids.length === 0 && !says && element.type !== 'TD' && element.type !== 'TH'
  }
  prune(tree)
}
