import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLedger, serializeLedger } from '../../pipeline/catalog/ledger-form.ts'
import { layOut, layoutOf } from '../../pipeline/catalog/layout.ts'
import { keepOrder } from '../../pipeline/catalog/order.ts'
import { parseCatalog, serializeCatalog } from '../../pipeline/catalog/store.ts'

const text = fc.string({ unit: 'binary' })

test('a catalog written and read again is the same, whatever its texts and its layout', () => {
  const layouts = fc.record({
    newline: fc.constantFrom('\n' as const, '\r\n' as const),
    indent: fc.constantFrom('  ', '    ', '\t'),
    spaced: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([key]) => key }), layouts, (pairs, layout) => {
      const written = layOut(new Map(pairs.map(([key, each]) => [key, JSON.stringify(each)])), layout)
      const read = parseCatalog(written.replaceAll('\r\n', '\n'), 'test.json')
      expect([...read].map(([key, entry]) => [key, entry.text])).toEqual(pairs)
      if (pairs.length > 1) expect(layoutOf(written)).toEqual(layout)
    }),
  )
})

test('a text stays as it is written in its file', () => {
  const written = '{\n  "a": "\\u00eb \\u2013",\n  "b": "ë"\n}\n'
  expect(serializeCatalog(parseCatalog(written, 'test.json'), layoutOf(written))).toBe(written)
})

test('a ledger written and read again is the same', () => {
  // A key never has this name: keys are made of letters, digits, dots and hyphens.
  const key = text.filter((each) => each !== '__proto__')
  const review = fc.option(fc.record({ by: fc.option(text, { nil: undefined }), on: fc.constant('2018-06-08') }), { nil: undefined })
  const origin = fc.option(fc.constantFrom('person' as const, 'import' as const, 'machine' as const), { nil: undefined })
  const answer = fc.record({ basis: text, digest: text, origin, review })
  const retired = fc.record({ key, basis: text, text, origin, review })
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, answer), { selector: ([each]) => each }), fc.array(retired), (answers, gone) => {
      const written = serializeLedger({ answers: new Map(answers), retired: gone })
      const read = parseLedger(written, 'ledger.json')
      expect(new Map(read.answers)).toEqual(new Map(JSON.parse(JSON.stringify(answers)) as typeof answers))
      expect(serializeLedger(read)).toBe(written)
    }),
  )
})

describe('the order of a locale file', () => {
  const entries = new Map(['a', 'b', 'c', 'd'].map((key) => [key, key.toUpperCase()]))

  test('is the document’s', () => {
    const orders = { document: ['a', 'b', 'c', 'd'], previous: ['a', 'c', 'b'], file: ['a', 'c', 'b'] }
    expect([...keepOrder(entries, orders).keys()]).toEqual(['a', 'b', 'c', 'd'])
  })

  test('leaves a key that the document lacks where it stands', () => {
    const orders = { document: ['a', 'b', 'c'], previous: ['a', 'b', 'c'], file: ['a', 'd', 'b', 'c'] }
    expect([...keepOrder(entries, orders).keys()]).toEqual(['a', 'd', 'b', 'c'])
  })

  test('stays that of the person who reordered it, and new keys come after what precedes them in the document', () => {
    const orders = { document: ['a', 'b', 'c', 'd'], previous: ['a', 'c', 'x'], file: ['c', 'a', 'x'] }
    expect([...keepOrder(entries, orders).keys()]).toEqual(['c', 'd', 'a', 'b'])
  })
})
