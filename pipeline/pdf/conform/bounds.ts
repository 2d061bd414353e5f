import { visitOperations } from './operations.ts'

/** An area, in the units of the space that it stands in. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** How a space is turned into the one around it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0]

/** A page’s content stream, and how what it draws by name is looked up. */
export interface Canvas {
  readonly content: Buffer
  /** The area that something drawn by name takes in the space at that place; nothing where it draws nothing. */
  readonly areaOf: (name: string) => { readonly box: Box; readonly matrix: Matrix } | undefined
}

/** How many points an operation of a path holds, and which of its numbers they are; a rectangle has two corners. */
const POINTS: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, v: 2, y: 2 }
const STROKES = new Set(['S', 's', 'B', 'B*', 'b', 'b*'])
const PAINTS = new Set([...STROKES, 'f', 'F', 'f*'])

/** A glyph’s measures in parts of the size, as in Noto Sans. */
const GLYPH = { width: 0.6, height: 0.75, depth: 0.25 } as const

/** What is kept and brought back by q and Q. */
interface State {
  readonly matrix: Matrix
  readonly clip: Box | undefined
  /** How wide a line is drawn. */
  readonly width: number
}

/**
 * The area that a part of a content stream paints, in the page's space: pictures, forms, paths and text, as far as they are
 * not clipped; a glyph is taken to be as wide as letters are on the average. Nothing where it paints nothing.
 */
export function paintedArea({ content, areaOf }: Canvas, from: number, to: number): Box | undefined {
  let state: State = { matrix: UNCHANGED, clip: undefined, width: 1 }
  const kept: State[] = []
  let path: Box | undefined
  let area: Box | undefined
  let clips = false
  let [textMatrix, size] = [UNCHANGED, 0]
  visitOperations(content.subarray(0, to), (operator, start, end) => {
    const numbers = (): number[] =>
      content
        .toString('latin1', start, end)
        .match(/-?(?:\d+\.?\d*|\.\d+)/g)
        ?.map(Number) ?? []
    const paint = (box: Box | undefined): void => {
      const seen = state.clip && box ? overlap(box, state.clip) : box
      if (start >= from && seen) area = area ? around(area, seen) : seen
    }
    switch (operator) {
      case 'q':
        kept.push(state)
        break
      case 'Q':
        state = kept.pop() ?? state
        break
      case 'cm':
        state = { ...state, matrix: within(numbers() as unknown as Matrix, state.matrix) }
        break
      case 'w':
        state = { ...state, width: numbers()[0]! }
        break
      case 're': {
        const [x, y, width, height] = numbers() as [number, number, number, number]
        const box = turned([x, y, x + width, y + height], state.matrix)
        path = path ? around(path, box) : box
        break
      }
      case 'W':
      case 'W*':
        clips = true
        break
      case 'Tf':
        size = numbers().at(-1)!
        break
      case 'Tm':
        textMatrix = numbers() as unknown as Matrix
        break
      case 'Td':
        textMatrix = within([1, 0, 0, 1, ...(numbers() as [number, number])], textMatrix)
        break
      case 'Tj': {
        // A page has thousands of them before its figure.
        if (start < from) break
        const glyphs = (content.indexOf('>', start) - content.indexOf('<', start) - 1) / 4
        const box: Box = [0, -GLYPH.depth * size, glyphs * GLYPH.width * size, GLYPH.height * size]
        paint(turned(box, within(textMatrix, state.matrix)))
        break
      }
      case 'Do': {
        const drawn = areaOf(/^\/(\S+)/.exec(content.toString('latin1', start, end))![1]!)
        if (drawn) paint(turned(drawn.box, within(drawn.matrix, state.matrix)))
        break
      }
      default: {
        for (let point = 0; point < (POINTS[operator] ?? 0); point++) {
          const [x, y] = numbers().slice(2 * point) as [number, number]
          const box = turned([x, y, x, y], state.matrix)
          path = path ? around(path, box) : box
        }
        if (operator !== 'n' && !PAINTS.has(operator)) break
        if (PAINTS.has(operator)) paint(path && STROKES.has(operator) ? stroked(path, state) : path)
        if (clips && path) state = { ...state, clip: state.clip ? (overlap(path, state.clip) ?? path) : path }
        path = undefined
        clips = false
      }
    }
  })
  return area
}

/** One turn after the other: the inner space into the outer, and that into its own. */
function within(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** The upright area around a box that is turned. */
function turned([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [left, right].flatMap((x) => [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const))
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** The area of a path with the line along it, which goes half its width to either side: a straight one alone has none. */
function stroked([left, bottom, right, top]: Box, { matrix: [a, b, c, d], width }: State): Box {
  const [x, y] = [(Math.hypot(a, c) * width) / 2, (Math.hypot(b, d) * width) / 2]
  return [left - x, bottom - y, right + x, top + y]
}

/** The smallest area that holds two. */
export function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** What two areas share; nothing where they lie apart. */
export function overlap(a: Box, b: Box): Box | undefined {
  const shared: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return shared[0] <= shared[2] && shared[1] <= shared[3] ? shared : undefined
}
