/**
 * Visits every operation of a content stream (ISO 32000-1, 7.8.2). Strings, names, arrays and dictionaries are skipped
 * as operands: `text.slice(start, end)` is an operation with its operands.
 * @param text the decoded stream, a character a byte
 * @throws Error where the stream holds an inline image, which this browser never writes
 */
export function visitOperations(text: string, visit: (operator: string, start: number, end: number) => void): void {
  const { length } = text
  let start = -1
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code <= 0x20) {
      at++
      continue
    }
    if (start < 0) start = at
    if (code === 0x3c /* < */) at = text.charCodeAt(at + 1) === 0x3c ? at + 2 : text.indexOf('>', at) + 1
    else if (code === 0x28 /* ( */) at = endOfString(text, at)
    else if (code === 0x3e || code === 0x5b || code === 0x5d /* > [ ] */) at++
    else if (code === 0x2f /* / */) at = endOfRun(text, at + 1)
    else {
      const end = endOfRun(text, at + 1)
      if (code >= 0x41 || code === 0x27 || code === 0x22 /* ' " */) {
        const operator = operatorAt(text, at, end)
        if (operator === 'BI') throw new Error('The browser’s PDF has an unknown form: an inline image.')
        if (operator !== 'true' && operator !== 'false' && operator !== 'null') {
          visit(operator, start, end)
          start = -1
        }
      }
      at = end
    }
  }
}

/** The usual operators by their characters, so that no string is cut for each of the million that a book has. */
const KNOWN = new Map(
  ['BDC', 'EMC', 'BT', 'ET', 'Tf', 'Tm', 'Td', 'Tj', 'RG', 'rg', 'gs', 'cm', 're', 'f', 'q', 'Q'].map((operator) => [
    packed(operator, 0, operator.length),
    operator,
  ]),
)

function operatorAt(text: string, start: number, end: number): string {
  return (end - start <= 3 ? KNOWN.get(packed(text, start, end)) : undefined) ?? text.slice(start, end)
}

/** Up to three characters, a byte each, as one number. */
function packed(text: string, start: number, end: number): number {
  let code = 0
  for (let at = start; at < end; at++) code = (code << 8) | text.charCodeAt(at)
  return code
}

/** By its code, whether a character is white space or a delimiter. */
const ENDS = Uint8Array.from({ length: 256 }, (_, code) => Number(code <= 0x20 || '()<>[]/'.includes(String.fromCharCode(code))))

/** Where a name, a number or an operator ends: at white space or a delimiter. */
function endOfRun(text: string, from: number): number {
  let at = from
  while (at < text.length && ENDS[text.charCodeAt(at)] === 0) at++
  return at
}

/** Where a literal string ends: parentheses in it are paired or escaped. */
function endOfString(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return text.length
}
