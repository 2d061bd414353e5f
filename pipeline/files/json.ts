import { findNodeAtLocation, parseTree, printParseErrorCode, visit, type JSONPath, type ParseErrorCode } from 'jsonc-parser'
import { shown } from './identifier.ts'
import { refuseMergeMarks } from './conflict-markers.ts'
import { Failure, failure, problem, type Position, type Problem } from '../problem.ts'
import { said, wording, type Words } from '../wording.ts'
import { deepestIn, positionIn } from './deepest.ts'

/** A member of a JSON object. `value` is a literal with its place and its `written` form; absent for an object or array. */
export interface JsonMember {
  readonly key: string
  readonly position: Position
  readonly value: { readonly literal: unknown; readonly position: Position; readonly written: string } | undefined
}

/** A JSON object with the places of its parts. */
export interface JsonObject {
  /** The object’s own members, in order. */
  readonly members: readonly JsonMember[]
  /** Place of the value at a path, or of the nearest value around it. */
  readonly position: (path: JSONPath) => Position
}

/** Texts of problems with a JSON file. */
export interface JsonAdvice {
  /** Description of the expected contents, such as `{ "key": "text", … }`. */
  readonly expected: Words
  readonly remedy: Words
  /** Remedy for conflict markers. */
  readonly merge: Words
  /** Remedy for a repeated key. Absent if the caller handles repeated keys; `members` then holds all of them. */
  readonly repeated?: Words
}

/**
 * Parses a JSON object. Comments are errors. Repeated keys are errors too, unless the caller handles them: JSON.parse would drop
 * all but the last.
 * @throws Failure with the place of each error
 */
export function parseJsonObject(text: string, file: string, advice: JsonAdvice): JsonObject {
  refuseMergeMarks(text, file, advice.merge)
  const members: JsonMember[] = []
  const problems: Problem[] = []
  const seen: Map<string, Position>[] = []
  let error: { code: ParseErrorCode; offset: number; position: Position } | undefined
  let lists = 0
  const place = (line: number, character: number): Position => ({ line: line + 1, column: character + 1 })
  try {
    visit(
      text,
      {
        onObjectBegin: () => void seen.push(new Map()),
        onObjectEnd: () => void seen.pop(),
        onArrayBegin: () => void lists++,
        onArrayEnd: () => void lists--,
        onObjectProperty: (key, _offset, _length, line, character) => {
          const position = place(line, character)
          const first = seen.at(-1)!.get(key)
          seen.at(-1)!.set(key, first ?? position)
          const isMember = seen.length === 1 && lists === 0
          if (first && (advice.repeated !== undefined || !isMember)) problems.push(repeatedKey(key, file, position, first, advice.repeated))
          else if (isMember) members.push({ key, position, value: undefined })
        },
        onLiteralValue: (literal, offset, length, line, character, path) => {
          if (seen.length !== 1 || lists > 0) return
          const member = members.at(-1)
          if (member && !member.value && path().at(-1) === member.key) {
            members[members.length - 1] = {
              ...member,
              value: { literal, position: place(line, character), written: text.slice(offset, offset + length) },
            }
          }
        },
        onError: (code, offset, _length, line, character) => void (error ??= { code, offset, position: place(line, character) }),
      },
      { disallowComments: true },
    )
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    throw failure({
      rule: 'too-complex',
      file,
      position: positionIn(text, deepestIn(text)),
      message: 'This file is nested too deeply to be read.',
      expected: advice.expected,
      remedy: advice.remedy,
    })
  }
  if (error) throw malformed(text, file, error, advice)
  if (!/^\s*\{/.test(text)) {
    throw failure({
      rule: 'json',
      file,
      position: { line: 1, column: 1 },
      message: 'This file holds no JSON object.',
      found: shown(text.trim().slice(0, 100)),
      expected: advice.expected,
      remedy: advice.remedy,
    })
  }
  if (problems.length > 0) throw new Failure(...problems)
  return {
    members,
    position(path) {
      const root = parseTree(text)!
      for (let length = path.length; length > 0; length--) {
        const node = findNodeAtLocation(root, path.slice(0, length))
        if (node) return positionAt(text, node.offset)
      }
      return { line: 1, column: 1 }
    },
  }
}

/**
 * The problem of a repeated key.
 * @param first place of its first occurrence
 */
export function repeatedKey(key: string, file: string, position: Position, first: Position, remedy?: Words): Problem {
  return problem({
    rule: 'repeated-key',
    file,
    position,
    message: wording`This key stands twice; the first is on line ${{ line: first.line }}.`,
    found: shown(key),
    expected: 'each key once',
    remedy: remedy ?? 'Keep the right text and remove the other line.',
  })
}

function malformed(
  text: string,
  file: string,
  error: { code: ParseErrorCode; offset: number; position: Position },
  { expected, remedy }: JsonAdvice,
): Failure {
  if (text.trim() === '') {
    return failure({
      rule: 'json',
      file,
      position: { line: 1, column: 1 },
      message: 'This file is empty.',
      found: 'an empty file',
      expected,
      remedy,
    })
  }
  return failure({
    rule: 'json',
    file,
    position: error.position,
    message: wording`This is not valid JSON: ${{ error: said(words(printParseErrorCode(error.code))) }}.`,
    found: shown(text.split('\n')[error.position.line - 1]!.trim()),
    expected,
    remedy: REMEDIES.find(({ sign }) => sign.test(text.slice(error.offset, error.offset + 2)))?.remedy ?? ANY_REMEDY,
  })
}

/** What helps against the slips that show by the sign at which the parser stops. */
const REMEDIES: readonly { readonly sign: RegExp; readonly remedy: string }[] = [
  {
    sign: /^[“”„‟«»‘’‚']/u,
    remedy: 'The marks around keys and texts are the straight ones, ": an editor or Word has made others of them. Write " in their place.',
  },
  { sign: /^\/[/*]/u, remedy: 'Remove the remark: this file holds keys and texts alone.' },
  { sign: /^\}/u, remedy: 'Remove the comma at the end of the line before.' },
]
const ANY_REMEDY =
  'Look at this line and the one before it: a comma or a quotation mark is missing or too many; a quotation mark inside a text is written \\".'

/** “PropertyNameExpected” → “property name expected”. */
function words(code: string): string {
  return code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
