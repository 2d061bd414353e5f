import { expect, test } from 'vitest'
import { paintedArea, UNCHANGED, type Box } from '../../pipeline/pdf/conform/bounds.ts'

const pictures: Readonly<Record<string, Box>> = { X1: [0, 0, 1, 1], X2: [0, 0, 50, 20] }
const canvas = (text: string) => ({
  content: Buffer.from(text, 'latin1'),
  areaOf: (name: string) => (pictures[name] ? { box: pictures[name], matrix: UNCHANGED } : undefined),
})
const area = (text: string): Box | undefined => paintedArea(canvas(text), text.indexOf('FIGURE'), text.length)

// A name stands for the mark that opens the figure.
test.each<[string, string, Box | undefined]>([
  ['a picture fills the unit of its space', 'q 100 0 0 50 10 20 cm /FIGURE gs /X1 Do Q', [10, 20, 110, 70]],
  ['a space in a space', '.5 0 0 .5 0 0 cm q 100 0 0 -50 10 80 cm /FIGURE gs /X1 Do Q', [5, 15, 55, 40]],
  ['what came back with Q is as before', '2 0 0 2 0 0 cm q 3 0 0 3 0 0 cm Q /FIGURE gs 1 1 10 10 re f', [2, 2, 22, 22]],
  ['a form takes its box', '/FIGURE gs 1 0 0 1 5 5 cm /X2 Do', [5, 5, 55, 25]],
  ['several paths together', '/FIGURE gs 1 2 m 3 8 l S 5 5 m 6 9 7 1 8 2 c f', [0.5, 1, 8, 9]],
  ['a straight line is as high as it is wide', '/FIGURE gs 4 w 10 20 m 50 20 l S', [8, 18, 52, 22]],
  ['its width is turned with its space', '0 3 -2 0 100 0 cm /FIGURE gs 2 w 10 20 m 10 40 l s', [18, 27, 62, 33]],
  ['a width ends with its state', 'q 8 w Q /FIGURE gs 10 20 m 50 20 l B', [9.5, 19.5, 50.5, 20.5]],
  ['a filled path has no line along it', '/FIGURE gs 4 w 1 1 2 2 re f', [1, 1, 3, 3]],
  ['a path that only clips is not painted', '/FIGURE gs 0 0 10 10 re W n 5 5 20 20 re f', [5, 5, 10, 10]],
  ['a clip ends with its state', '/FIGURE gs q 0 0 1 1 re W n Q 5 5 20 20 re f', [5, 5, 25, 25]],
  ['what is clipped away is not seen', '/FIGURE gs 0 0 10 10 re W n 20 20 5 5 re f', undefined],
  ['what stands before the figure is not of it', '0 0 500 500 re f /FIGURE gs 1 1 2 2 re f', [1, 1, 3, 3]],
  [
    'text from its first glyph to its last',
    '/FIGURE gs BT /F4 10 Tf 1 0 0 -1 30 40 Tm <0024> Tj 6 0 Td <00240025> Tj ET',
    [30, 32.5, 48, 42.5],
  ],
  ['nothing', '/FIGURE gs', undefined],
])('%s', (_, text, expected) => {
  const found = area(text)
  expect(found?.map((edge) => Math.round(edge * 100) / 100)).toEqual(expected)
})
