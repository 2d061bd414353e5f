import { expect, test } from 'vitest'
import * as v from 'valibot'
import type { Failure } from '../../pipeline/problem.ts'
import { parseYaml } from '../../pipeline/files/yaml.ts'

function refusal(text: string): { line: number | undefined; reason: string; found: string | undefined } {
  try {
    parseYaml(text, 'file.yaml', v.unknown())
  } catch (error) {
    const [{ line, reason, actual }] = (error as Failure).problems as [Failure['problems'][number]]
    return { line: line ?? undefined, reason, found: actual ?? undefined }
  }
  throw new Error('This was read.')
}

test.each([
  ['a: 1\nb: 2\na: 3\n', 3],
  ['x:\n  - a: 1\n    a: 2\n', 3],
  ['x: { a: 1, b: 2, "a": 3 }\n', 1],
  ['1: a\n"1": b\n', 2],
])('a name that stands twice is told with its line: %j', (text, line) => {
  expect(refusal(text)).toMatchObject({ line, reason: expect.stringContaining('stands twice') as string })
})

test('the same name in two groups is no repetition', () => {
  expect(parseYaml('a: { b: 1 }\nc: { b: 1 }\nd: [{ b: 1 }, { b: 2 }]\n', 'f', v.unknown()).value).toMatchObject({
    d: [{ b: 1 }, { b: 2 }],
  })
})

test('many names are read', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `name-${index}: value`).join('\n')
  expect(Object.keys(parseYaml(text, 'f', v.record(v.string(), v.string())).value)).toHaveLength(20_000)
})

test.each([
  ['groups in each other on one line', '- '.repeat(5000)],
  ['names without a value', '? '.repeat(5000)],
  ['marks', `a: [${','.repeat(100_000)}]`],
  ['letters', `a: ${'x'.repeat(2_000_000)}`],
])('endless %s are refused', (_, text) => {
  expect(refusal(text).reason).toBe('This file is too complex to read.')
})

test('of thousands of slips the first are told', () => {
  expect(() => parseYaml(`a: ${'&a '.repeat(20_000)}`, 'f', v.unknown())).toThrow('not valid YAML')
})
