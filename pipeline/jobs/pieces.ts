/** What many pages have alike: the text of a style element, and a picture or a face in base64. */
const ALIKE = /(?<=<style>)[^]*?(?=<\/style>)|(?<=;base64,)[A-Za-z0-9+/=]+/g

/** Shortest piece, in characters. A shorter one is sent sooner than it is asked for. */
const SHORTEST = 2_048

/** Stands where a piece was taken out. */
const PLACE = '\0'

/** A page, and what was taken out of it, in its order. */
export interface Parted {
  readonly rest: string
  readonly pieces: readonly string[]
}

/** Takes out of a page what other pages may have as well. Law: `joinPieces(partPage(page))` is the page. */
export function partPage(page: string): Parted {
  const pieces: string[] = []
  if (page.includes(PLACE)) return { rest: page, pieces }
  const rest = page.replaceAll(ALIKE, (text) => (text.length < SHORTEST ? text : (pieces.push(text), PLACE)))
  return { rest, pieces }
}

/** The inverse of `partPage`. @throws Error where the rest has not a place for each piece */
export function joinPieces({ rest, pieces }: Parted): string {
  if (pieces.length === 0) return rest
  const texts = rest.split(PLACE)
  if (texts.length !== pieces.length + 1) throw new Error('The page has not a place for each of its pieces.')
  return texts.map((text, at) => text + (pieces[at] ?? '')).join('')
}
