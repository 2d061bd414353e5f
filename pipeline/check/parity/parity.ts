import { isFormOf } from '../../language/inflection.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { problem, type Problem } from '../../problem.ts'
import { numeralsOf } from '../facts/numerals.ts'
import { marksOf } from '../markup/marks.ts'
import { about, type Reading, type Translation, type WholeRule } from '../rule.ts'

/** Fewer translations than these do not show which one is the odd one out. */
const WITNESSES = 2

/** The editions held against each other: a fact in one of them alone, or in all but one. */
export const parity: WholeRule = {
  id: 'parity',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'numbers, dates, links, footnotes or names of one edition are not those of all the others',
  example: { bad: 'mk пет панели; sq, sr and en four', good: 'four in all' },
  find: (reading) => {
    const byKey = Map.groupBy(
      reading.translations.filter(({ tag, kind }) => LANGUAGES[tag].derivedFrom === undefined && kind !== 'message'),
      ({ document, key }) => `${document}\n${key}`,
    )
    return [...byKey.values()].flatMap((translations) => (translations.length < WITNESSES ? [] : compare(translations, reading)))
  },
}

function compare(translations: readonly Translation[], { factsOf }: Reading): Problem[] {
  const facts = translations.map((each) => factsIn(each, factsOf(each)))
  const english = englishFacts(translations[0]!, factsOf(translations[0]!))
  if (english.size === 0 && facts.every((each) => each.size === 0)) return []
  return translations.flatMap((each, index) => {
    const others = [english, ...facts.filter((_, at) => at !== index)]
    const own = facts[index]!
    const added = [...own].filter((fact) => !others.some((other) => other.has(fact)) && !isCommonWord(fact))
    const lost = [...others[0]!].filter((fact) => !own.has(fact) && others.every((other) => other.has(fact)) && !isCommonWord(fact))
    if (added.length + lost.length === 0) return []
    return [
      problem({
        rule: 'parity',
        ...about(each),
        source: each.source,
        message: 'This edition does not say what all the others say.',
        found: added.length > 0 ? added.map(nameOf).join(', ') : `without ${lost.map(nameOf).join(', ')}`,
        expected: lost.length > 0 ? lost.map(nameOf).join(', ') : `without ${added.map(nameOf).join(', ')}`,
        remedy: 'Read the text beside its English and the other editions, and put right the one that differs.',
      }),
    ]
  })
}

/** Numbers that words also stand for in passing: one, two, first, second. */
function isCommonWord(fact: string): boolean {
  return fact === 'number 1' || fact === 'number 2'
}

function nameOf(fact: string): string {
  return fact.slice(fact.indexOf(' ') + 1)
}

type FactsOf = ReturnType<Reading['factsOf']>

function factsIn({ tag, prose }: Translation, { names }: FactsOf): Set<string> {
  const words = prose.words.flatMap(({ text, lower }) =>
    text[0] === lower[0] ? [] : /[-’']/.test(lower) ? [lower, ...lower.split(/[-’']/)] : [lower],
  )
  const people = names.filter(({ person, settled }) => {
    return person && settled.split(' ').every((part) => words.some((word) => isFormOf(word, part.toLowerCase())))
  })
  return new Set([...common(tag, prose), ...people.map(({ english }) => `name ${english}`)])
}

function englishFacts({ english }: Translation, { names }: FactsOf): Set<string> {
  const people = names.filter(({ person, english: name }) => person && english.visible.includes(name))
  return new Set([...common('en', english), ...people.map(({ english: name }) => `name ${name}`)])
}

function common(tag: Translation['tag'], prose: Translation['prose']): string[] {
  const { figures, words, days } = numeralsOf(tag, prose)
  const { links, urls, footnotes } = marksOf(prose)
  return [
    ...figures.map(({ value }) => `number ${value}`),
    ...[...words].map((value) => `number ${value}`),
    ...days.map(({ day, month }) => `date ${day ?? ''}.${month}.`),
    ...[...links, ...urls].map((target) => `link ${target}`),
    ...footnotes.map((note) => `footnote ${note}`),
  ]
}
