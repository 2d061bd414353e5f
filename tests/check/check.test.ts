import { createRequire } from 'node:module'
import Ajv from 'ajv'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { mend } from '../../pipeline/check/mend.ts'
import { FAMILIES, RULES } from '../../pipeline/check/registry.ts'
import { check } from '../../pipeline/check/check.ts'
import { sarif } from '../../pipeline/cli/sarif.ts'
import type { Tag } from '../../pipeline/model/language.ts'
import { cleanPairs } from '../bench/checks/clean.ts'
import { createRandom } from '../bench/keys/corpus.ts'
import { DEFECTS } from '../bench/checks/defects.ts'
import { NO_GLOSSARY, checkPairs, collectionOf, publicationOf, type Pair } from '../bench/checks/pairs.ts'

const ALL = RULES.map(({ id }) => id)
const knowledge = { glossary: NO_GLOSSARY, spellers: new Map(), rules: ALL }

describe('the registry', () => {
  test('has each rule once, named like its file', async () => {
    expect(new Set(ALL).size).toBe(ALL.length)
    for (const [family, rules] of Object.entries(FAMILIES)) {
      for (const { id } of rules)
        expect(
          Object.values(await import(`../../pipeline/check/${family}/${id}.ts`)).map((each) => (each as { id?: string }).id),
        ).toContain(id)
    }
  })
})

describe('places', () => {
  test('are those of the offset in the file, escapes counted as they are written', () => {
    const pair = { key: 'a', english: 'He said “so”, and went…', text: 'Ai tha “kështu”, “dhe” iku...' }
    const [found] = checkPairs('sq', [pair], ['ellipsis'])
    // The value begins in column 8 with its quotation mark.
    expect(found).toMatchObject({ line: 2, column: 8 + 1 + pair.text.indexOf('...'), file: 'locales/sq/paper.json' })
    expect(found?.english).toEqual({ file: 'content/paper/document.md', line: 1, column: 1 })
  })

  test('of a derived script are in the text that it is derived from, and nothing is said twice', () => {
    const collection = collectionOf({ 'sr-Cyrl': [{ key: 'a', english: 'The language', text: 'Језик... ы' }] })
    const publication = publicationOf(['sr-Cyrl', 'sr-Latn'])
    const seen = (editions: readonly Tag[]) =>
      check({ publication, collection, editions }, knowledge).problems.map(({ ruleId, edition, file }) => `${ruleId} ${edition} ${file}`)
    expect(seen(['sr-Cyrl', 'sr-Latn'])).toEqual(
      expect.arrayContaining(['ellipsis sr-Cyrl locales/sr-Cyrl/paper.json', 'wrong-script sr-Latn locales/sr-Cyrl/paper.json']),
    )
    expect(seen(['sr-Cyrl', 'sr-Latn'])).not.toContain('ellipsis sr-Latn locales/sr-Cyrl/paper.json')
  })
})

describe('a rule that throws', () => {
  const rule = RULES.find(({ id }) => id === 'quotes')! as { find: unknown }
  const { find } = rule
  afterEach(() => void (rule.find = find))

  test('is named with the text, and the others still run', () => {
    rule.find = () => {
      throw new Error('no luck')
    }
    const collection = collectionOf({ sq: [{ key: 'a', english: 'And so on…', text: 'E kështu...' }] })
    const { problems, failures } = check({ publication: publicationOf(['sq']), collection, editions: ['sq'] }, knowledge)
    expect(failures.map(({ reason, file, key }) => [reason, file, key])).toEqual([
      ['The rule “quotes” failed at “a”: no luck', 'locales/sq/paper.json', 'a'],
    ])
    expect(problems.map(({ ruleId }) => ruleId)).toContain('ellipsis')
  })
})

test.each([
  ['a megabyte', 'fjalë '.repeat(180_000)],
  ['nested braces', '{'.repeat(10_000) + '}'.repeat(10_000)],
  ['asterisks', '*'.repeat(50_000)],
  ['brackets', '['.repeat(5000) + 'a' + ']'.repeat(5000)],
])('%s: too complex, once, in a document and in the interface', (_, text) => {
  for (const kind of ['paragraph', 'message'] as const) {
    const found = checkPairs('sq', [{ key: 'a', english: 'A text', text, kind }, { key: 'b', english: 'And so on…', text: 'E kështu...', kind }], ALL) // prettier-ignore
    expect(found.filter(({ key }) => key === 'a').map(({ ruleId }) => ruleId)).toEqual(['too-complex'])
    expect(found.filter(({ key }) => key === 'b').map(({ ruleId }) => ruleId)).toContain('ellipsis')
  }
})

