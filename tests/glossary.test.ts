import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { DOCUMENT } from './build-once.ts'

interface Forms {
  readonly accepted: readonly string[]
  readonly stems: readonly string[]
  readonly forbidden?: readonly string[]
}

const glossary = parse(readFileSync('locales/glossary.yaml', 'utf8')) as {
  terms: Record<string, Record<string, Forms>>
  organisations: Record<string, Record<string, Forms>>
  names: Record<string, Record<string, string>>
}
const texts = (tag: string): Record<string, string> => JSON.parse(readFileSync(`locales/${tag}/${DOCUMENT}.json`, 'utf8'))

test('names stand in the translations as the glossary has settled them', () => {
  const english = texts('en')
  const people = Object.entries(english).filter(([key]) => /^programme\.people\.[^.]+\.name$/.test(key))
  expect(people.map(([, name]) => name).sort()).toEqual(Object.keys(glossary.names).sort())
  for (const [key, name] of people) {
    for (const tag of ['mk', 'sr-Cyrl']) expect(texts(tag)[key]).toBe(glossary.names[name]![tag])
    expect(texts('sq')[key]).toBe(name)
  }
})

test.each(['sq', 'mk', 'sr-Cyrl'])('every term of the glossary is used in %s, and no forbidden form', (tag) => {
  const all = Object.values(texts(tag)).map((text) => text.toLowerCase())
  for (const [term, languages] of Object.entries({ ...glossary.terms, ...glossary.organisations })) {
    const { stems, forbidden = [] } = languages[tag]!
    const used = stems.some((stem) =>
      all.some((text) =>
        stem
          .toLowerCase()
          .split(' ')
          .every((part) => text.includes(part)),
      ),
    )
    expect(used ? '' : term).toBe('')
    expect(forbidden.filter((form) => all.some((text) => text.includes(form.toLowerCase())))).toEqual([])
  }
})
