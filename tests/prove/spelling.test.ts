import { expect, test } from 'vitest'
import { loadSpeller } from '../../pipeline/language/spelling.ts'

test('Debian’s Albanian dictionary, which is in ISO 8859-1, knows words with ë and ç (apt-get install myspell-sq)', async () => {
  const speller = await loadSpeller('sq', ['onlajn'])
  if (!speller) throw new Error('myspell-sq is missing: apt-get install myspell-sq')
  for (const word of ['është', 'dhunshëm', 'çështje', 'gjuhë', 'onlajn']) expect([word, speller.knows(word)]).toEqual([word, true])
  for (const word of ['ështe', 'gjuhhë', 'dhunshëmm']) expect([word, speller.knows(word)]).toEqual([word, false])
})
