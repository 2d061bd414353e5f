import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { harmless } from '../../pipeline/cli/terminal.ts'
import { createPublication } from '../small-publication.ts'

/** What moves a cursor, sets a title, turns the order of letters, or begins a line or a command of a runner. */
const ACTS = /[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]|^\s*::|##\[|##vso\[/mu

const HOSTILE =
  'Një (fjali\u001B]0;t\u0007\u001B[2J\u009B31m\r\n::error::forged\n  ::add-mask::x ##[error]y ##vso[task]z\u202Eabc\u2028::warning::w'

describe('texts act on no terminal', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\n',
    'content/paper/document.md':
      '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nA (sentence.\n\nTwo  words, 5 of them.\n',
    'locales/sq/paper.json': JSON.stringify(
      { title: HOSTILE, [`k${HOSTILE}`]: HOSTILE, 'one.a-sentence': HOSTILE, 'one.heading': `a  b${HOSTILE}` },
      null,
      2,
    ),
  })
  afterAll(() => publication.remove())

  test.each([
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['status'],
    ['status', '--json'],
    ['sync', '--dry-run'],
    ['sync', '--json'],
    ['check', '--fix'],
    ['build', '--format', 'html'],
    ['verify'],
    ['accept', '--edition', 'sq', `k${HOSTILE}`],
    ['review', '--edition', 'sq', '--all'],
    ['check', '--rule', HOSTILE],
    ['check', '--edition', HOSTILE],
    [`x${HOSTILE}`],
    ['build', `--x${HOSTILE}`],
    ['build', '--out', `o${HOSTILE}`, HOSTILE],
    ['check', '--format', HOSTILE],
    ['verify', HOSTILE],
  ])('in command %#', (...command) => {
    const { said } = publication.run(...command)
    expect(said).not.toBe('')
    expect(said).not.toMatch(ACTS)
  })

  test('what a runner takes as a command has its own lines alone, and no text forges one', () => {
    const lines = publication.run('check', '--format', 'github').said.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) file=/)
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
    }
  })

  test('JSON holds the texts as they are', () => {
    const found = JSON.parse(publication.run('check', '--format', 'json').said) as { key: string | null }[]
    expect(found.map(({ key }) => key)).toContain(`k${HOSTILE}`)
  })
})

test('nothing acts, whatever is said', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...HOSTILE.split(''), ' ', 'ж', '#', '[', ':') }), (text) => {
      expect(harmless(text)).not.toMatch(ACTS)
    }),
  )
})
