/** Where a print does not say what its page does. */
export interface TextDifference {
  /** In words for who wrote the document. */
  readonly message: string
  /** What the page says there. */
  readonly text: string
}

/** So many are told. */
const MOST = 5

/** How much of a text is told before and after the place in it. */
const TOLD = 40

/**
 * Holds a print against its page, text by text and in their order: a sum would not tell what is lost from what is said twice.
 * Spaces, hyphens at the ends of lines and capitals are the layout’s.
 * @param texts what the page says
 * @param printed all that the print says
 */
export function textDifferences(texts: readonly string[], printed: string): TextDifference[] {
  // Most are alike in all that takes long to be looked through.
  if (dense(texts.join('')) === dense(printed)) return []
  const whole = comparable(printed)
  const differences: TextDifference[] = []
  let at = 0
  for (const [index, text] of texts.entries()) {
    const wanted = comparable(text)
    if (whole.startsWith(wanted, at)) {
      at += wanted.length
      continue
    }
    if (differences.length === MOST) return differences
    // Where this text is found before the next, it is whole, and something else stands before it.
    const next = index + 1 < texts.length ? whole.indexOf(comparable(texts[index + 1]!), at) : whole.length
    const found = whole.indexOf(wanted, at)
    if (found >= 0 && (next < 0 || found < next)) {
      differences.push({
        text,
        message: `“${excerpt(whole.slice(at, found))}” is said before “${excerpt(text)}”, where the page says nothing`,
      })
      at = found + wanted.length
    } else {
      const shared = Math.min(sharedBeginning(wanted, whole, at), next < 0 ? Infinity : next - at)
      differences.push(lostPart(text, shared))
      at = next < 0 ? at + shared : next
    }
  }
  if (differences.length === 0 && at < whole.length)
    differences.push({ text: texts.at(-1) ?? '', message: `“${excerpt(whole.slice(at))}” is said at the end, where the page says nothing` })
  return differences
}

/** What of a text is not printed, whose beginning is. */
function lostPart(text: string, shared: number): TextDifference {
  const place = placeIn(text, shared)
  // Of a block of code the line.
  const start = text.lastIndexOf('\n', place - 1) + 1
  const end = text.indexOf('\n', place)
  const line = text.slice(start, end < 0 ? text.length : end)
  const before = text.slice(start, place)
  const isWhole = before.trim() === ''
  return {
    text: line.trim(),
    message: isWhole
      ? `“${excerpt(line)}” is missing`
      : `“${excerpt(text.slice(place, start + line.length))}” is missing after “${before.length > TOLD ? '…' : ''}${before.slice(-TOLD).trimStart()}”`,
  }
}

/** Where in a text so many of the signs end that are compared. */
function placeIn(text: string, length: number): number {
  let compared = 0
  let place = 0
  for (const sign of text) {
    compared += comparable(sign).length
    if (compared > length) break
    place += sign.length
  }
  return place
}

function sharedBeginning(wanted: string, whole: string, at: number): number {
  let length = 0
  while (length < wanted.length && wanted[length] === whole[at + length]) length++
  return length
}

const excerpt = (text: string): string => {
  const line = text.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
  return line.length > TOLD * 2 ? `${line.slice(0, TOLD * 2)}…` : line
}

const dense = (text: string): string => text.replaceAll(/[\s\u00AD]+/g, '')

/** What of a text is compared: no space, no sign that is not seen, no capitals, which a style may set. */
const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toUpperCase()
