import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPublication, buildRoot, digestsOf, type BuiltFolder } from '../build-once.ts'
import { provesAll } from './sample.ts'

const built: BuiltFolder[] = []

beforeAll(() => {
  if (spawnSync('faketime', ['--version']).status !== 0) throw new Error('Missing: faketime (Debian package faketime)')
  built.push(buildPublication({ printsAnew: true }))
})

afterAll(() => built.forEach(({ remove }) => remove()))

test.each(['2031-02-03 04:05:06', ...(provesAll ? ['1999-12-31 23:59:58'] : [])])(
  'every file is the same where all clocks, the browser’s too, say %s',
  (clock) => {
    built.push(buildRoot('.', { printsAnew: true, through: ['faketime', clock] }))
    expect(digestsOf(built.at(-1)!.folder)).toEqual(digestsOf(built[0]!.folder))
  },
)
