import { dialectOf } from '../language/dialects.ts'
import { ownOrDerived } from '../language/derive.ts'
import { packOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Glossary, TermForms } from '../catalog/glossary.ts'
import type { SettledName, Term, Facts, Text, Translation } from './rule.ts'

/**
 * Collects the facts about one document in one language. `translations` are its texts in the language, `sources` all English
 * ones.
 */
export function factsFrom(
  tag: Tag,
  glossary: Glossary,
  translations: readonly Translation[],
  sources: readonly Text[],
  isSource = tag === SOURCE_TAG,
): Facts {
  // Most texts are settled without these.
  let counted: ReadonlyMap<string, number> | undefined
  let dialect: { readonly name: string | undefined } | undefined
  const names = isSource ? englishNames(glossary, sources) : namesOf(tag, glossary, translations)
  return {
    tag,
    terms: termsOf(tag, glossary),
    names,
    nameWords: new Set(names.flatMap(({ english, settled }) => wordsOf(`${english} ${settled}`))),
    get dialect() {
      return (dialect ??= { name: dialectOf(tag, this.vocabulary) }).name
    },
    get vocabulary() {
      return (counted ??= vocabularyOf(translations))
    },
    translations,
  }
}

function vocabularyOf(translations: readonly Translation[]): ReadonlyMap<string, number> {
  const vocabulary = new Map<string, number>()
  for (const { prose } of translations) for (const { lower } of prose.words) vocabulary.set(lower, (vocabulary.get(lower) ?? 0) + 1)
  return vocabulary
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
}

function englishNames({ names }: Glossary, english: readonly Text[]): SettledName[] {
  const own = english.filter(({ key }) => NAME_KEY.test(key)).map(({ prose }) => prose.raw)
  return [...new Set([...names.keys(), ...own])].map((name) => ({ english: name, settled: name, person: true }))
}

/** Keys of people’s and organisations’ names in the programme. */
const NAME_KEY = /^programme\.(?:people\.[^.]+\.name|organisations\.[^.]+)$/

function namesOf(tag: Tag, { names }: Glossary, translations: readonly Translation[]): SettledName[] {
  const own = translations.flatMap(({ key, english, prose }) => {
    return NAME_KEY.test(key) ? [{ english: english.raw, settled: prose.visible, person: key.endsWith('.name') }] : []
  })
  const known = new Set(own.map(({ english }) => english))
  const settled = [...names].flatMap(([english, spellings]) => {
    const spelling = packOf(tag).keepsNames
      ? english
      : ownOrDerived(
          tag,
          (each) => spellings[each],
          (name, write) => write(name),
        )
    return known.has(english) || spelling === undefined ? [] : [{ english, settled: spelling, person: true }]
  })
  return [...own, ...settled].filter(({ english, settled: name }) => english !== '' && name !== '')
}

function termsOf(tag: Tag, { terms }: Glossary): Term[] {
  return [...terms].flatMap(([term, languages]) => {
    const forms = ownOrDerived(tag, (each) => languages[each], written)
    return forms ? [{ term, english: termExpression(term), ...forms }] : []
  })
}

function written({ accepted, stems, forbidden }: TermForms, write: (text: string) => string): TermForms {
  const inScript = (forms: readonly string[]): string[] => forms.map((form) => write(form))
  return { accepted: inScript(accepted), stems: inScript(stems), forbidden: inScript(forbidden) }
}

/** Expression for an English term with its inflections. Brackets after the term contain its abbreviation. */
function termExpression(term: string): RegExp {
  const words = term.replace(/\s*\([^)]*\)\s*$/, '').split(/\s+/)
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('is', 'i[sz]'))
  const ending = words.length === 1 ? '(?:s|ed|ing)?' : 's?'
  return new RegExp(`(?<![\\p{L}-])${escaped.join('\\s+')}${ending}(?![\\p{L}-])`, /\p{Lu}/u.test(term) ? 'u' : 'iu')
}
