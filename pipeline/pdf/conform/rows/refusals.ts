import { PDFName } from '@cantoo/pdf-lib'
import { NAMELESS } from '../glyphs.ts'
import { Unprintable } from '../../unprintable.ts'
import { wordsAround, type PrintedFile } from '../printed-file.ts'
import { elementsOf } from '../tree.ts'

/** How many places an error names. */
const TOLD = 5

/** How much of the words around a picture is told. */
const LONGEST = 60

/** @param texts those of the page at the places, where the places are told in other words */
function refuse(what: string, places: readonly string[], texts = places): void {
  if (places.length > 0) throw new Unprintable(`${what}: ${[...new Set(places)].slice(0, TOLD).join(', ')}`, texts.slice(0, TOLD))
}

/**
 * What only the page could have done right.
 * @throws Unprintable naming it
 */
export function refuseFaults({ preparation }: PrintedFile): void {
  const quoted = preparation.faults.flatMap((fault) => /“(.+)”/s.exec(fault)?.[1] ?? [])
  refuse('The page holds what no PDF can', preparation.faults, quoted)
}

/**
 * Text that is painted outside the structure is lost to a reader: a pseudo-element's, unless the page hides it.
 * @throws Unprintable naming it
 */
export function refuseLostText({ contentStreams, preparation: { hidden } }: PrintedFile): void {
  const lost = [...contentStreams.values()]
    .flatMap(({ untagged }) => untagged)
    .filter((text) => !hidden.includes(text.replaceAll(/\s/g, '')))
  refuse('The page shows text that no reader would hear, since it stands in its style', lost)
}

/**
 * Text is painted with the faces that the page brings: those of the system are others on every machine, and have not
 * every character either.
 * @throws Unprintable naming the text or the face
 */
export function refuseForeignFaces({ contentStreams, preparation: { families, texts } }: PrintedFile): void {
  const all = [...contentStreams.values()]
  const glyphless = all.flatMap((each) => each.glyphless)
  refuse(
    'The page has characters that no face has',
    glyphless.map((text) => named(text, texts)),
    // What stands before and after the sign tells the place.
    glyphless.flatMap((text) => text.split(UNKNOWN)),
  )
  refuse(
    'The page has characters whose glyphs no reader could say, at the sign \uFFFD',
    all.flatMap(({ nameless }) => nameless.map((text) => text.replaceAll(NAMELESS, '\uFFFD'))),
  )
  const known = families.map((family) => family.replaceAll(' ', ''))
  const foreign = all.flatMap(({ faces }) => [...faces].filter(([face]) => !known.some((family) => face.startsWith(family))))
  refuse(
    'The page has characters that its own faces lack, so that another face stands in',
    foreign.map(([face, text]) => `${text.slice(0, 40)} (${face})`),
    foreign.map(([, text]) => text),
  )
}

/** Stands in a printed text for the sign that its face lacks. */
const UNKNOWN = '\uFFFD'

/** A printed text with the signs that are not known any more, as the page has them, each with its number. */
function named(printed: string, texts: readonly string[]): string {
  const pattern = new RegExp(
    printed
      .split(UNKNOWN)
      .map((part) => RegExp.escape(part))
      .join('(.)'),
    'su',
  )
  const [text, ...signs] = texts.map((each) => pattern.exec(each)).find((match) => match !== null) ?? [printed]
  const numbers = new Set(signs.map((sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`))
  return numbers.size > 0 ? `${text} (${[...numbers].join(' ')})` : text
}

/**
 * Content that is drawn twice would be read twice (7.20): a mask does that.
 * @throws Unprintable
 */
export function refuseDrawnTwice({ contentStreams }: PrintedFile): void {
  const twice = [...contentStreams.values()].filter(({ drawn, sequences }) => drawn > 1 && sequences.size > 0)
  const texts = twice.map(({ sequences }) => [...sequences.values()].map(({ text }) => text).join(' '))
  refuse('The page shows text in two layers, as a mask does', texts)
}

/**
 * Every figure says what it shows.
 * @throws Unprintable where one does not
 */
export function refuseMuteFigures(file: PrintedFile): void {
  const mute = elementsOf(file.tree, 'Figure').filter(({ dict }) => !['Alt', 'ActualText'].some((key) => dict.has(PDFName.of(key))))
  if (mute.length === 0) return
  const words = mute.map((figure) => wordsAround(file, figure)).filter((each) => each !== '')
  const near = words[0] === undefined ? '' : `, the first at “${words[0].slice(0, LONGEST)}”`
  throw new Unprintable(`The page shows ${mute.length} pictures without a text that says what is on them${near}.`, words)
}
