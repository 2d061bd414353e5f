import { shown } from '../files/identifier.ts'
import { failure, type Failure } from '../problem.ts'

/** An entry of a PO file. https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html */
export interface PoEntry {
  /** Line of its first field. */
  readonly line: number
  readonly comments: readonly string[]
  readonly fields: ReadonlyMap<string, string>
  /** Kept by a tool for an entry that was removed. */
  readonly isObsolete: boolean
}

const LINE = /^(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?"([^"\\]*(?:\\.[^"\\]*)*)"[ \t]*$/

/** Longest line, in UTF-16 units: on longer ones the expression can exhaust the stack. */
const LONGEST = 500_000

/**
 * Parses a PO file, with the line of every entry.
 * @param first line of its file with which the content begins
 * @throws Failure for a line that is none of PO
 */
export function parsePo(content: string, file: string, first = 1): PoEntry[] {
  const entries: PoEntry[] = []
  let current = open()
  let field: string | undefined
  const close = (): void => {
    if (current.fields.size > 0) entries.push(current)
    current = open()
    field = undefined
  }
  for (const [index, whole] of content.split(/\r\n?|\n/).entries()) {
    const isObsolete = whole.startsWith('#~')
    const line = (isObsolete ? whole.slice(2) : whole).trim()
    if (line === '') continue
    if (line.startsWith('#') || (isObsolete && line.startsWith('|'))) {
      if (current.fields.size > 0) close()
      current.comments.push(line)
      continue
    }
    const [, name, text] = (line.length > LONGEST ? undefined : LINE.exec(line)) ?? []
    if (text === undefined || (name ?? field) === undefined) throw malformed(file, first + index, whole)
    if (name !== undefined) {
      const isNext = name === 'msgctxt' || (name === 'msgid' && (current.fields.size !== 1 || !current.fields.has('msgctxt')))
      if (isNext && current.fields.size > 0) close()
      if (current.fields.has(name)) throw malformed(file, first + index, whole)
      if (current.fields.size === 0) Object.assign(current, { line: first + index, isObsolete })
      field = name
    }
    current.fields.set(field!, (current.fields.get(field!) ?? '') + unescaped(text))
  }
  close()
  return entries
}

interface OpenEntry extends PoEntry {
  readonly comments: string[]
  readonly fields: Map<string, string>
}

function open(): OpenEntry {
  return { line: 1, comments: [], fields: new Map(), isObsolete: false }
}

/** Escapes of PO strings, which are those of C. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' }

const BY_SIGN = new Map(Object.entries(ESCAPES).map(([letter, sign]) => [sign, letter]))

/** Law: `unescaped(escaped(text))` equals the text. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/["\\\u0007-\r]/g, (sign) => `\\${BY_SIGN.get(sign) ?? sign}`)
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:x([0-9a-f]{1,2})|([0-7]{1,3})|(.))/gi, (_, hex?: string, octal?: string, sign = '') =>
    hex || octal ? String.fromCharCode(parseInt((hex ?? octal)!, hex ? 16 : 8)) : (ESCAPES[sign as string] ?? (sign as string)),
  )
}

/** A field, one quoted line for each line of the text. */
export function poField(name: string, text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? ['']
  const quoted = lines.map((line) => `"${escaped(line)}"`)
  return quoted.length === 1 ? `${name} ${quoted[0]}` : [`${name} ""`, ...quoted].join('\n')
}

function malformed(file: string, line: number, found: string): Failure {
  return failure({
    rule: 'exchange',
    file,
    position: { line, column: 1 },
    message: 'This line is none of a PO file.',
    found: shown(found),
    expected: 'msgctxt, msgid or msgstr, and a text in "double quotes" in which quotes are written \\"',
    remedy: 'Open the file in the tool that it comes from and save it anew; nothing was taken from it.',
  })
}
