import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../pipeline/check/check.ts'
import { RULES } from '../../pipeline/check/registry.ts'
import { readGlossary } from '../../pipeline/catalog/glossary.ts'
import { workbenchTexts } from '../../pipeline/language/interface-texts.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'

const TAGS = globSync('pipeline/language/packs/*/workbench.json').map((path) => path.split('/')[3]!)
const catalogOf = async (tag: string) => ({
  tag,
  namespace: 'site',
  file: `locales/${tag}/site.json`,
  entries: await workbenchTexts(resolve('.'), tag),
})

test('the workbench speaks every language that has words of its own, and says the same in each, without a fault that checks know of', async () => {
  expect(TAGS.toSorted()).toEqual(['bg', 'bs-Latn', 'cnr-Latn', 'en', 'hr', 'mk', 'sq', 'sr-Cyrl', 'tr'])
  const english = await catalogOf('en')
  const translations = await Promise.all(TAGS.filter((tag) => tag !== 'en').map(catalogOf))
  for (const { entries } of translations) expect([...entries.keys()]).toEqual([...english.entries.keys()])
  const publication = await readPublication('.')
  const site = { english, translations, ledgers: translations.map(({ tag }) => ({ tag, file: '', answers: new Map(), retired: [] })) }
  const rules = RULES.filter(({ looksAt }) => looksAt !== 'whole').map(({ id }) => id)
  const { problems, failures } = check(
    { publication, collection: { documents: [], site, anchorsOf: () => undefined }, editions: TAGS },
    { glossary: await readGlossary(publication), spellers: new Map(), rules },
  )
  expect(failures).toEqual([])
  expect(problems.map(({ edition, key, reason, actual }) => `${edition} ${key}: ${reason} ${actual}`)).toEqual([])
})

test('every message that a page of the workbench or a table for reviewers asks for has words, and no words are left over', () => {
  const sources = [
    ...globSync('templates/workbench/**/*.hbs'),
    ...globSync('pipeline/server/workbench/*.ts'),
    'pipeline/exchange/tables/words.ts',
  ].map((path) => readFileSync(path, 'utf8'))
  const asked = new Set(
    sources.flatMap((source) => [...source.matchAll(/(?:message|attribute)\W{1,2}["']([\w.-]+)["']/g)].map(([, id]) => id!)),
  )
  // Told by what a text is and by what is to be done with it.
  const told = ['task.asked', 'task.missing', 'task.stale', 'task.doubt', 'task.findings', 'task.review', 'state.missing', 'state.stale', 'state.doubt', 'state.translated', 'state.reviewed', 'unreadable', 'nowhere', 'broken'] // prettier-ignore
  const words = Object.keys(JSON.parse(readFileSync('pipeline/language/packs/en/workbench.json', 'utf8')) as object)
  expect([...asked.union(new Set(told))].sort()).toEqual(words.sort())
})
