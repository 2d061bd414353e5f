import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageFor } from '../../pipeline/catalog/message-for.ts'
import { syntaxError } from '../../pipeline/check/icu.ts'
import { createFormats } from '../../pipeline/language/formats.ts'

const said = (text: string): string => createFormats('en', { name: messageFor(text) }).formatMessage({ id: 'name' })

test.each(["O'{x}", "Children's Fund", '{} & <b>Sons</b>', "''{", "{'", "'", 'a | b # c', "Rock 'n' Roll", 'плус {n, plural, one {#}}'])(
  '%s',
  (name) => {
    expect(said(name)).toBe(name)
    expect(syntaxError(messageFor(name))).toBeUndefined()
  },
)

test('a message says its text, whatever signs it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."{}<>'#|/ ab,ж".split('')), minLength: 1 }), (text) => {
      expect(said(text)).toBe(text)
      expect(syntaxError(messageFor(text))).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test('a plain name stays as it is written, which translators see', () => {
  expect(messageFor("Children's Fund")).toBe("Children's Fund")
})
