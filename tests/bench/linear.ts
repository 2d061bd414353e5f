/**
 * Whether what reads texts takes time in proportion to them: every reader and all rules at n, 2n and 4n of texts of odd
 * shapes, and the rules one by one where they stand out together. What refuses a text at once is linear.
 * `node tests/bench/linear.ts [--units N]`. Ends with 1 where four times the text takes more than ten times as long.
 */
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { readGlossary } from '../../pipeline/catalog/glossary.ts'
import { syntaxError } from '../../pipeline/check/icu.ts'
import { RULES } from '../../pipeline/check/registry.ts'
import { addressesOf } from '../../pipeline/source/style-addresses.ts'
import { applyTypography } from '../../pipeline/html/typography.ts'
import { parseJsonObject } from '../../pipeline/files/json.ts'
import { loadHyphenation } from '../../pipeline/language/hyphenation.ts'
import { toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { parseDocument } from '../../pipeline/source/document.ts'
import { parseInline } from '../../pipeline/source/markdown.ts'
import { matchTexts } from '../../pipeline/compare/matching.ts'
import { Failure } from '../../pipeline/problem.ts'
import { parseYaml } from '../../pipeline/files/yaml.ts'
import { checkPairs } from './checks/pairs.ts'

const { values } = parseArgs({ options: { units: { type: 'string', default: '4000' } } })
const UNITS = Number(values.units)
/** Four times the text may take so many times as long: caches and the collection of garbage add to the four. */
const MOST = 10
/** What takes less, in milliseconds, is not told from noise. */
const LEAST = 150
const ROUNDS = 3

/** A shape: a text of about so many units. */
const SHAPES: Readonly<Record<string, string>> = {
  words: 'word ', 'one word': 'a', 'Cyrillic words': 'реч је ', 'capital words': 'Word ', acronyms: 'NATO ', spaces: ' ', tabs: 'a\t',
  lines: 'a line\n', 'empty lines': '\n', paragraphs: 'A paragraph.\n\n', digits: '1', 'digits and dots': '1.', 'digits and commas': '1,',
  dates: '6 June 2018 ', ordinals: '6. ', times: '5:30 pm ', numbers: 'twenty-one ', brackets: '[', 'closed brackets': '[a]', parentheses: '(',
  braces: '{', 'closed braces': '{a} ', asterisks: '*', underscores: '_', backticks: '`', pipes: 'a|', tables: '|a|b|\n|-|-|\n|c|d|\n\n',
  tags: '<', 'closed tags': '<a>', ampersands: '&', entities: '&amp;', pictures: '![', links: '[a](b) ', notes: '[^1] ', quotations: '> a\n',
  lists: '- a\n', 'double quotes': '"', 'paired quotes': '“a” ', apostrophes: "s'ka ", dashes: ' - ', hyphens: 'a-', addresses: 'https://a.b/c ',
  'addresses without a scheme': 'www.a.b ', mail: 'a@b.c ', signs: '@', accents: 'e\u0308', 'soft hyphens': 'a\u00AD', emoji: '🙂', commas: ',',
  'full stops': '.', ellipses: '...', percents: '5 % ', hashes: '#', colons: ': ', backslashes: '\\', comments: '<!-- a -->', dollars: '$a$ ',
} // prettier-ignore

const publication = await readPublication(process.cwd())
const glossary = await readGlossary(publication)
const hyphenation = new Map([['sq' as const, await loadHyphenation('sq', [])]])
const ALL = RULES.map(({ id }) => id).filter((id) => id !== 'spelling')
const FRONT = '---\ntitle: T\nkind: K\ndescription: D\ndate: 2026-01-01\n---\n\n'

const check = (text: string, rules: readonly string[]): void => {
  for (const tag of ['sq', 'sr-Cyrl'] as const) checkPairs(tag, [{ key: 'k', english: `The ${text}`, text: `A ${text}` }], rules, glossary)
}

const READERS: Readonly<Record<string, (text: string) => void>> = {
  document: (text) => void parseDocument({ id: 'd', document: { file: 'd', text: FRONT + text } }),
  'front matter': (text) => void parseDocument({ id: 'd', document: { file: 'd', text: FRONT.replace('D', () => JSON.stringify(text)) } }),
  segment: (text) => void parseInline(text),
  YAML: (text) => void parseYaml(`a: ${text}`, 'f', v.unknown()),
  'YAML text': (text) => void parseYaml(`a: |\n  ${text}`, 'f', v.unknown()),
  JSON: (text) => void parseJsonObject(`{ "a": ${JSON.stringify(text)}, "b": ${text} }`, 'f', { expected: '', remedy: '', merge: '' }),
  message: (text) => void syntaxError(text),
  style: (text) => void addressesOf(`a { content: url(${text}) }`),
  'Serbian Latin': (text) => void toSerbianLatin(text),
  typography: (text) => applyTypography({ type: 'root', children: [{ type: 'text', value: text }] } as never, 'sq', hyphenation),
  keys: (text) => void matchTexts(text.split(/(?<= )/).slice(0, 2000), text.split(/(?<=[. ])/).slice(0, 2000)),
  rules: (text) => check(text, ALL),
}

/** Processor time in milliseconds, the least of some rounds. */
function timeOf(run: () => void): number {
  let best = Infinity
  for (let round = 0; round < ROUNDS && (round === 0 || best < 1000); round++) {
    const start = process.cpuUsage()
    try {
      run()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const textOf = (unit: string, units: number): string => unit.repeat(Math.ceil(units / unit.length))
let steep = 0
const measure = (name: string, unit: string, read: (text: string) => void): boolean => {
  const [once = 0, twice = 0, fourTimes = 0] = [1, 2, 4].map((times) => {
    const text = textOf(unit, UNITS * times)
    return timeOf(() => read(text))
  })
  const isSteep = fourTimes > LEAST && fourTimes / Math.max(once, 1) > MOST
  if (isSteep) console.log(`${name}: ${[once, twice, fourTimes].map((each) => `${each.toFixed(0)} ms`).join(', ')}`)
  return isSteep
}
let measured = 0
for (const [shape, unit] of Object.entries(SHAPES)) {
  for (const [reader, read] of Object.entries(READERS)) {
    measured++
    if (!measure(`${reader} of ${shape}`, unit, read)) continue
    steep++
    if (reader === 'rules') for (const { id } of RULES) measure(`  ${id}`, unit, (text) => check(text, [id]))
  }
}
console.log(
  `${measured} readings of ${Object.keys(SHAPES).length} shapes at ${UNITS}, ${2 * UNITS} and ${4 * UNITS} units: ${steep} grow faster than their texts`,
)
process.exitCode = steep > 0 ? 1 : 0
