/**
 * Visits every operation of a content stream (ISO 32000-1, 7.8.2). Strings, names, arrays and dictionaries are skipped
 * as operands: what stands from `start` to `end` is an operation with its operands.
 * @param stream unpacked
 * @throws Error where the stream holds an inline image, which this browser never writes
 */
export function visitOperations(stream: Buffer, visit: (operator: string, start: number, end: number) => void): void {
  const { length } = stream
  let start = -1
  let at = 0
  while (at < length) {
    const code = stream[at]!
    const kind = KINDS[code]
    if (kind === SPACE) {
      at++
      continue
    }
    if (start < 0) start = at
    if (kind === OPERAND) at++
    else if (kind === WORD) {
      const end = endOfWord(stream, at + 1)
      const operator = operatorAt(stream, at, end)
      at = end
      if (operator === 'BI') throw new Error('The browser’s PDF has an unknown form: an inline image.')
      if (operator === 'true' || operator === 'false' || operator === 'null') continue
      visit(operator, start, end)
      start = -1
    } else if (code === 0x2f /* / */) at = endOfWord(stream, at + 1)
    else if (code === 0x28 /* ( */) at = endOfString(stream, at)
    else at = stream[at + 1] === code ? at + 2 : endOfHexadecimal(stream, at)
  }
}

const [SPACE, OPERAND, WORD, OPENING] = [0, 1, 2, 3] as const

/** What begins with a character, by its code: digits and the signs of numbers are operands of themselves, and so are brackets. */
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code <= 0x20) return SPACE
  const character = String.fromCharCode(code)
  return '(</'.includes(character) ? OPENING : '0123456789+-.>[]'.includes(character) ? OPERAND : WORD
})

/** The usual operators of one or two characters, by these, so that no string is made for each of the million that a book has. */
const KNOWN: (string | undefined)[] = Array.from({ length: 0x80 << 7 })
for (const operator of ['BT', 'ET', 'Tf', 'Tm', 'Td', 'Tj', 'RG', 'rg', 'gs', 'cm', 're', 'f', 'q', 'Q'])
  KNOWN[(operator.charCodeAt(0) << 7) | (operator.charCodeAt(1) || 0)] = operator

function operatorAt(stream: Buffer, start: number, end: number): string {
  const known = end - start <= 2 ? KNOWN[(stream[start]! << 7) | (end - start === 2 ? stream[start + 1]! : 0)] : undefined
  return known ?? stream.toString('latin1', start, end)
}

/** By its code, whether a character is white space or a delimiter. */
const ENDS = Uint8Array.from({ length: 256 }, (_, code) => Number(code <= 0x20 || '()<>[]/'.includes(String.fromCharCode(code))))

/** Where a name or an operator ends: at white space or a delimiter. */
function endOfWord(stream: Buffer, from: number): number {
  let at = from
  while (at < stream.length && ENDS[stream[at]!] === 0) at++
  return at
}

/** Where a hexadecimal string ends. */
function endOfHexadecimal(stream: Buffer, from: number): number {
  let at = from
  while (at < stream.length && stream[at] !== 0x3e) at++
  return at + 1
}

/** Where a literal string ends: parentheses in it are paired or escaped. */
function endOfString(stream: Buffer, from: number): number {
  let depth = 0
  for (let at = from; at < stream.length; at++) {
    const code = stream[at]
    if (code === 0x5c /* \ */) at++
    else if (code === 0x28) depth++
    else if (code === 0x29 && --depth === 0) return at + 1
  }
  return stream.length
}
