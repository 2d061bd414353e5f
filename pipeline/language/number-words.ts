import type { Tag } from '../model/language.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/** The words for 1, for 2 and so on. */
type Forms = readonly (readonly string[])[]

interface Words {
  readonly cardinals: Forms
  readonly ordinals: Forms
}

/** Each word with each of the endings; an empty ending is the word itself. */
function inflected(words: string, endings: string): string[] {
  return words.split(' ').flatMap((word) => endings.split(' ').map((ending) => `${word}${ending === '-' ? '' : ending}`))
}

const SERBIAN_ORDINAL = 'и а о ог ога ом оме ому е у ој им има их'
const SERBIAN_COLLECTIVE = 'оро орица орице орици орицу орицом орка орке орку'
const MACEDONIAN_CARDINAL = '- те мина мината ина'
const MACEDONIAN_ORDINAL = '- и а о иот иов ата ото ите'
const ALBANIAN_ORDINAL = 'ë ës ën ët ëve i in it a at ave'

/** Cardinal 5 to 20 in Serbian beside the stem of its ordinal and its collective. */
const SERBIAN: readonly (readonly [cardinal: string, stem: string])[] = [
  ['пет', 'пет'], ['шест', 'шест'], ['седам', 'седм'], ['осам', 'осм'], ['девет', 'девет'], ['десет', 'десет'],
  ...['једанаест', 'дванаест', 'тринаест', 'четрнаест', 'петнаест', 'шеснаест', 'седамнаест', 'осамнаест', 'деветнаест', 'двадесет']
    .map((word) => [word, word] as const),
] // prettier-ignore

/** „Десетак“ is about ten, and „петак“ is Friday. */
const ABOUT: ReadonlySet<string> = new Set(['десет', 'петнаест', 'двадесет'])

const serbian: Words = {
  cardinals: [
    inflected('јед', 'ан на но ни ног нога ном номе ну не ној ним них'),
    'два две двије двају двеју двију двама двема двјема двоје двога двома двојица двојице двојици двојицу двојицом оба обе обје обоје обадва обадве обема'.split(' '),
    'три трију трима троје трога трома тројица тројице тројици тројицу тројицом'.split(' '),
    'четири четирију четирима четворо четворица четворице четворици четворицу четворицом'.split(' '),
    ...SERBIAN.map(([cardinal, stem]) => [cardinal, ...inflected(stem, SERBIAN_COLLECTIVE), ...(ABOUT.has(cardinal) ? [`${cardinal}ак`] : [])]),
  ],
  ordinals: [
    inflected('прв', SERBIAN_ORDINAL), inflected('друг', SERBIAN_ORDINAL), inflected('трећ', 'и а е ег ега ем ему у ој им има их'),
    inflected('четврт', SERBIAN_ORDINAL), ...SERBIAN.map(([, stem]) => inflected(stem, SERBIAN_ORDINAL)),
  ],
} // prettier-ignore

const MACEDONIAN: readonly (readonly [cardinal: string, ordinal: string])[] = [
  ['пет', 'петт'], ['шест', 'шест'], ['седум', 'седм'], ['осум', 'осм'], ['девет', 'деветт'], ['десет', 'десетт'],
  ...['единаесет', 'дванаесет', 'тринаесет', 'четиринаесет', 'петнаесет', 'шеснаесет', 'седумнаесет', 'осумнаесет', 'деветнаесет', 'дваесет']
    .map((word) => [word, `${word}т`] as const),
] // prettier-ignore

const macedonian: Words = {
  cardinals: [
    'еден една едно едни едниот едната едното едните'.split(' '),
    'два две двата двете двајца двајцата обата обете обајцата двоен двојно'.split(' '),
    'три трите тројца тројцата'.split(' '),
    'четири четирите четворица четворицата четиримина'.split(' '),
    ...MACEDONIAN.map(([cardinal]) => [...inflected(cardinal, MACEDONIAN_CARDINAL), ...(cardinal === 'шест' ? ['шесте'] : [])]),
  ],
  ordinals: ['прв', 'втор', 'трет', 'четврт', ...MACEDONIAN.map(([, ordinal]) => ordinal)].map((stem) => inflected(stem, MACEDONIAN_ORDINAL)),
} // prettier-ignore

