import type { GenericSchema } from 'valibot'
import { LineCounter, YAMLParseError, isMap, isNode, isScalar, parseDocument, visit, type Document } from 'yaml'
import type { CutText } from '../model/document.ts'
import { Failure, failure, problem, type Position } from '../problem.ts'
import { KEEP_ONE, refuseMergeMarks } from './conflict-markers.ts'
import { shown } from './identifier.ts'
import { fit } from './schema-errors.ts'
import { cutTexts, unquotedAt } from './unquoted.ts'
import { explainYaml } from './yaml-slips.ts'
import { aliasesIn, depthOf, excessIn, tooComplex, type Excess } from './yaml-limits.ts'

/** A YAML value that matches its schema, with the places of its parts. */
export interface Parsed<T> {
  readonly value: T
  /** Place of the value at a path, or of the nearest value around it. */
  readonly position: (path: readonly PropertyKey[]) => Position
  /** Texts that YAML cuts short. */
  readonly cuts: readonly CutText[]
}

/**
 * Parses YAML and validates it against a schema.
 * @throws Failure with every problem: those of `parseCutYaml`, and texts that are cut short
 */
export function parseYaml<T>(text: string, file: string, schema: GenericSchema<unknown, T>, firstLine = 1): Parsed<T> {
  const parsed = parseCutYaml(text, file, schema, firstLine)
  if (parsed.cuts.length === 0) return parsed
  throw new Failure(
    ...parsed.cuts.slice(0, MOST_TOLD).map(({ position, ...saying }) => problem({ rule: 'yaml', file, position, ...saying })),
  )
}

/**
 * Parses YAML as `parseYaml` does, but returns the texts that are cut short instead of throwing.
 * @param firstLine line of the file on which the text starts: 2 for front matter
 * @throws Failure for syntax errors, duplicate keys, excessive aliases or nesting, and schema errors
 */
export function parseCutYaml<T>(text: string, file: string, schema: GenericSchema<unknown, T>, firstLine = 1): Parsed<T> {
  const lines = new LineCounter()
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const refusal = (excess: Excess): Failure => tooComplex(text, file, firstLine, excess)
  const excess = excessIn(text)
  if (excess) throw refusal(excess)
  refuseMergeMarks(text, file, KEEP_ONE, firstLine)
  const document = readDocument(text, lines, refusal)
  // The parser catches its own stack overflow and reports it as a syntax error.
  if (document.errors.some(({ message }) => message.includes('call stack'))) throw refusal(depthOf(text))
  const [error] = document.errors
  // Errors after the first are mostly its consequences, except duplicate keys.
  if (error) {
    const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
    if (error.code !== 'DUPLICATE_KEY') throw malformed(text, file, at(error.pos[0]), firstLine)
    throw new Failure(
      // One slip may make an error of every following line.
      ...repeated.slice(0, MOST_TOLD).map(({ pos: [offset] }) =>
        problem({
          rule: 'yaml',
          file,
          position: at(offset),
          message: 'This is not valid YAML: this name stands twice in its group.',
          found: lineAt(text, offset),
          remedy: 'Give one of the two another name, or remove it.',
        }),
      ),
    )
  }
  const position = (path: readonly PropertyKey[]): Position => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return at(0)
  }
  const unread = (offset: number): Failure => malformed(text, file, at(offset), firstLine)
  const fitted = fit(plainValue(document, text, unread, refusal), schema)
  if (!('value' in fitted))
    throw new Failure(
      ...fitted.errors.slice(0, MOST_TOLD).map(({ path, isName, isText, ...schemaError }) => {
        const name = isName ? nameAt(document, path) : undefined
        const unquoted = isText ? unquotedAt(document, path, text) : undefined
        return problem({ rule: 'schema', file, position: name === undefined ? position(path) : at(name), ...schemaError, ...unquoted })
      }),
    )
  const cuts = cutTexts(document, text, schema, firstLine > 1).map(({ offset, ...saying }) => ({ position: at(offset), ...saying }))
  return { value: fitted.value, position, cuts }
}

/** The Failure for invalid YAML. */
function malformed(text: string, file: string, { line }: Position, firstLine: number): Failure {
  const slip = explainYaml(text, line - firstLine)
  const own = text.split('\n')[slip.line] ?? ''
  return failure({
    rule: 'yaml',
    file,
    position: { line: slip.line + firstLine, column: own.length - own.trimStart().length + 1 },
    message: `This is not valid YAML: ${slip.message}`,
    found: shown(own.trim()),
    expected: slip.expected,
    remedy: slip.remedy,
  })
}

/** Offset of a field’s name. */
function nameAt(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const around = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1)) : undefined
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined
}

function readDocument(text: string, lineCounter: LineCounter, refusal: (excess: Excess) => Failure): Document.Parsed {
  try {
    // The parser’s own check for unique keys is quadratic, and takes minutes for large groups.
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'error' })
    document.errors.push(...repeatedNames(document))
    return document
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw refusal(depthOf(text))
  }
}

/** Errors for duplicate keys, in the parser’s form. */
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

/** Limit of reported errors. */
const MOST_TOLD = 20

/** The parser’s message for an alias without anchor. Mostly it is a text that begins with *. */
const UNRESOLVED = /^Unresolved alias.*: (\S+)$/s

function plainValue(
  document: Document.Parsed,
  text: string,
  unread: (offset: number) => Failure,
  refusal: (excess: Excess) => Failure,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof RangeError) throw refusal(depthOf(text))
    const alias = error instanceof ReferenceError ? UNRESOLVED.exec(error.message)?.[1] : undefined
    if (alias !== undefined) throw unread(text.indexOf(`*${alias}`))
    if (error instanceof ReferenceError) throw refusal(aliasesIn(text))
    throw error
  }
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return shown(text.slice(start).split('\n')[0]!.trim())
}
