import { isFormOf, standsAmong } from '../../language/inflection.ts'
import type { SettledName, Observation, TranslationRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** People and organisations, in the forms that the edition has settled on. */
export const names: TranslationRule = {
  id: 'names',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a person or an organisation is not named as the edition has settled it, inflections aside',
  example: { bad: 'Florian Qehaja → Флоријан Кехаја', good: 'Florian Qehaja → Флоријан Ќехаја, Ќехаја' },
  find: ({ key, prose, english }, facts) => {
    if (key.startsWith('programme.people.') && key.endsWith('.name')) return []
    let words: readonly string[] | undefined
    const own = (): readonly string[] => (words ??= lowerWords(prose.visible))
    return facts.names.flatMap((name) => {
      const parts = name.person
        ? lackingOfPerson(name, english.visible, own)
        : lackingOfOrganisation(name, english.visible, own, prose.visible)
      return parts === undefined ? [] : [lacking(name, parts)]
    })
  },
}

function lacking({ settled, person }: SettledName, parts: string): Observation {
  return {
    message: person
      ? wording`The source names a person: ${{ parts }} is not in the translation.`
      : 'The source names an organisation that the translation lacks.',
    expected: settled,
    remedy:
      'Write the name as it is settled, in the case that the sentence asks for; to change it everywhere, change it in the programme’s entries too.',
  }
}

/** The settled words of a person’s name that a text lacks, where the English has the name; the surname may stand alone. */
function lackingOfPerson({ english, settled }: SettledName, text: string, own: () => readonly string[]): string | undefined {
  const surname = english.slice(english.lastIndexOf(' ') + 1)
  if (surname === english || surname.length < 4 || !containsWord(text, surname)) return undefined
  const ours = settled.split(' ')
  const wanted = text.includes(english) ? ours : ours.slice(-1)
  const absent = wanted.filter((part) => {
    const [lower] = lowerWords(part)
    return lower !== undefined && lower.length > 1 && !own().some((word) => isFormOf(word, lower))
  })
  return absent.length > 0 ? absent.join(' ') : undefined
}

function lackingOfOrganisation(
  { english, settled }: SettledName,
  text: string,
  own: () => readonly string[],
  visible: string,
): string | undefined {
  const core = coreOf(english)
  if (core.length < 4 || !text.includes(core) || text === english) return undefined
  const abbreviation = /\(([\p{Lu}\d-]{2,})\)/u.exec(settled)?.[1]
  if (abbreviation !== undefined && visible.includes(abbreviation)) return undefined
  return standsAmong(own(), coreOf(settled)) ? undefined : settled
}

/** The name without its abbreviation and without the place after a comma. */
function coreOf(name: string): string {
  return name
    .replace(/\s*\([^)]*\)/g, '')
    .split(',')[0]!
    .trim()
}

function containsWord(text: string, word: string): boolean {
  const at = text.indexOf(word)
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? '')
}

/** Words and the parts of words that hyphens join. */
function lowerWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  return words.flatMap((word) => (/[-’']/.test(word) ? [word, ...word.split(/[-’']/)] : [word]))
}