const ALBANIAN_UNITS = ['një', 'dy', 'tre', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë']

const albanian: Words = {
  cardinals: [
    'një njëri njëra njërin njërën njërit njërës'.split(' '),
    'dy dyja dyve dyjat'.split(' '),
    'tre tri tria treve trija trijat'.split(' '),
    'katër katra katërve'.split(' '),
    'pesë pesa pesëve'.split(' '),
    ...['gjashtë', 'shtatë', 'tetë', 'nëntë', 'dhjetë', ...ALBANIAN_UNITS.map((unit) => `${unit}mbëdhjetë`)].map((word) => [word, `${word}ve`]),
    'njëzet njëzetë njëzetave'.split(' '),
  ],
  ordinals: [
    'parë para parët parin parën parit parës parëve'.split(' '),
    ...['dyt', 'tret', 'katërt', 'pest', 'gjasht', 'shtat', 'tet', 'nënt', 'dhjet', ...ALBANIAN_UNITS.map((unit) => `${unit}mbëdhjet`), 'njëzet'].map(
      (stem) => [...inflected(stem, ALBANIAN_ORDINAL), ...(stem === 'katërt' ? [stem] : [])],
    ),
  ],
} // prettier-ignore

const english: Words = {
  cardinals: [
    'one', 'two both', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
    'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
  ].map((words) => words.split(' ')),
  ordinals: [
    'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth',
    'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  ].map((word) => [word]),
} // prettier-ignore

/** Words for nought, the tens from thirty, a hundred and a thousand, as beginnings. */
const ROUND: Readonly<Record<Exclude<Tag, 'sr-Latn'>, Readonly<Record<number, string>>>> = {
  en: {
    0: 'zero|nought', 30: 'thirt(?:y|ieth)', 40: 'fort(?:y|ieth)', 50: 'fift(?:y|ieth)', 60: 'sixt(?:y|ieth)', 70: 'sevent(?:y|ieth)',
    80: 'eight(?:y|ieth)', 90: 'ninet(?:y|ieth)', 100: 'hundred', 1000: 'thousand|million|billion',
  },
  sq: {
    0: 'zero', 30: 'tridhjet', 40: 'dyzet|katërdhjet', 50: 'pesëdhjet', 60: 'gjashtëdhjet', 70: 'shtatëdhjet', 80: 'tetëdhjet', 90: 'nëntëdhjet',
    100: 'njëqind|qind', 1000: 'mij|milion|miliard',
  },
  mk: {
    0: 'нул', 30: 'триесет', 40: 'четириесет', 50: 'педесет', 60: 'шеесет', 70: 'седумдесет', 80: 'осумдесет', 90: 'деведесет',
    100: 'сто(?:тиц|тин|т|$)', 1000: 'илјад|милион|милијард',
  },
  'sr-Cyrl': {
    0: 'нул', 30: 'тридесет', 40: 'четрдесет', 50: 'педесет', 60: 'шездесет', 70: 'седамдесет', 80: 'осамдесет', 90: 'деведесет',
    100: 'сто(?:тин|т|$)', 1000: 'хиљад|милион|милијард',
  },
} // prettier-ignore

const WORDS: Readonly<Record<Tag, Readonly<Record<keyof Words, ReadonlyMap<string, number>>>>> = {
  en: valuesOf(english),
  sq: valuesOf(albanian),
  mk: valuesOf(macedonian),
  'sr-Cyrl': valuesOf(serbian),
  'sr-Latn': valuesOf({ cardinals: inLatin(serbian.cardinals), ordinals: inLatin(serbian.ordinals) }),
}

/** A word for a number. */
export interface NumberWord {
  readonly value: number
  /** How many, rather than the how-manieth. */
  readonly isCardinal: boolean
}

/** The value of a number word, cardinal, ordinal or collective, in any of its forms, from 1 to 20. */
export function numberWord(tag: Tag, lowerCase: string): NumberWord | undefined {
  const cardinal = WORDS[tag].cardinals.get(lowerCase)
  if (cardinal !== undefined) return { value: cardinal, isCardinal: true }
  const ordinal = WORDS[tag].ordinals.get(lowerCase)
  return ordinal === undefined ? undefined : { value: ordinal, isCardinal: false }
}

const rounds: Partial<Record<Tag, readonly (readonly [value: number, expression: RegExp])[]>> = {}

/** The value of a word for nought, one of the tens from thirty, a hundred or a thousand (and what is larger). */
export function roundNumber(tag: Tag, lowerCase: string): number | undefined {
  const expressions = (rounds[tag] ??= Object.entries(ROUND[tag === 'sr-Latn' ? 'sr-Cyrl' : tag]).map(
    ([value, stems]) => [Number(value), new RegExp(`^(?:${tag === 'sr-Latn' ? toSerbianLatin(stems) : stems})`, 'u')] as const,
  ))
  return expressions.find(([, expression]) => expression.test(lowerCase))?.[0]
}

function valuesOf({ cardinals, ordinals }: Words): Record<keyof Words, Map<string, number>> {
  const values = (forms: Forms): Map<string, number> =>
    new Map(forms.flatMap((words, index) => words.map((word) => [word, index + 1] as const)))
  return { cardinals: values(cardinals), ordinals: values(ordinals) }
}

function inLatin(forms: Forms): Forms {
  return forms.map((words) => words.map(toSerbianLatin))
}
