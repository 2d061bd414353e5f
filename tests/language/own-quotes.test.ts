import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const FILES = globSync('pipeline/language/packs/*/{findings,interface,workbench}.json').sort()

test.each(FILES)('%s sets what it quotes between the first marks of its language', (file) => {
  const { typography } = read(join(dirname(file), 'pack.json')) as { typography: { quotes: string } }
  const quotes = typography.quotes.split(' ').join('')
  for (const [key, text] of Object.entries(read(file) as Record<string, string>)) {
    const marks = (text.match(/[„“”«»]/g) ?? []).join('')
    expect([key, marks]).toEqual([key, quotes.repeat(marks.length / 2)])
  }
})
