import { join } from 'node:path'
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { readText } from '../disk.ts'
import type { Catalog, Entry, Publication, Tag } from '../model.ts'
import { Failure, failure, problem, type Position, type Problem } from '../problem.ts'
import { shown } from '../identifier.ts'

/** The namespace of the interface texts. */
export const SITE = 'site'

/** Where a locale's texts lie, relative to the root. */
export function catalogFile(tag: Tag, namespace: string): string {
  return `locales/${tag}/${namespace}.json`
}

/**
 * Reads a locale file. One that does not exist is an empty catalog.
 * @throws Failure where the file is no flat JSON of key → text
 */
export async function readCatalog({ root }: Publication, tag: Tag, namespace: string): Promise<Catalog> {
  const file = catalogFile(tag, namespace)
  const text = await readText(join(root, file))
  return { tag, namespace, file, entries: text === undefined ? new Map() : parseCatalog(text, file) }
}

/**
 * Parses a locale file with the place of every key.
 * Law: `parseCatalog(serializeCatalog(texts))` gives the texts again, in their order.
 * @throws Failure with every problem found
 */
export function parseCatalog(text: string, file: string): Map<string, Entry> {
  const root = parseObject(text, file)
  const at = positions(text)
  const entries = new Map<string, Entry>()
  const problems: Problem[] = []
  for (const property of root.children ?? []) {
    const [keyNode, valueNode] = property.children as [Node, Node]
    const key = String(keyNode.value)
    const position = at(keyNode.offset)
    const first = entries.get(key)
    if (first) {
      problems.push(
        problem({
          rule: 'repeated-key',
          file,
          position,
          message: `This key stands twice; the first is on line ${first.position.line}.`,
          found: shown(key),
          expected: 'each key once',
          remedy: 'Keep the right text and remove the other line.',
        }),
      )
    } else if (valueNode.type !== 'string') {
      problems.push(
        problem({
          rule: 'no-text',
          file,
          position: at(valueNode.offset),
          message: `The value of “${shown(key)}” is no text.`,
          found: shown(JSON.stringify(getNodeValue(valueNode))),
          expected: 'a text in "double quotes"; "" where there is no translation yet',
          remedy: 'Write the translation between double quotes.',
        }),
      )
    } else {
      entries.set(key, { text: String(valueNode.value), position })
    }
  }
  if (problems.length > 0) throw new Failure(...problems)
  return entries
}

/** The bytes of a locale file: two spaces, one line a key, a newline at the end. */
export function serializeCatalog(texts: ReadonlyMap<string, string>): string {
  const lines = [...texts].map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)}`)
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n}\n` : '{}\n'
}

function parseObject(text: string, file: string): Node {
  const errors: ParseError[] = []
  const at = positions(text)
  let root: Node | undefined
  try {
    root = parseTree(text, errors, { disallowComments: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw failure({
      rule: 'too-complex',
      file,
      message: 'This file is nested too deeply to be read.',
      remedy: 'A locale file holds texts by key, and nothing inside them.',
    })
  }
  const [error] = errors
  if (error) {
    const position = at(error.offset)
    throw failure({
      rule: 'json',
      file,
      position,
      message: `This is not valid JSON: ${words(printParseErrorCode(error.error))}.`,
      found: shown(text.split('\n')[position.line - 1]!.trim()),
      expected: '"key": "text", with a comma at the end of each line but the last',
      remedy:
        'Look at this line and the one before it: a comma or a quotation mark is missing or too many; a quotation mark inside a text is written \\".',
    })
  }
  if (root?.type !== 'object') {
    throw failure({
      rule: 'json',
      file,
      position: { line: 1, column: 1 },
      message: 'A locale file holds texts by key.',
      found: root === undefined ? 'an empty file' : `a ${root.type}`,
      expected: '{ "key": "text", … }',
      remedy: 'Restore the file from its last good version.',
    })
  }
  return root
}

/** “PropertyNameExpected” → “property name expected”. */
function words(code: string): string {
  return code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()
}

function positions(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}
