import { expect, test } from 'vitest'
import { parseJsonObject } from '../../pipeline/files/json.ts'
import { Failure } from '../../pipeline/problem.ts'

const ADVICE = { expected: '{ "key": "text", … }', remedy: 'Restore it.', merge: 'Merge it.' }

function remedyOf(text: string): string {
  try {
    parseJsonObject(text, 'locales/sq/paper.json', ADVICE)
  } catch (error) {
    if (error instanceof Failure) return error.problems[0]!.note ?? ''
    throw error
  }
  return 'none'
}

test.each([
  ['{\n  “a”: "b"\n}', 'straight ones'],
  ['{\n  "a": ”b”\n}', 'straight ones'],
  ["{\n  'a': 'b'\n}", 'straight ones'],
  ['// a remark\n{ "a": "b" }', 'Remove the remark'],
  ['{\n  "a": "b",\n}', 'comma at the end of the line before'],
  ['{\n  "a": "b"\n  "c": "d"\n}', 'a comma or a quotation mark is missing'],
  ['{\n  "a": "the "b""\n}', 'a quotation mark inside a text is written'],
  ['{ "a": "b" }', 'none'],
])('what helps a translator whose file is no JSON: %j', (text, remedy) => {
  expect(remedyOf(text)).toContain(remedy)
})
