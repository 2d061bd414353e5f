/** The most colours that a palette of PNG has. */
const MOST = 256
/** How many of the lowest bits of a channel no eye tells apart. */
const BLUR = 3

/** A colour as it stands in memory, the lowest byte first, and how often. */
interface Colour {
  readonly colour: number
  readonly count: number
}

/** A picture by numbers of colours. */
export interface Indexed {
  readonly data: Uint8Array
  readonly palette: readonly (readonly [number, number, number])[]
}

/**
 * Reduces a picture to a palette by median cut, so that its file is a fraction as large. The most frequent colour stands for those like
 * it: grounds and inks stay what they are.
 * @param pixels four bytes each, of which the last says nothing
 */
export function indexColours(pixels: Uint8Array<ArrayBuffer>): Indexed {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4).map((colour) => colour & 0xffffff)
  const counts = countOf(colours)
  const found = [...counts].map(([colour, count]) => ({ colour, count })).sort(byCount)
  // Alike are those whose upper bits are the same; of few colours each is kept.
  const like = found.length <= MOST ? (colour: number) => colour : (colour: number) => colour & LIKE
  const alike = Map.groupBy(found, ({ colour }) => like(colour))
  const boxes = cut([...alike.values()].map((each) => ({ colour: each[0]!.colour, count: sum(each) })))
  const numbers = new Map(boxes.flatMap((box, number) => box.map(({ colour }) => [like(colour), number] as const)))
  // Most pixels have the colour of the one before.
  const data = new Uint8Array(colours.length)
  for (let at = 0; at < colours.length; at++) data[at] = colours[at] === colours[at - 1] ? data[at - 1]! : numbers.get(like(colours[at]!))!
  return {
    data,
    palette: boxes.map((box) => CHANNELS.map((shift) => (box.toSorted(byCount)[0]!.colour >> shift) & 0xff) as [number, number, number]),
  }
}

const CHANNELS = [0, 8, 16]
const LIKE = CHANNELS.reduce<number>((mask, shift) => mask | (((0xff >> BLUR) << BLUR) << shift), 0)

/** How often each colour stands in a picture. */
function countOf(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (let from = 0, at = 1; at <= colours.length; at++) {
    if (colours[at] === colours[from]) continue
    counts.set(colours[from]!, (counts.get(colours[from]!) ?? 0) + at - from)
    from = at
  }
  return counts
}

function byCount(a: Colour, b: Colour): number {
  return b.count - a.count || a.colour - b.colour
}

function sum(colours: readonly Colour[]): number {
  return colours.reduce((all, { count }) => all + count, 0)
}

/** Parts colours into boxes: again and again the one in which most is to be seen, at its middle, across its longest side. */
function cut(colours: readonly Colour[]): (readonly Colour[])[] {
  const boxes = [measured(colours)]
  while (boxes.length < MOST) {
    const widest = boxes.reduce((a, b) => (b.weight > a.weight ? b : a))
    if (widest.weight === 0) break
    const sorted = widest.colours.toSorted((a, b) => channel(a, widest.side) - channel(b, widest.side) || a.colour - b.colour)
    const half = sum(sorted) / 2
    let [before, at] = [0, 0]
    while (at < sorted.length - 1 && (at === 0 || before + sorted[at]!.count <= half)) before += sorted[at++]!.count
    boxes.splice(boxes.indexOf(widest), 1, measured(sorted.slice(0, at)), measured(sorted.slice(at)))
  }
  return boxes.map((box) => box.colours)
}

function channel({ colour }: Colour, shift: number): number {
  return (colour >> shift) & 0xff
}

function measured(colours: readonly Colour[]) {
  const sides = CHANNELS.map((shift) => {
    const values = colours.map((each) => channel(each, shift))
    return { shift, length: values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0xff) }
  })
  const { shift: side, length } = sides.reduce((a, b) => (b.length > a.length ? b : a))
  return { colours, side, weight: length * Math.sqrt(Math.sqrt(sum(colours))) }
}
