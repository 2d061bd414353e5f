import type { GenericSchema } from 'valibot'
import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document, type ErrorCode } from 'yaml'
import { Failure, failure, problem, type Position } from './problem.ts'
import { shown } from './identifier.ts'
import { fit } from './misfits.ts'

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
  const fitted = fit(plainValue(document, file), schema)
  if ('value' in fitted) return { value: fitted.value, position }
  throw new Failure(
    ...fitted.misfits.map(({ path, isName, ...misfit }) => {
      const name = isName ? nameAt(document, path) : undefined
      return problem({ rule: 'schema', file, position: name === undefined ? position(path) : at(name), ...misfit })
    }),
  )
}

/** The offset of a field’s name. */
function nameAt(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const around = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1)) : undefined
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined
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
