import { LineCounter, isNode, parseDocument, type Document, type ErrorCode } from 'yaml'
import { safeParse, type GenericSchema } from 'valibot'
import { Failure, failure, problem, type Position } from './problem.ts'
import { shown } from './identifier.ts'

/** YAML that matches its schema, and where each value stands. */
export interface Parsed<T> {
  readonly value: T
  /** The place of the value at a path, or of the nearest value around it. */
  readonly position: (path: readonly PropertyKey[]) => Position
}

/** The slips that people make most, in their words rather than the parser’s. */
const SLIPS: Partial<Record<ErrorCode, { readonly message: string; readonly remedy: string }>> = {
  DUPLICATE_KEY: {
    message: 'this name stands twice in its group.',
    remedy: 'Give one of the two another name, or remove it.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second colon stands in this line.',
    remedy: 'Put the text after the first colon in "double quotes".',
  },
  TAB_AS_INDENT: {
    message: 'a tab stands before the text.',
    remedy: 'Indent by spaces.',
  },
}

/**
 * Reads YAML and holds it against a schema.
 * @param firstLine the line of the file on which the text starts: 2 for front matter
 * @throws Failure with every problem: syntax, duplicate keys, excessive aliases or nesting, values of the wrong form
 */
export function parseYaml<T>(text: string, file: string, schema: GenericSchema<unknown, T>, firstLine = 1): Parsed<T> {
  const lines = new LineCounter()
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const document = readDocument(text, file, lines)
  // The parser catches its own stack's overflow and reports it as if it were a slip of the pen.
  if (document.errors.some(({ message }) => message.includes('call stack')))
    throw tooComplex(file, 'brackets or indentation nested too deeply')
  if (document.errors.length > 0) {
    throw new Failure(
      ...document.errors.map((error) => {
        const { message, remedy } = SLIPS[error.code] ?? {}
        return problem({
          rule: 'yaml',
          file,
          position: at(error.pos[0]),
          message: `This is not valid YAML: ${message ?? firstSentence(error.message)}`,
          found: lineAt(text, error.pos[0]),
          remedy:
            remedy ??
            'Correct this line, or the one before it: a bracket or a quotation mark may not be closed. Texts with a colon, a quotation mark or a # in them belong in "double quotes"; indentation is by spaces.',
        })
      }),
    )
  }
  const position = (path: readonly PropertyKey[]): Position => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return at(0)
  }
  const value = plainValue(document, file)
  const result = safeParse(schema, value, { abortPipeEarly: true })
  if (!result.success) {
    throw new Failure(
      ...result.issues.map((issue) => {
        const unknown = issue.type === 'strict_object' && issue.expected === 'never'
        const path = (issue.path ?? []).map(({ key }) => key as PropertyKey)
        const found = path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value)
        const absent = found === undefined || found === null
        return problem({
          rule: 'schema',
          file,
          position: position(path),
          message: unknown
            ? `${nameOf(path)} is not known here.`
            : absent
              ? `${nameOf(path)} is missing.`
              : `${nameOf(path)} cannot be read.`,
          found: describe(found),
          expected: unknown ? 'no field of this name' : issue.message,
          remedy: unknown ? 'Correct the name of the field, or remove it.' : absent ? 'Add it.' : 'Correct it.',
        })
      }),
    )
  }
  return { value: result.output, position }
}

function readDocument(text: string, file: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooComplex(file, 'brackets or indentation nested too deeply')
  }
}

function plainValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof RangeError) throw tooComplex(file, 'values nested too deeply')
    if (error instanceof ReferenceError) throw tooComplex(file, 'more aliases (*name) than any document needs')
    throw error
  }
}

function tooComplex(file: string, found: string): Failure {
  return failure({
    rule: 'too-complex',
    file,
    message: 'This file is too complex to read.',
    found,
    remedy: 'Write the values out plainly.',
  })
}

function firstSentence(message: string): string {
  return message.split('\n')[0]!.replace(/\.?$/, '.')
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return shown(text.slice(start).split('\n')[0]!.trim())
}

/** The field at a path as a person would point to it; its line says where. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  return typeof last === 'number' ? `Entry ${last + 1} of “${String(path.at(-2))}”` : `The field “${String(last)}”`
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return `“${shown(value)}”`
  if (Array.isArray(value)) return 'a list'
  if (value !== null && typeof value === 'object') return 'a group of fields'
  return JSON.stringify(value)
}
