/** Pixels as PNG has them: by their number in a palette, or each by its own three bytes. */
export type Drawn =
  | { readonly data: Uint8Array; readonly channels: 1; readonly palette: [number, number, number][] }
  | { readonly data: Uint8Array; readonly channels: 3 }

/** The most that a palette has room for. */
const MOST = 256
/** How many of the lowest bits of a channel tell no two colours apart. More of them are seen. */
const BLURS = [0, 1, 2, 3]

/**
 * Joins colours that the eye does not tell apart, so that letters with soft edges have a palette and a file a quarter as large. The
 * most frequent colour stands for those like it: grounds and inks stay what they are. A photograph keeps all of its colours.
 * @param pixels four bytes each, of which the last says nothing
 */
export function fewerColours(pixels: Uint8Array<ArrayBuffer>): Drawn {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4)
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour & 0xffffff, (counts.get(colour & 0xffffff) ?? 0) + 1)
  const byCount = [...counts].sort(([a, often], [b, seldom]) => seldom - often || a - b).map(([colour]) => colour)
  for (const bits of BLURS) {
    const mask = (0xff >> bits) << bits
    const numbers = new Map<number, number>()
    const palette: [number, number, number][] = []
    const byColour = new Map<number, number>()
    for (const colour of byCount) {
      const like = colour & (mask | (mask << 8) | (mask << 16))
      const number = numbers.get(like) ?? palette.push(channelsOf(colour)) - 1
      numbers.set(like, number)
      byColour.set(colour, number)
      if (palette.length > MOST) break
    }
    if (palette.length <= MOST)
      return { data: Uint8Array.from(colours, (colour) => byColour.get(colour & 0xffffff)!), channels: 1, palette }
  }
  const data = new Uint8Array(colours.length * 3)
  for (let at = 0; at < colours.length; at++) data.set(pixels.subarray(at * 4, at * 4 + 3), at * 3)
  return { data, channels: 3 }
}

/** The channels of a colour, the lowest byte first. */
function channelsOf(colour: number): [number, number, number] {
  return [colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff]
}
