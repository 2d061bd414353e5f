import { packOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import { argumentsOf, type Argument } from '../icu.ts'
import type { Observation, TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** The plural branches that a language needs (CLDR, by way of Intl). */
export const icuPlurals: TextRule = {
  id: 'icu-plurals',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a plural does not have exactly the branches of the language: sr one, few, other; the others one, other',
  example: {
    bad: 'sr-Cyrl: {n, plural, one {# панел} other {# панела}}',
    good: 'sr-Cyrl: {n, plural, one {# панел} few {# панела} other {# панела}}',
  },
  find: ({ tag, kind, prose }) => {
    if (kind !== 'message' || !/plural|selectordinal/.test(prose.raw)) return []
    return pluralsOf(prose.raw).flatMap((argument) => disagreement(tag, argument))
  },
}

function pluralsOf(message: string): Argument[] {
  return (argumentsOf(message) ?? []).filter(({ type }) => type === 'plural' || type === 'ordinal')
}

function disagreement(tag: Tag, { name, type, options }: Argument): Observation[] {
  const wanted = categories(tag, type === 'ordinal' ? 'ordinal' : 'cardinal')
  // Branches for one number alone, such as =0, may stand beside.
  const own = options.filter((option) => !option.startsWith('='))
  if (own.length === wanted.length && wanted.every((category) => own.includes(category))) return []
  return [
    {
      message: wording`The choice by the number “${{ name }}” does not have the branches of the language.`,
      found: own.join(', '),
      expected: wanted.join(', '),
      remedy: 'Write one branch for each of the expected names, no more.',
    },
  ]
}

const known = new Map<string, readonly string[]>()

function categories(tag: Tag, type: 'cardinal' | 'ordinal'): readonly string[] {
  const name = `${tag} ${type}`
  const categoriesOf = known.get(name) ?? new Intl.PluralRules(packOf(tag).locale, { type }).resolvedOptions().pluralCategories
  known.set(name, categoriesOf)
  return categoriesOf
}
