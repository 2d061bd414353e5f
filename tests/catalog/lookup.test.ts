import { expect, test } from 'vitest'
import { createLookup } from '../../pipeline/catalog/lookup.ts'
import { knownTags, originOf } from '../../pipeline/language/registry.ts'
import type { Tag } from '../../pipeline/model/language.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'

const place = { line: 1, column: 1 }
const catalog = (tag: Tag, namespace: string, texts: Readonly<Record<string, string>>): Catalog => ({
  tag,
  namespace,
  file: '',
  entries: new Map(Object.entries(texts).map(([key, text]) => [key, { text, position: place, value: place }])),
})

const lookup = await createLookup([
  catalog('en', 'paper', { one: 'One', two: 'Two', three: 'Three', length: 'Length', constructor: 'Constructor' }),
  catalog('sr-Cyrl', 'paper', { one: 'Један', two: 'Два', three: '' }),
  catalog('sr-Latn', 'paper', { one: 'Jedan', two: '' }),
  catalog('mk', 'constructor', { prototype: 'Прототип' }),
  catalog('mk', 'paper', { one: 'Еден $t(two) {{two}}' }),
])

test('a text of its own, else of the script that it is derived from, else English', () => {
  expect(lookup('sr-Latn', 'paper', 'one')).toEqual({ text: 'Jedan', tag: 'sr-Latn' })
  expect(lookup('sr-Latn', 'paper', 'two')).toEqual({ text: 'Два', tag: 'sr-Cyrl' })
  expect(lookup('sr-Latn', 'paper', 'three')).toEqual({ text: 'Three', tag: 'en' })
  expect(lookup('sr-Cyrl', 'paper', 'three')).toEqual({ text: 'Three', tag: 'en' })
  expect(lookup('sq', 'paper', 'one')).toEqual({ text: 'One', tag: 'en' })
})

test.each(knownTags())('a text in %s is found, and what is derived from it', async (tag) => {
  const own = await createLookup([catalog('en', 'paper', { one: 'One' }), catalog(originOf(tag) ?? tag, 'paper', { one: tag })])
  expect(own(tag, 'paper', 'one')).toEqual({ text: tag, tag: originOf(tag) ?? tag })
})

test('a text comes out as it is written, under whatever key', () => {
  expect(lookup('mk', 'paper', 'one').text).toBe('Еден $t(two) {{two}}')
  expect(lookup('mk', 'paper', 'length')).toEqual({ text: 'Length', tag: 'en' })
  expect(lookup('mk', 'paper', 'constructor')).toEqual({ text: 'Constructor', tag: 'en' })
  expect(lookup('mk', 'constructor', 'prototype')).toEqual({ text: 'Прототип', tag: 'mk' })
})

test('a key that no locale has is an error', () => {
  expect(() => lookup('mk', 'paper', 'toString')).toThrow('toString')
  expect(() => lookup('mk', 'other', 'one')).toThrow('other')
})
