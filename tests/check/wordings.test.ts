import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { printParseErrorCode } from 'jsonc-parser'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { ENGLISH, worded, wordingsFor } from '../../pipeline/language/wordings.ts'
import { problem } from '../../pipeline/problem.ts'
import { filled, inEnglish, wording } from '../../pipeline/wording.ts'

/** Findings that only an author meets, in a source, or who keeps the glossary: they are told in English so far. */
const OF_AUTHORS =
  /^pipeline\/check\/(?:source\/(?!former-address)|slips\/(?:line-rows|blocks|tables|converted|links|lists|rows|runs|bold-headings|hand-notes|emphasis|headings|caption-lines|together)\.ts|glossary\.ts|fix\.ts|icu\.ts|language\/pack-lacks\.ts)/
const FILES = globSync(
  'pipeline/{check/**/*,exchange/**/*,cli/{check,problem-text,sarif,import,plan-text,observation-text,terms}}.ts',
).sort()
/** What keeps a translator’s file from being read. */
const UNREADABLE = [
  'files/json',
  'files/conflict-markers',
  'files/file-errors',
  'files/xml-shape',
  'authoring/word/archive',
  'catalog/store',
].map((name) => `pipeline/${name}.ts`)
/** Said through a table or a pack, as no sentence of its own. */
const IN_TABLES = ['found', 'expected', 'changed', 'remedy', 'suggested', 'error', 'warning', 'info', 'ekavian', 'ijekavian']

/** Lists of signs that rows are found by. */
const SIGNS = /^(?:h1\. |import |HYPERLINK |_Toc |TODO )/

/** The fields of a finding that hold its words. */
const FIELDS: ReadonlySet<string> = new Set(['message', 'found', 'expected', 'remedy', 'merge'])
/** What makes a file no JSON, as its reader names it. */
const ERRORS = Array.from({ length: 16 }, (_, code) =>
  printParseErrorCode(code + 1)
    .replaceAll(/(?<=[a-z])[A-Z]/g, ' $&')
    .toLowerCase(),
)

const told = new Set([
  ...FILES.filter((file) => !OF_AUTHORS.test(file)).flatMap((file) => toldIn(file)),
  ...UNREADABLE.flatMap((file) => toldIn(file, 'in fields')),
  ...IN_TABLES,
  ...ERRORS,
])
const languages = globSync('pipeline/language/packs/*/findings.json').map((file) => [basename(dirname(file)), file] as const)

describe.each(languages)('the findings in %s', (tag, file) => {
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>

  // A sentence that is new is told in English until somebody has worded it: one in twenty may wait.
  test('have a wording each, and no other', () => {
    const keys = new Set(Object.keys(texts))
    const differing = [...told.symmetricDifference(keys)]
    expect(differing.length < told.size / 20 ? [] : differing).toEqual([])
  })

  test('have the same values in every wording', () => {
    const valuesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
    for (const [english, text] of Object.entries(texts)) expect([english, ...valuesOf(text)]).toEqual([english, ...valuesOf(english)])
  })

  test('are worded in the language', () => {
    const same = Object.entries(texts).filter(([english, text]) => english === text && /\p{L}{3}/u.test(english.replaceAll(/\{\w+\}/g, '')))
    expect([tag, ...same]).toEqual([tag])
  })
})

test('a finding is said with its values, and with words within words', async () => {
  const { say } = (await wordingsFor(resolve('.'), 'mk'))!
  expect(say(wording`The source has the term “${{ term: 'civil {term}' }}”.`)).toBe('Во изворникот стои терминот „civil {term}“.')
  const why = wording`one commit brought the whole locale file`
  expect(
    say(wording`“${{ key: 'a' }}” and its source have both changed, and nobody knows which source the translator saw: ${{ why }}.`),
  ).toContain('еден запис')
})

test('a script is derived, the words of its origin within it are not', async () => {
  const { say } = (await wordingsFor(resolve('.'), 'sr-Latn'))!
  expect(say(wording`The source has the term “${{ term: 'Џез' }}”.`)).toBe('U izvorniku stoji termin „Џез”.')
})

