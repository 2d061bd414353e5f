import { acronymForms } from '../../language/acronyms.ts'
import { standsAmong } from '../../language/inflection.ts'
import type { Facts } from '../facts-of.ts'
import type { Prose } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'

const ACRONYM = /(?<![\p{L}\p{N}])(?:[\p{Lu}]{2,}(?:[-/&][\p{Lu}]{2,})*|[\p{Lu}]\/[\p{Lu}]{2,})(?:s(?!\p{L}))?(?![\p{L}])/gu

/** Acronyms, in their own letters or in those of the language. */
export const acronyms: TranslationRule = {
  id: 'acronyms',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an acronym of the English is not in the translation, neither as it is nor as the language has it',
  example: { bad: 'the EU → Evropa', good: 'the EU → BE-ja' },
  find: ({ prose, english }, facts) => {
    if (english.visible === english.visible.toUpperCase()) return []
    const own = prose.words.map(({ lower }) => lower)
    return [...new Set(acronymsIn(english))]
      .filter((acronym) => !formsOf(acronym, facts).some((form) => stands(form, prose, own)))
      .map((acronym) => ({
        message: `The acronym ${acronym} of the English is not in the translation.`,
        expected: [...new Set(formsOf(acronym, facts))].join(', '),
        remedy: 'Write the acronym; where the language has its own, add the term to locales/glossary.yaml.',
      }))
  },
}

function acronymsIn(english: Prose): string[] {
  return [...english.visible.matchAll(ACRONYM)].map(([text]) => text.replace(/s$/, ''))
}

function stands(form: string, prose: Prose, own: readonly string[]): boolean {
  if (/\p{Ll}/u.test(form)) return standsAmong(own, form)
  return prose.visible.includes(form) && new RegExp(`(?<![\\p{L}\\d])${form}(?!\\p{Lu}|\\d)`, 'u').test(prose.visible)
}

/** What the language has for an acronym: the forms of the glossary’s term that it abbreviates, and those that are known of the language. */
function formsOf(acronym: string, { tag, terms, names }: Facts): string[] {
  const bracketed = `(${acronym})`
  const settled = terms.flatMap(({ term, accepted, stems }) => (term.includes(bracketed) ? [...accepted, ...stems] : []))
  const named = names.flatMap(({ english, settled: name }) => (english.includes(bracketed) ? [name] : []))
  const own = [...settled, ...named].flatMap((form) => [...form.matchAll(ACRONYM)].map(([text]) => text))
  return [...acronymForms(tag, acronym), ...own, ...settled.filter((form) => /\p{Ll}/u.test(form))]
}
