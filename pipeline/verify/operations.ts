/** Strings, dictionaries, names, and what operators are made of. */
const TOKEN = /<<(?:[^<>]|<[^<>]*>)*>>|<[0-9a-f\s]*>|\((?:[^()\\]|\\.)*\)|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|[[\]]/gi

const VALUES = new Set(['true', 'false', 'null'])

/** Visits each operator of a content stream, with the operands before it as they are written (ISO 32000-1, 7.8.2). */
export function visitOperations(text: string, visit: (operator: string, operands: readonly string[]) => void): void {
  let operands: string[] = []
  for (const token of text.match(TOKEN) ?? [])
    if (!/^[A-Za-z'"]/.test(token) || VALUES.has(token)) operands.push(token)
    else {
      visit(token, operands)
      operands = []
    }
}

const PAIRS = /^(?:[0-9a-f]{2})*$/i
/** Strings in hexadecimal digits, by themselves and in dictionaries. */
const HEXADECIMALS = /(?<!<)<([^<>]*)>/g

/** Whether an operand has a string whose hexadecimal digits are none, or not in pairs (ISO 19005-2, 6.1.6). */
export function hasLoneDigits(operand: string): boolean {
  // A book has a million operands: most are one string, or the properties of a mark that hold none.
  if (operand[1] !== '<') return areLone(operand.slice(1, -1))
  return operand.includes('<', 2) && [...operand.matchAll(HEXADECIMALS)].some(([, digits]) => areLone(digits!))
}

/** Whether hexadecimal digits are none, or not in pairs; white space between them means nothing. */
export function areLone(digits: string): boolean {
  return !PAIRS.test(digits) && !PAIRS.test(digits.replaceAll(/\s/g, ''))
}
