import { acronymForms, isWellKnown } from '../../language/acronyms.ts'
import { standsAmong } from '../../language/inflection.ts'
import { SOURCE_TAG } from '../../model/language.ts'
import { meantProse, type Seen } from '../prose.ts'
import type { Facts, Observation, TranslationRule } from '../rule.ts'
import { acronymsIn, standsIn, usageOf } from './acronym-usage.ts'
import { wording } from '../../wording.ts'

/** “IMPORTANT NOTE:” */
const LABEL = /^[\p{Lu}\s]{4,}:/u

/** Acronyms, in their own letters or in those of the language. */
export const acronyms: TranslationRule = {
  id: 'acronyms',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'an acronym of the source is not in the translation, neither as it is nor as the language has it',
  example: { bad: 'the EU → Evropa', good: 'the EU → BE-ja' },
  find: ({ tag, prose: written, english, sourceTag }, facts) => {
    // Counterparts are known of English acronyms alone.
    if (sourceTag !== SOURCE_TAG) return []
    const label = LABEL.test(written.visible) ? (LABEL.exec(english.visible)?.[0] ?? '') : ''
    if (english.visible === english.visible.toUpperCase()) return []
    const theirs = new Set(acronymsIn(english.visible))
    if (theirs.size === 0) return []
    const prose = meantProse(tag, written)
    const own = prose.words.flatMap(({ lower }) => (lower.includes('/') ? lower.split('/') : [lower]))
    return [...theirs]
      .filter((acronym) => !formsOf(acronym, facts).some((form) => stands(form, prose, own)))
      .filter((acronym) => !label.includes(acronym) && !isEmphasis(acronym, facts) && !isSettledByUse(acronym, prose, facts))
      .map((acronym): Observation => ({
        message: wording`The acronym ${{ acronym }} of the source is not in the translation.`,
        expected: [...new Set(formsOf(acronym, facts))].join(', '),
        remedy: wording`Write the acronym; where the language has its own or puts it into words, add a line “${{ acronym }}:” with the accepted forms under “terms:” in locales/glossary.yaml.`,
        // One that nobody has settled may well be put into words; a letter that went wrong shows.
        severity: isKnown(acronym, facts) || isMistyped(acronym, prose) ? undefined : 'info',
      }))
  },
}

function stands(form: string, prose: Seen, own: readonly string[]): boolean {
  if (!/\p{L}/u.test(form)) return prose.visible.includes(form)
  return /\p{Ll}/u.test(form) ? standsAmong(own, form) : standsIn(prose, form)
}

/** Forms that may stand for an acronym: those of the language’s pack, and those of a glossary term that the acronym is or abbreviates. */
function formsOf(acronym: string, facts: Facts): string[] {
  return [...acronymForms(facts.tag, acronym), ...settledForms(acronym, facts)]
}

function settledForms(acronym: string, { terms, names }: Facts): string[] {
  const isItself = (name: string): boolean => [acronym, acronym.replace(/S$/, '')].some((each) => name === each || name === `${each}s`)
  const isNamed = (name: string): boolean => isItself(name) || name.includes(`(${acronym})`)
  const settled = terms.flatMap(({ term, accepted, stems }) => (isNamed(term) ? [...accepted, ...stems] : []))
  const named = names.flatMap(({ english, settled: name }) => (isNamed(english) ? [name] : []))
  const own = [...settled, ...named].flatMap((form) => acronymsIn(form))
  const whole = terms.flatMap(({ term, accepted, stems }) => (isItself(term) ? [...accepted, ...stems] : []))
  return [...own, ...whole, ...settled.filter((form) => /\p{Ll}/u.test(form))]
}

/** True if the translation of an acronym is settled. */
function isKnown(acronym: string, facts: Facts): boolean {
  return isWellKnown(facts.tag, acronym) || settledForms(acronym, facts).length > 0
}

/** True if the translation has the acronym with a typing error: one letter wrong or missing, or two letters swapped. */
function isMistyped(acronym: string, { visible }: Seen): boolean {
  if (acronym.length < 3) return false
  return acronymsIn(visible).some((other) => {
    if (acronym.startsWith(other) && other.length >= 3) return true
    if (other.length !== acronym.length) return false
    const wrong = Array.from(acronym).flatMap((letter, at) => (letter === other[at] ? [] : [at]))
    const [first, second] = wrong as [number, number?]
    return wrong.length === 1 ? acronym.length > 3 : wrong.length === 2 && second === first + 1 && other[first] === acronym[second] && other[second] === acronym[first]
  }) // prettier-ignore
}

/** True for a word in capitals that stands elsewhere in small letters: NOTE, ALL. */
function isEmphasis(acronym: string, facts: Facts): boolean {
  return acronym.length >= 3 && usageOf(facts).words.has(acronym.toLowerCase())
}

/** True if the document mostly uses another acronym, or words, for one that is not in the glossary: OVL for LVM. */
function isSettledByUse(acronym: string, prose: Seen, facts: Facts): boolean {
  if (isKnown(acronym, facts)) return false
  const { own, spelledOut } = usageOf(facts)
  return spelledOut.has(acronym) || (own.get(acronym) ?? []).some((form) => standsIn(prose, form))
}
