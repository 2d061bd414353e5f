import { expect, test } from 'vitest'
import * as v from 'valibot'
import { fit, type SchemaError } from '../../pipeline/files/schema-errors.ts'
import { byLanguage, byName, filled, group, isoDate } from '../../pipeline/publication/schema.ts'

const errorsOf = (value: unknown, schema: v.GenericSchema<unknown, unknown>): readonly SchemaError[] => {
  const fitted = fit(value, schema)
  return 'errors' in fitted ? fitted.errors : []
}

test.each(['2018-06-08', '2016-02-29', '2000-02-29'])('%s is a day', (date) => expect(errorsOf(date, isoDate)).toEqual([]))

test.each(['2018-6-8', '2018-06-08T10:00'])('%s is none, and the day that was meant is offered', (date) =>
  expect(errorsOf(date, isoDate).map(({ expected }) => expected)).toEqual(['2018-06-08']),
)

test.each(['2018-02-30', '2018-02-29', '1900-02-29', '2018-04-31', '2018-13-01', '2018-00-10', '6 June', '', 20180608, null])(
  '%s is none, and said so once',
  (date) => expect(errorsOf(date, isoDate).map(({ expected }) => expected)).toEqual(['a date such as 2018-06-08']),
) // prettier-ignore

test('a text of spaces alone is none', () => {
  expect(errorsOf(' \n ', filled('a name'))).toMatchObject([{ found: '“ ␊ ”', expected: 'a name' }])
  expect(fit(' Ana ', filled('a name'))).toEqual({ value: 'Ana' })
})

const person = group({ name: filled('a name'), role: v.optional(filled('a role')) })

test('what is missing is told by what its own schema expects, what is unknown by the fields that there are', () => {
  expect(errorsOf({ rôle: 'Chair' }, person)).toMatchObject([
    { path: ['name'], isName: false, message: 'The field “name” is missing.', found: 'nothing', expected: 'a name', remedy: 'Add it.' },
    {
      path: ['rôle'],
      isName: true,
      message: 'The field “rôle” is not known here.',
      found: '“rôle”',
      expected: 'perhaps role; one of name, role',
      remedy: 'Correct the name of the field, or remove it.',
    },
  ])
})

test.each([[['Ana']], ['Ana'], [7], [null], [undefined]])('%j is no group of fields', (value) => {
  for (const schema of [person, byName(filled('a name'), 'fields: name, role'), byLanguage(filled('a name'), 'fields: name, role')])
    expect(errorsOf(value, schema)).toMatchObject([{ expected: 'fields: name, role' }])
})

// What every object of JavaScript has already.
const ODD = ['constructor', 'prototype', '__proto__', 'toString', '7']

test.each(ODD)('“%s” may be a name, and is no field and no language', (name) => {
  const value = JSON.parse(`{ "${name}": "Ana" }`) as unknown
  expect(fit(value, byName(filled('a name'), 'names'))).toEqual({ value: new Map([[name, 'Ana']]) })
  expect(errorsOf(value, byName(filled('a name'), 'names', v.pipe(v.string(), v.regex(/^[a-z]$/, 'a letter'))))).toMatchObject([
    { path: [name], isName: true, found: `“${name}”`, expected: 'a letter' },
  ])
  for (const schema of [byLanguage(filled('a name')), group({ mk: v.optional(filled('a name')) })])
    expect(errorsOf(value, schema)).toMatchObject([{ isName: true, found: `“${name}”` }])
})

test('names from outside are shown harmless and short', () => {
  const [error] = errorsOf({ name: 'Ana', ['\u001B[31m\n'.repeat(100)]: 1 }, person)
  expect(error!.message).not.toMatch(/\p{Cc}/u)
  expect(error!.message.length).toBeLessThan(200)
})
