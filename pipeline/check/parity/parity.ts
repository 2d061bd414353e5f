import { isFormOf } from '../../language/inflection.ts'
import { originOf } from '../../language/registry.ts'
import { problem, type Problem } from '../../problem.ts'
import { compareNumbers } from '../facts/compare-numbers.ts'
import { compareDays } from '../facts/dates.ts'
import type { Day } from '../facts/days.ts'
import { withoutLanguage } from '../markup/language-of-address.ts'
import { marksOf } from '../markup/marks.ts'
import { about, type Reading, type Translation, type WholeRule } from '../rule.ts'
import { wording } from '../../wording.ts'

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
      reading.translations.filter(({ tag, kind }) => originOf(tag) === undefined && kind !== 'message'),
      ({ document, key }) => `${document}\n${key}`,
    )
    return [...byKey.values()].flatMap((translations) => (translations.length < WITNESSES ? [] : compare(translations, reading)))
  },
}

/** Facts that an edition has beyond its English (`added`), and facts that it lacks (`lost`). */
interface Difference {
  readonly added: readonly string[]
  readonly lost: readonly string[]
}

function compare(translations: readonly Translation[], { factsOf }: Reading): Problem[] {
  const differences = translations.map((each) => differenceOf(each, factsOf(each)))
  return translations.flatMap((each, index) => {
    const others = differences.filter((_, at) => at !== index)
    const isAlone = (of: keyof Difference) => (fact: string) => !others.some((other) => other[of].includes(fact))
    const added = differences[index]!.added.filter(isAlone('added'))
    const lost = differences[index]!.lost.filter(isAlone('lost'))
    if (added.length + lost.length === 0) return []
    return [
      problem({
        rule: 'parity',
        ...about(each),
        source: each.source,
        message: 'This edition does not say what all the others say.',
        found: added.length > 0 ? added.map(nameOf).join(', ') : wording`without ${{ lost: lost.map(nameOf).join(', ') }}`,
        expected: lost.length > 0 ? lost.map(nameOf).join(', ') : wording`without ${{ lost: added.map(nameOf).join(', ') }}`,
        remedy: 'Read the text beside its source and the other editions, and put right the one that differs.',
      }),
    ]
  })
}

/** Numbers and days are compared as `numbers` and `dates` do it: what is right for them is right here. */
function differenceOf(translation: Translation, facts: FactsOf): Difference {
  const [{ lost, added }, days] = [compareNumbers(translation), compareDays(translation)]
  const [theirs, own] = [englishFacts(translation, facts), factsIn(translation, facts)]
  return {
    added: [...added.map(({ value }) => `number ${value}`), ...days.wrong.map(dayFact), ...own.difference(theirs)],
    lost: [...lost.map(({ value }) => `number ${value}`), ...days.lost.map(dayFact), ...theirs.difference(own)],
  }
}

function dayFact({ day, month }: Day): string {
  return `date ${day ?? ''}.${month}.`
}

function nameOf(fact: string): string {
  return fact.slice(fact.indexOf(' ') + 1)
}

type FactsOf = ReturnType<Reading['factsOf']>

function factsIn({ prose }: Translation, { names }: FactsOf): Set<string> {
  const words = prose.words.flatMap(({ text, lower }) =>
    text[0] === lower[0] ? [] : /[-’']/.test(lower) ? [lower, ...lower.split(/[-’']/)] : [lower],
  )
  const people = names.filter(({ person, settled }) => {
    return person && settled.split(' ').every((part) => words.some((word) => isFormOf(word, part.toLowerCase())))
  })
  return new Set([...marksIn(prose), ...people.map(({ english }) => `name ${english}`)])
}

function englishFacts({ english }: Translation, { names }: FactsOf): Set<string> {
  const people = names.filter(({ person, english: name }) => person && english.visible.includes(name))
  return new Set([...marksIn(english), ...people.map(({ english: name }) => `name ${name}`)])
}

function marksIn(prose: Translation['prose']): string[] {
  const { links, urls, footnotes } = marksOf(prose)
  return [...[...links, ...urls].map((target) => `link ${withoutLanguage(target)}`), ...footnotes.map((note) => `footnote ${note}`)]
}