test('no text makes a rule throw', () => {
  const unit = fc.constantFrom(...Array.from(' аaбеėë.,;:!?"\'„“”«»()[]{}*_`<>&\\/@#%-–—0123456789IVÆǆ\u0301\u00AD\u200B\uD83D\uFFFC'), 'plural, one {', 'https://', '6 qershor', '...', '[^1]', '](') // prettier-ignore
  const text = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''))
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom<Tag>('sq', 'mk', 'sr-Cyrl', 'sr-Latn'),
      fc.constantFrom('paragraph' as const, 'message' as const),
      (english, own, tag, kind) => {
        expect(() => checkPairs(tag, [{ key: 'a', english, text: own, kind }], ALL)).not.toThrow()
      },
    ),
    { numRuns: 1500 },
  )
})

describe('mends', () => {
  const tags = ['sq', 'mk', 'sr-Cyrl'] as const
  const classes = [
    'quotes',
    'apostrophe',
    'dash',
    'spacing',
    'no-break',
    'percent',
    'ellipsis',
    'ordinal',
    'date-form',
    'confusable',
    'decomposed',
    'invisible',
  ]

  /** Mends until nothing is left to mend, as `check --fix` does, and counts the rounds. */
  function mendAll(tag: Tag, pair: Pair): { text: string; runs: number } {
    let text = pair.text
    for (let runs = 0; runs < 6; runs++) {
      const collection = collectionOf({ [tag]: [{ ...pair, text }] })
      const { problems } = check({ publication: publicationOf([tag]), collection, editions: [tag] }, knowledge)
      const { texts } = mend(collection, problems)
      if (texts.length === 0) return { text, runs }
      text = texts[0]!.after
    }
    return { text, runs: Infinity }
  }

  test.each(tags)('of %s leave nothing that they could mend, and every word as it is', (tag) => {
    const random = createRandom(7)
    const pairs = cleanPairs(tag).filter(({ kind }) => kind !== 'message')
    let mended = 0
    for (const rule of classes) {
      for (let index = 0; index < 60; index++) {
        const pair = { ...pairs[Math.floor(random() * pairs.length)]!, key: 'a' }
        const made = DEFECTS[rule]!(pair, { tag, random, clean: pairs, glossary: NO_GLOSSARY })
        if (!made || Array.isArray(made.broken)) continue
        const broken = made.broken as Pair
        const offered = checkPairs(tag, [broken], [rule]).some(({ mend: each }) => each !== undefined)
        const { text, runs } = mendAll(tag, broken)
        expect(runs).toBeLessThanOrEqual(3)
        if (offered) {
          mended++
          expect(checkPairs(tag, [{ ...broken, text }], [rule]).filter(({ mend: each }) => each !== undefined)).toEqual([])
        }
        if (rule !== 'ordinal' && rule !== 'confusable') expect(plainWords(text)).toBe(plainWords(broken.text))
      }
    }
    expect(mended).toBeGreaterThan(250)
  })

  /** Letters and figures, without what mends may touch: spaces, signs, accents’ form, invisible characters, a month’s capital. */
  function plainWords(text: string): string {
    return text.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(/0(?=\d)/g, '') // prettier-ignore
  }

  test('leave a stale text to its translator, and keep what is known of the others', () => {
    const collection = collectionOf({ sq: [{ key: 'a', english: 'And so on…', text: 'E kështu...', basis: 'And thus…' }, { key: 'b', english: 'And on…', text: 'E tutje...' }] }) // prettier-ignore
    const { problems } = check({ publication: publicationOf(['sq']), collection, editions: ['sq'] }, knowledge)
    const { texts, pending } = mend(collection, problems)
    expect(texts.map(({ key, after }) => [key, after])).toEqual([['b', 'E tutje…']])
    const [ledger] = pending.ledgers
    expect(ledger!.after.answers.get('b')!.basis).toBe('And on…')
    expect(ledger!.after.answers.get('b')!.digest).not.toBe(ledger!.before.answers.get('b')!.digest)
    expect(ledger!.after.answers.get('a')).toEqual(ledger!.before.answers.get('a'))
  })
})

test('SARIF is valid 2.1.0, by the schema of its authors', () => {
  const require = createRequire(import.meta.url)
  const validator = new Ajv({ schemaId: 'auto', meta: false, validateSchema: false })
  validator.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object)
  const isValid = validator.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object)
  const pairs = [{ key: 'a', english: 'On 6 June “so”…', text: 'Më 7 korrik „kështu...' }, { key: 'b', english: 'x', text: '*'.repeat(30_000) }] // prettier-ignore
  const log = sarif(checkPairs('sq', pairs, ALL)) as { runs: [{ results: { relatedLocations?: object[] }[] }] }
  isValid(log)
  expect(isValid.errors).toBeNull()
  expect(log.runs[0].results.length).toBeGreaterThan(3)
  expect(log.runs[0].results.some(({ relatedLocations }) => JSON.stringify(relatedLocations)?.includes('content/paper/document.md'))).toBe(
    true,
  )
  expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
})
