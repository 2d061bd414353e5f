import type { GenericSchema } from 'valibot'
import { LineCounter, YAMLParseError, isMap, isNode, isScalar, parseDocument, visit, type Document, type ErrorCode } from 'yaml'
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
  refuseEndless(text, file)
  const document = readDocument(text, file, lines)
  // The parser catches its own stack's overflow and reports it as if it were a slip of the pen.
  if (document.errors.some(({ message }) => message.includes('call stack')))
    throw tooComplex(file, 'brackets or indentation nested too deeply')
  if (document.errors.length > 0) {
    throw new Failure(
      // One slip may make every line after it one.
      ...document.errors.slice(0, MOST_TOLD).map((error) => {
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
    // The parser compares each name with all others of its group, which takes minutes where there are many.
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false })
    document.errors.push(...repeatedNames(document))
    return document
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooComplex(file, 'brackets or indentation nested too deeply')
  }
}

/** Names that stand twice in their group, each as the parser tells of it. */
function repeatedNames(document: Document.Parsed): YAMLParseError[] {
  const errors: YAMLParseError[] = []
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const [start, , end] = key.range ?? [0, 0, 0]
        const name = String(key.value)
        if (seen.has(name)) errors.push(new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'))
        seen.add(name)
      }
    },
  })
  return errors
}

/**
 * Refuses what would keep the parser busy for minutes: it calls itself for each mark of a group in a group on one line.
 * @throws Failure with the line
 */
function refuseEndless(text: string, file: string): void {
  const isLong = text.length > LONGEST || (text.match(/[,{}[\]&*!?]/g)?.length ?? 0) > MARKS
  if (isLong) throw tooComplex(file, `more than ${LONGEST} characters, or ${MARKS} marks of YAML`)
  const line = text
    .split('\n')
    .findIndex((each) => (/^[ \t]*(?:[-?:](?:[ \t]+|$))*/.exec(each)?.[0].match(/[-?:]/g)?.length ?? 0) > DEEPEST)
  if (line !== -1) throw tooComplex(file, `more than ${DEEPEST} groups in each other that begin on line ${line + 1}`)
}

/** How many slips are told at a time. */
const MOST_TOLD = 20

/** Far more than any file holds that people write. */
const LONGEST = 1_000_000
const MARKS = 50_000
const DEEPEST = 20

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
