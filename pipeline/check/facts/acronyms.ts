import { acronymForms, ownAcronyms } from '../../language/acronyms.ts'
import { standsAmong } from '../../language/inflection.ts'
import type { Facts } from '../facts-of.ts'
import type { Prose } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'
import { acronymsIn, standsIn, usageOf } from './acronym-usage.ts'

/** “IMPORTANT NOTE:” */
const LABEL = /^[\p{Lu}\s]{4,}:/u

/** Acronyms, in their own letters or in those of the language. */
export const acronyms: TranslationRule = {
  id: 'acronyms',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an acronym of the English is not in the translation, neither as it is nor as the language has it',
  example: { bad: 'the EU → Evropa', good: 'the EU → BE-ja' },
  find: ({ prose, english }, facts) => {
    const label = LABEL.test(prose.visible) ? (LABEL.exec(english.visible)?.[0] ?? '') : ''
    if (english.visible === english.visible.toUpperCase()) return []
    const theirs = new Set(acronymsIn(english.visible))
    if (theirs.size === 0) return []
    const own = prose.words.map(({ lower }) => lower)
    return [...theirs]
      .filter((acronym) => !formsOf(acronym, facts).some((form) => stands(form, prose, own)))
      .filter((acronym) => !label.includes(acronym) && !isEmphasis(acronym, facts) && !isSettledByUse(acronym, prose, facts))
      .map((acronym) => ({
        message: `The acronym ${acronym} of the English is not in the translation.`,
        expected: [...new Set(formsOf(acronym, facts))].join(', '),
        remedy: 'Write the acronym; where the language has its own, add the term to locales/glossary.yaml.',
      }))
  },
}

function stands(form: string, prose: Prose, own: readonly string[]): boolean {
  return /\p{Ll}/u.test(form) ? standsAmong(own, form) : standsIn(prose, form)
}

/** What the language has for an acronym: the forms of the glossary’s term that it abbreviates, and those that are known of the language. */
function formsOf(acronym: string, facts: Facts): string[] {
  return [...acronymForms(facts.tag, acronym), ...settledForms(acronym, facts)]
}

function settledForms(acronym: string, { terms, names }: Facts): string[] {
  const bracketed = `(${acronym})`
  const settled = terms.flatMap(({ term, accepted, stems }) => (term.includes(bracketed) ? [...accepted, ...stems] : []))
  const named = names.flatMap(({ english, settled: name }) => (english.includes(bracketed) ? [name] : []))
  const own = [...settled, ...named].flatMap((form) => acronymsIn(form))
  return [...own, ...settled.filter((form) => /\p{Ll}/u.test(form))]
}

/** Whether it is a word in capitals, which stands elsewhere in small letters: NOTE, ALL. */
function isEmphasis(acronym: string, facts: Facts): boolean {
  return acronym.length >= 3 && usageOf(facts).words.has(acronym.toLowerCase())
}

/** Whether the document keeps to an acronym of its own, or to words, for one that nobody has settled: OVL for LVM. */
function isSettledByUse(acronym: string, prose: Prose, facts: Facts): boolean {
  if (ownAcronyms(facts.tag, acronym).length + settledForms(acronym, facts).length > 0) return false
  const { own, spelledOut } = usageOf(facts)
  return spelledOut.has(acronym) || (own.get(acronym) ?? []).some((form) => standsIn(prose, form))
}
