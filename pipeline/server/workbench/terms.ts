import { isUsed } from '../../check/terms/term.ts'
import type { Prose } from '../../check/prose.ts'
import type { Facts, SettledName, Term, Translation } from '../../check/rule.ts'
import { beginningsOf, isFormOf, standsAmong } from '../../language/inflection.ts'
import type { Range } from '../../language/find-words.ts'

/** A term of the glossary, or a name, that the source of a segment has. */
export interface TermUse {
  readonly term: string
  readonly kind: 'term' | 'name'
  /** The settled forms in this language, the preferred one first. */
  readonly accepted: readonly string[]
  /** Where it stands in the source. */
  readonly source: readonly Range[]
  /** The words of the translation that say it, in whatever form; none where it lacks it. */
  readonly used: readonly string[]
}

/** What the glossary and the programme have settled of the words in a segment’s source, and how its translation says it. */
export function termsOf({ english, prose }: Pick<Translation, 'english' | 'prose'>, { terms, names }: Facts): TermUse[] {
  const isTerm = (name: SettledName): boolean => terms.some(({ term }) => term === name.english)
  return [
    ...terms.flatMap((term) => {
      const source = rangesOf(english, term.english)
      return source.length === 0
        ? []
        : [
            {
              term: term.term,
              kind: 'term' as const,
              accepted: term.accepted,
              source,
              used: isUsed(term, prose) ? formsOf(term, prose) : [],
            },
          ]
    }),
    ...names
      .filter((name) => !isTerm(name))
      .flatMap((name) => {
        const source = rangesOf(english, expressionOf(name))
        return source.length === 0
          ? []
          : [{ term: name.english, kind: 'name' as const, accepted: [name.settled], source, used: formsOfName(name, prose) }]
      }),
  ]
}

/** Where an expression stands in the written source. */
function rangesOf(prose: Prose, expression: RegExp): Range[] {
  return [...prose.visible.matchAll(new RegExp(expression.source, `${expression.flags}g`))].map(({ 0: whole, index }) => ({
    start: prose.at(index),
    end: prose.at(index + whole.length - 1) + 1,
  }))
}

/** A name, and a person’s surname by itself. */
function expressionOf({ english, person }: SettledName): RegExp {
  const surname = english.slice(english.lastIndexOf(' ') + 1)
  const escaped = [english, ...(person && surname.length >= 4 ? [surname] : [])].map((name) =>
    name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
  )
  return new RegExp(String.raw`(?<!\p{L})(?:${escaped.join('|')})(?!\p{L})`, 'u')
}

/** The words that begin as those of an accepted form do. */
function formsOf({ accepted, stems }: Term, { words }: Prose): string[] {
  const beginnings = [...stems.flatMap((stem) => stem.toLowerCase().split(' ')), ...accepted.flatMap(beginningsOf)]
  return distinct(words.filter(({ lower }) => beginnings.some((beginning) => beginning !== '' && lower.startsWith(beginning))))
}

function formsOfName({ settled, person }: SettledName, { words }: Prose): string[] {
  const own = settled.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (
    !person &&
    !standsAmong(
      words.map(({ lower }) => lower),
      settled,
    )
  )
    return []
  return distinct(words.filter(({ lower }) => own.some((word) => word.length > 1 && isFormOf(lower, word))))
}

function distinct(words: Prose['words']): string[] {
  return [...new Set(words.map(({ text }) => text))]
}
