const [SPACE, DELIMITER, PLAIN] = [0, 1, 2] as const

/** Class of each character, by its code (ISO 32000-1, 7.2.2). */
const KINDS = Uint8Array.from({ length: 256 }, (_, code) =>
  code <= 0x20 ? SPACE : '()<>[]/'.includes(String.fromCharCode(code)) ? DELIMITER : PLAIN,
)

/** Words of letters that are not operators. */
const VALUES = new Set(['true', 'false', 'null'])

/** A run of glyphs shown one by one, with only steps to the right between them, and no number beyond the limits. */
const GLYPHS = /(?:\s*(?:-?[\d.]{1,12} 0 Td\s+)?<(?:[0-9A-Fa-f]{4}){1,64}> Tj){1,500}(?=\s)/y
const BETWEEN = />[^<]*<?/g

/**
 * Visits each operator of a content stream with its operands as written (ISO 32000-1, 7.8.2): strings, dictionaries, names and
 * numbers; arrays element by element. Most of a page is single glyphs with a step before each; a run of them is visited as one
 * string.
 */
export function visitOperations(text: string, visit: (operator: string, operands: readonly string[]) => void): void {
  let operands: string[] = []
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (KINDS[code] === SPACE) {
      at++
      continue
    }
    const end = endOfToken(text, at, code)
    if (isOperator(code)) {
      const operator = wordAt(text, at, end)
      if (VALUES.has(operator)) operands.push(operator)
      else {
        visit(operator, operands)
        operands = []
        GLYPHS.lastIndex = end
        const run = operator === 'Tj' ? GLYPHS.exec(text)?.[0] : undefined
        if (run !== undefined) {
          visit(operator, [`<${run.slice(run.indexOf('<') + 1).replaceAll(BETWEEN, '')}>`])
          at = end + run.length
          continue
        }
      }
    } else operands.push(text.slice(at, end))
    at = end
  }
}

/** True for a letter or a quotation mark, which begin operators. */
function isOperator(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x22
}

function endOfToken(text: string, start: number, code: number): number {
  if (code === 0x28 /* ( */) return endOfLiteral(text, start)
  if (code === 0x3c /* < */)
    return text.charCodeAt(start + 1) === code ? endOfDictionary(text, start) : text.indexOf('>', start) + 1 || text.length
  let at = start + 1
  if (KINDS[code] === PLAIN || code === 0x2f /* / */) while (at < text.length && KINDS[text.charCodeAt(at)] === PLAIN) at++
  return at
}

function endOfLiteral(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c /* \ */) at++
    else if (code === 0x28) depth++
    else if (code === 0x29 && --depth === 0) return at + 1
  }
  return text.length
}

/** Offset of the end of a dictionary. Hexadecimal strings in it have angle brackets of their own. */
function endOfDictionary(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3c) depth++
    else if (code === 0x3e && --depth === 0) return at + 1
  }
  return text.length
}

/** Words of one or two characters, cached because a book has a million of them. */
const SHORT: string[] = []

function wordAt(text: string, start: number, end: number): string {
  if (end - start > 2) return text.slice(start, end)
  const key = text.charCodeAt(start) | (end - start === 2 ? text.charCodeAt(start + 1) << 8 : 0)
  return (SHORT[key] ??= text.slice(start, end))
}

const GLYPH = /^<[0-9a-f]{4}>$/
const PAIRS = /^(?:[0-9a-f]{2})*$/i
/** Hexadecimal strings, alone and in dictionaries. */
const HEXADECIMALS = /(?<!<)<([^<>]*)>/g

/** True if an operand contains a hexadecimal string with an odd number of digits, or none (ISO 19005-2, 6.1.6). */
export function hasLoneDigits(operand: string): boolean {
  // A book has a million operands. Most are one glyph, or properties of a mark without a string.
  if (GLYPH.test(operand)) return false
  if (operand[1] !== '<') return areLone(operand.slice(1, -1))
  return operand.includes('<', 2) && [...operand.matchAll(HEXADECIMALS)].some(([, digits]) => areLone(digits!))
}

/** True if hexadecimal digits are odd in number, or absent. White space does not count. */
export function areLone(digits: string): boolean {
  return !PAIRS.test(digits) && !PAIRS.test(digits.replaceAll(/\s/g, ''))
}
