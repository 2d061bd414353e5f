import { visit } from 'unist-util-visit'
import { plainForm } from '../../language/fancy-letters.ts'
import { narrowForm, widePlaces } from '../../language/full-width.ts'
import { unprintablePlaces, unspokenPlaces } from '../../language/printable.ts'
import { frontKey } from '../../source/front-matter.ts'
import { PLACEHOLDER, type Prose } from '../prose.ts'
import type { Observation, TextRule } from '../rule.ts'
import { saidOf, unprintableSigns } from './unprintable-sign.ts'

/** Kinds of text that are read aloud or by machines, but not printed. */
const UNSEEN: ReadonlySet<string> = new Set([frontKey('description'), frontKey('cover')])
const UNHEARD = 'This character means nothing: no reader can say it, and no machine can take it for text.'

/** Characters that no face of the print has: a sign stands in the place of each. */
export const unprintable: TextRule = {
  id: 'unprintable',
  looksAt: 'text',
  severity: 'error',
  meaning: 'no face of the print has this character: a letter of a script that none of the languages is written with',
  example: { bad: 'gjuha (语言)', good: 'gjuha (kinezisht: yuyan)' },
  find: ({ kind, key, prose }) => {
    const { visible } = prose
    if (kind === 'alternative' || UNSEEN.has(key))
      return [
        ...unspokenPlaces(visible).map(({ start, end }) => ({ ...saidOf(visible.slice(start, end), UNHEARD), start, end })),
        // They are not printed here, and yet are signs of another language.
        ...wideSigns(visible).map((each) => ({ ...each, severity: 'warning' as const })),
      ]
    // Code and addresses are looked at by themselves; a mark after them has no sign that it belongs to.
    const places = unprintablePlaces(visible.replaceAll(PLACEHOLDER, '\n'))
    const told = new Set(places.map(({ start, end }) => visible.slice(start, end)))
    return [
      ...places.map(({ start, end }) => narrowed(visible, { ...saidOf(visible.slice(start, end)), start, end })),
      ...[...signsOfThings(prose).difference(told)].map((sign) => ({ ...saidOf(sign), rawStart: Math.max(0, prose.raw.indexOf(sign)) })),
    ]
  },
}

/** Signs as wide as an ideograph in a text that has none. */
function wideSigns(visible: string): Observation[] {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(visible)) return []
  return widePlaces(visible).map(({ start, end }) => narrowed(visible, { ...saidOf(visible.slice(start, end)), start, end }))
}

/** The observation, with what belongs in its place where that is sure: a comma that is as wide as an ideograph is a comma and a space. */
function narrowed(visible: string, observation: Observation & { readonly start: number; readonly end: number }): Observation {
  const sign = visible.slice(observation.start, observation.end)
  const narrow = narrowForm(sign)
  if (narrow === undefined) return { ...observation, mended: plainForm(sign) }
  const lacksSpace = /[,.:;!?)]$/.test(narrow) && /[\p{L}\p{N}(]/u.test(visible[observation.end] ?? '')
  return { ...observation, mended: lacksSpace ? `${narrow} ` : narrow }
}

/** Code and addresses are no prose, and are printed all the same. A mark at the beginning of another text belongs to the sign before, and was seen with it. */
function signsOfThings({ visible, nodes }: Prose): ReadonlySet<string> {
  const signs = new Set<string>()
  if (visible.includes(PLACEHOLDER))
    visit({ type: 'root', children: [...nodes] }, (node) => {
      if (!('value' in node)) return
      const value = node.type === 'text' ? node.value.replace(/^\p{M}+/u, '') : node.value
      for (const sign of unprintableSigns(value)) signs.add(sign)
    })
  return signs
}
