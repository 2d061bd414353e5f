/** Strings, dictionaries, names, and what operators are made of. */
const TOKEN = /<<(?:[^<>]|<[^<>]*>)*>>|<[0-9a-f\s]*>|\((?:[^()\\]|\\.)*\)|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|[[\]]/gi

const VALUES = new Set(['true', 'false', 'null'])

/** Visits each operator of a content stream, with the operands before it as they are written (ISO 32000-1, 7.8.2). */
export function visitOperations(text: string, visit: (operator: string, operands: readonly string[]) => void): void {
  let operands: string[] = []
  for (const [token] of text.matchAll(TOKEN))
    if (!/^[A-Za-z'"]/.test(token) || VALUES.has(token)) operands.push(token)
    else {
      visit(token, operands)
      operands = []
    }
}