test('what has no wording is said in English, and a language without wordings has none', async () => {
  const sq = (await wordingsFor(resolve('.'), 'sq'))!
  const unknown = wording`Nobody has worded ${{ this: 'this' }}.`
  expect([sq.knows(unknown), sq.say(unknown)]).toEqual([false, 'Nobody has worded this.'])
  expect(await wordingsFor(resolve('.'), 'tr')).toBeUndefined()
})

test('a finding keeps its place, its rule and what mends it in each language', async () => {
  const found = problem({
    rule: 'spelling',
    file: 'locales/sq/report.json',
    position: { line: 3, column: 4 },
    key: 'opening',
    message: wording`No dictionary has the word “${{ word: 'gjuh' }}”.`,
    found: 'gjuh',
    remedy: 'Remove the space.',
  })
  found.mend = { start: 0, end: 1, text: '' }
  const own = worded(found, (await wordingsFor(resolve('.'), 'sq'))!)
  const { reason, note, ruleId, line, key, mend, file } = own
  expect([reason, note]).toEqual(['Asnjë fjalor nuk e ka fjalën “gjuh”.', 'Hiqeni hapësirën.'])
  expect([ruleId, line, key, mend, file]).toEqual(['spelling', 3, 'opening', found.mend, found.file])
  expect(worded(found, ENGLISH).reason).toBe(found.reason)
})

test('English is the template with its values, whatever they hold', () => {
  const odd = wording`${{ a: '{b}' }} and ${{ b: '$&' }}`
  expect(inEnglish(odd)).toBe('{b} and $&')
  expect(filled('{b} – {a} – {c}', odd, inEnglish)).toBe('$& – {b} – {c}')
})

/** A node of a syntax tree. */
interface Syntax {
  readonly type: string
  readonly [name: string]: unknown
}

/** The sentences in a file that people are told: its wordings, and texts that are more than a name, where those are told alone, in the fields of a finding. */
function toldIn(file: string, where: 'anywhere' | 'in fields' = 'anywhere'): string[] {
  const texts: string[] = []
  const visit = (value: unknown, isTold: boolean): void => {
    if (Array.isArray(value)) return value.forEach((each) => visit(each, isTold))
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as Syntax
    if (isDescription(node)) return
    if (node.type === 'TaggedTemplateExpression' && (node['tag'] as Syntax)['name'] === 'wording') texts.push(templateIn(node))
    else if (node.type === 'Literal' && typeof node['value'] === 'string' && isTold && isSentence(node['value'])) texts.push(node['value'])
    const isField = node.type === 'Property' && FIELDS.has(String((node['key'] as Syntax)['name']))
    for (const child of Object.values(node)) visit(child, isTold || isField)
  }
  // The commands print other words too, all of which are wordings.
  visit(parseSync(file, readFileSync(file, 'utf8')).program, where === 'anywhere' && file.startsWith('pipeline/check/'))
  return texts
}

/** What is no finding: a rule’s description, a module’s name, a list that is split into its words, the signs of a row. */
function isDescription({ type, key, callee }: Syntax): boolean {
  if (type === 'ImportDeclaration') return true
  if (type === 'Property') return ['meaning', 'example', 'id', 'signs'].includes(String((key as Syntax)['name']))
  if (type !== 'CallExpression') return false
  const { name, property } = callee as Syntax & { property?: Syntax }
  return name === 'asCalled' || property?.['name'] === 'split'
}

function isSentence(text: string): boolean {
  return /\p{L}{3}/u.test(text) && /\s|^[#*[`]/u.test(text) && !SIGNS.test(text) && !/^\W*U\+/.test(text)
}

function templateIn({ quasi }: Syntax): string {
  const { quasis, expressions } = quasi as { quasis: { value: { cooked: string } }[]; expressions: { properties: { key: Syntax }[] }[] }
  const names = expressions.flatMap(({ properties }) => properties.map(({ key }) => `{${String(key['name'])}}`))
  return quasis.map(({ value }, at) => value.cooked + (names[at] ?? '')).join('')
}
