import type { Tag } from '../model/language.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/** How words of several parts begin with a number, and what they count: тригодишен, trevjeçar, трочлани. */
interface Compounds {
  /** The beginnings for 1, 2 and so on; several are parted by a bar. */
  readonly units: readonly string[]
  /** Those for 20, 30 and so on. */
  readonly tens: readonly string[]
  /** Beginnings of what is counted. */
  readonly counted: string
  /** Words for parts of a whole, by the number of parts. */
  readonly parts: Readonly<Record<number, string>>
}

const ALBANIAN: Compounds = {
  units: ['një', 'dy', 'tre|tri', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë', 'dhjetë',
    ...['një', 'dy', 'tre', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë'].map((unit) => `${unit}mbëdhjetë`)],
  tens: ['njëzet', 'tridhjet|tridhjetë', 'dyzet', 'pesëdhjetë', 'gjashtëdhjetë', 'shtatëdhjetë', 'tetëdhjetë', 'nëntëdhjetë'],
  counted: 'vjeç|vjet|ditor|ditësh|ditë|mujor|muajsh|javor|javësh|orësh|orar|minut|anësh|palësh|katësh|fish|gjuhësh|pjesësh|pjesor|shkall|faqesh|faqe|antarësh|anëtarësh|shekullor|vendësh|nivelësh|fazor|faqëzor|shifror|shifrësh|rrokësh|cilindr|motorësh|faktorësh|kahësh',
  parts: { 2: 'gjysm', 4: 'çerek' },
} // prettier-ignore

const MACEDONIAN: Compounds = {
  units: ['едно', 'дво|две|дву', 'тро|три', 'четири|четвор', 'пет|петто', 'шест|шесто', 'седум|седмо', 'осум|осмо', 'девет', 'десет',
    'единаесет', 'дванаесет', 'тринаесет', 'четиринаесет', 'петнаесет', 'шеснаесет', 'седумнаесет', 'осумнаесет', 'деветнаесет'],
  tens: ['дваесет', 'триесет', 'четириесет', 'педесет', 'шеесет', 'седумдесет', 'осумдесет', 'деведесет'],
  counted: 'годиш|годин|днев|месеч|недел|седмич|часов|минут|член|кратн|стран|дел|јазич|степен|катн|спрат|нивовск|слој|аголн|цифр|соб|фазн|вековн',
  parts: { 2: 'половин|пол$', 3: 'третин', 4: 'четвртин|четврт$', 5: 'петтин|петин', 6: 'шестин', 7: 'седмин', 8: 'осмин', 9: 'деветтин', 10: 'десеттин|десетин' },
} // prettier-ignore

const SERBIAN: Compounds = {
  units: ['једно', 'дво|две', 'тро|три', 'четворо|четири|четвор', 'пето|пет', 'шесто|шест', 'седмо|седам', 'осмо|осам', 'девето|девет', 'десето|десет',
    ...['једанаест', 'дванаест', 'тринаест', 'четрнаест', 'петнаест', 'шеснаест', 'седамнаест', 'осамнаест', 'деветнаест'].map((unit) => `${unit}о|${unit}`)],
  tens: ['двадесет', 'тридесет', 'четрдесет', 'педесет', 'шездесет', 'седамдесет', 'осамдесет', 'деведесет'].map((ten) => `${ten}о|${ten}`),
  counted: 'годиш|годин|годињ|днев|месеч|недељ|недјељ|седмич|часов|сатн|минут|члан|кратн|струк|стран|делн|дјелн|језич|степен|спрат|слој|угао|цифр|соб|фазн|вековн',
  parts: { 2: 'половин', 3: 'трећин', 4: 'четвртин|четврт$', 5: 'петин', 6: 'шестин', 7: 'седмин', 8: 'осмин', 9: 'деветин', 10: 'десетин' },
} // prettier-ignore

const ENGLISH: Compounds = {
  units: ['one|single', 'two|twin|double|bi', 'three|triple|tri', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  tens: ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  counted: 'some|balls?$|year|day|month|week|hour|minute|member|fold|part|sided|storey|story|language|lingual|lateral|annual|phase|digit|page',
  parts: { 2: 'half|halves', 3: 'thirds?$', 4: 'quarter', 5: 'fifths', 6: 'sixths', 8: 'eighths', 10: 'tenths' },
} // prettier-ignore

interface Expressions {
  readonly compound: RegExp
  readonly units: readonly RegExp[]
  readonly tens: readonly RegExp[]
  readonly parts: readonly (readonly [value: number, expression: RegExp])[]
}

const made: Partial<Record<Tag, Expressions>> = {}

/** The number that a word says within another: the five of “pesëvjeçar”, the three of „трећина“. Nothing for other words. */
export function compoundNumber(tag: Tag, lowerCase: string): number | undefined {
  const { compound, units, tens, parts } = (made[tag] ??= expressionsOf(tag))
  const part = parts.find(([, expression]) => expression.test(lowerCase))
  if (part) return part[0]
  const [, ten, unit] = compound.exec(lowerCase) ?? []
  if (ten === undefined && unit === undefined) return undefined
  const value = (of: readonly RegExp[], word: string | undefined): number =>
    word === undefined ? -1 : of.findIndex((expression) => expression.test(word))
  const [tenth, one] = [value(tens, ten), value(units, unit)]
  return (tenth < 0 ? 0 : (tenth + 2) * 10) + (one < 0 ? 0 : one + 1)
}

function expressionsOf(tag: Tag): Expressions {
  const own = { en: ENGLISH, sq: ALBANIAN, mk: MACEDONIAN, 'sr-Cyrl': SERBIAN, 'sr-Latn': SERBIAN }[tag]
  const written = (text: string): string => (tag === 'sr-Latn' ? toSerbianLatin(text) : text)
  const longest = (words: readonly string[]): string => words.flatMap((each) => written(each).split('|')).sort((a, b) => b.length - a.length).join('|') // prettier-ignore
  const whole = (words: readonly string[]): RegExp[] => words.map((each) => new RegExp(`^(?:${written(each)})$`, 'u'))
  return {
    compound: new RegExp(`^(${longest(own.tens)})?[-и e]?(${longest(own.units)})?-?(?:${written(own.counted)})`, 'u'),
    units: whole(own.units),
    tens: whole(own.tens),
    parts: Object.entries(own.parts).map(([value, words]) => [Number(value), new RegExp(`^(?:${written(words)})`, 'u')] as const),
  }
}
