/** Elements of SVG 2 that draw or define drawing, and can neither act nor move. */
export const DRAWN: ReadonlySet<string> = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'switch', 'style', 'image', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon',
  'clipPath', 'mask', 'pattern', 'marker', 'linearGradient', 'radialGradient', 'stop', 'filter',
  'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap',
  'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feImage', 'feMerge',
  'feMergeNode', 'feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence',
]) // prettier-ignore

/** Elements that leave marks on paper. */
export const SHAPES: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image', 'use'])

/** Text of a problem with a drawing, and its remedy. */
export interface Wording {
  readonly message: string
  readonly expected: string
  readonly remedy: string
}

const PLAIN = 'Open the picture in the program that it was drawn with, and save it as “plain” SVG; or save it as PNG.'
const STILL = 'a drawing of shapes alone, which neither acts nor moves'

export const ACTS: Wording = {
  message: 'This picture holds a program, which no edition may run.',
  expected: STILL,
  remedy: PLAIN,
}
export const MOVES: Wording = {
  message: 'This picture moves: paper shows one moment of it, which may be one with nothing on it.',
  expected: STILL,
  remedy: 'Save the picture without its animation; or save the moment that is meant as PNG.',
}
export const HOLDS_PAGE: Wording = {
  message: 'This picture holds a piece of a web page, which is no part of a drawing and shows in few programs.',
  expected: STILL,
  remedy: `${PLAIN} In draw.io, switch off “Word Wrap” and “Formatted Text” before.`,
}
export const LEADS_OUT: Wording = {
  message: 'This picture asks for another file: the print reaches none, and a web page would tell others who reads it.',
  expected: 'an address that is a place in the picture, such as #arrow, or a picture within it: data:image/png, jpeg, gif or webp',
  remedy:
    'Open the picture in the program that it was drawn with, embed what it links to (in Inkscape: Extensions › Images), and save it anew.',
}
export const HOLDS_WORDS: Wording = {
  message:
    'This picture holds words as text: they are drawn with a face that the print does not have, and other machines may not have either.',
  expected: 'words as paths, which look the same everywhere',
  remedy:
    'Open the picture in the program that it was drawn with, turn its text into paths (in Inkscape: Edit › Select All, then Path › Object to Path), and save it anew; or save it as PNG.',
}
export const DECLARES: Wording = {
  message: 'This picture begins with declarations of its own, by which a few lines can be made to stand for millions.',
  expected: 'a DOCTYPE without square brackets, or none',
  remedy: PLAIN,
}
export const NO_SVG: Wording = {
  message: 'The picture’s file is not of the kind that its name says.',
  expected: 'an SVG file in UTF-8, whose first element is <svg>',
  remedy: 'Save the picture anew as SVG, or give its name the ending of the format that it has.',
}
export const BROKEN: Wording = {
  message: 'The picture’s file is damaged: it was cut short, or changed on its way, or is no XML.',
  expected: 'a whole file, as SVG is written',
  remedy: 'Fetch the file again from where it came, or save the picture anew.',
}
export const NO_SIZE: Wording = {
  message: 'This picture does not say how large it is.',
  expected: 'a viewBox, as in viewBox="0 0 200 100", or a width and a height',
  remedy: 'Set the size of the page in the program that it was drawn with (in Inkscape: File › Document Properties), and save it anew.',
}
export const EMPTY: Wording = {
  message: 'This picture draws nothing: nobody sees it, and in print its alternative text is lost too.',
  expected: 'a drawing with at least one shape',
  remedy: 'Save the picture anew, or take it out of the document.',
}
export const TOO_MUCH: Wording = {
  message: 'This picture repeats its parts so often, or holds them so deep in one another, that no page can show it in time.',
  expected: 'at most 100,000 shapes, those that are repeated counted each time, and 200 levels',
  remedy: 'Simplify the picture, or save it as PNG.',
}

/** Refused elements, by lower-case name. */
export const REFUSED: Readonly<Record<string, Wording>> = {
  script: ACTS,
  handler: ACTS,
  listener: ACTS,
  animate: MOVES,
  animatecolor: MOVES,
  animatemotion: MOVES,
  animatetransform: MOVES,
  discard: MOVES,
  set: MOVES,
  foreignobject: HOLDS_PAGE,
  iframe: HOLDS_PAGE,
  object: HOLDS_PAGE,
  embed: HOLDS_PAGE,
  audio: HOLDS_PAGE,
  video: HOLDS_PAGE,
  canvas: HOLDS_PAGE,
}

/** Elements that paint words. */
export const WORDS: ReadonlySet<string> = new Set(['text', 'flowRoot'])
