import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const FILES = globSync('pipeline/language/packs/*/{findings,interface,workbench}.json').sort()

test.each(FILES)('%s sets what it quotes between the first marks of its language', (file) => {
  const { typography } = read<{ typography: { quotes: string } }>(join(dirname(file), 'pack.json'))
  const quotes = typography.quotes.split(' ').join('')
  for (const [key, text] of Object.entries(read<Record<string, string>>(file))) {
    const marks = (text.match(/[„“”«»]/g) ?? []).join('')
    expect([key, marks]).toEqual([key, quotes.repeat(marks.length / 2)])
  }
})
