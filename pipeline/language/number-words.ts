import type { Tag } from '../model.ts'
import { toSerbianLatin } from './serbian-latin.ts'

type Forms = readonly (readonly string[])[]

/** Each word with each of the endings; an empty ending is the word itself. */
function inflected(words: string, endings: string): string[] {
  return words.split(' ').flatMap((word) => endings.split(' ').map((ending) => `${word}${ending === '-' ? '' : ending}`))
}

const SERBIAN_ORDINAL = 'и а о ог ога ом оме ому е у ој им има их'
const SERBIAN_COLLECTIVE = 'оро орица орице орици орицу орицом орка орке орку'
const MACEDONIAN_CARDINAL = '- те мина мината'
const MACEDONIAN_ORDINAL = '- и а о иот иов ата ото ите'
const ALBANIAN_ORDINAL = '- ës ën ët in it ve a at'

/** Cardinal 5 to 20 in Serbian beside the stem of its ordinal. */
const SERBIAN: readonly (readonly [cardinal: string, ordinal: string, collective: string])[] = [
  ['пет', 'пет', 'пет'], ['шест', 'шест', 'шест'], ['седам', 'седм', 'седм'], ['осам', 'осм', 'осм'], ['девет', 'девет', 'девет'],
  ['десет', 'десет', 'десет'],
  ...['једанаест', 'дванаест', 'тринаест', 'четрнаест', 'петнаест', 'шеснаест', 'седамнаест', 'осамнаест', 'деветнаест', 'двадесет']
    .map((word) => [word, word, word] as const),
] // prettier-ignore

const serbian: Forms = [
  inflected('јед', 'ан на но ног ном ну не ној ним них нога').concat(inflected('прв', SERBIAN_ORDINAL)),
  'два две двају двема двама двоје двога двојица двојице двојици двојицу двојицом двојно оба обе обоје обадва обадве обема'.split(' ').concat(inflected('друг', SERBIAN_ORDINAL)),
  'три трију трима троје тројица тројице тројици тројицу тројицом'.split(' ').concat(inflected('трећ', `${SERBIAN_ORDINAL} ег ега ем ему`)),
  'четири четирију четирима четворо четворица четворице четворицу'.split(' ').concat(inflected('четврт', SERBIAN_ORDINAL)),
  ...SERBIAN.map(([cardinal, ordinal, collective]) => [
    cardinal,
    ...inflected(ordinal, SERBIAN_ORDINAL),
    ...inflected(collective, SERBIAN_COLLECTIVE),
  ]),
] // prettier-ignore

const MACEDONIAN: readonly (readonly [cardinal: string, ordinal: string])[] = [
  ['пет', 'петт'], ['шест', 'шест'], ['седум', 'седм'], ['осум', 'осм'], ['девет', 'деветт'], ['десет', 'десетт'],
  ...['единаесет', 'дванаесет', 'тринаесет', 'четиринаесет', 'петнаесет', 'шеснаесет', 'седумнаесет', 'осумнаесет', 'деветнаесет', 'дваесет']
    .map((word) => [word, `${word}т`] as const),
] // prettier-ignore

const macedonian: Forms = [
  'еден една едно едниот едната едното'.split(' ').concat(inflected('прв', MACEDONIAN_ORDINAL)),
  'два две двата двете двајца двајцата двете обата обете обајцата двоен двојно'.split(' ').concat(inflected('втор', MACEDONIAN_ORDINAL)),
  'три трите тројца тројцата'.split(' ').concat(inflected('трет', MACEDONIAN_ORDINAL)),
  'четири четирите четворица четворицата четиримина'.split(' ').concat(inflected('четврт', MACEDONIAN_ORDINAL)),
  ...MACEDONIAN.map(([cardinal, ordinal]) => [...inflected(cardinal, MACEDONIAN_CARDINAL), ...inflected(ordinal, MACEDONIAN_ORDINAL)]),
]

const albanian: Forms = [
  'një njëri njëra njërin parë para parët parin'.split(' '),
  'dy dyja dyve dyjat dytë dyta dyti dytin'.split(' '),
  'tre tri tria treve trija trijat tretë treta treti tretin'.split(' '),
  inflected('katër', '- a ve t ta ti tin tën'),
  ['pesë', 'pesëve', ...inflected('pest', 'ë a i in ën')],
  ['gjashtë', ...inflected('gjasht', ALBANIAN_ORDINAL), 'gjashtëve'],
  ['shtatë', ...inflected('shtat', ALBANIAN_ORDINAL), 'shtatëve'],
  ['tetë', ...inflected('tet', ALBANIAN_ORDINAL), 'tetëve'],
  ['nëntë', ...inflected('nënt', ALBANIAN_ORDINAL), 'nëntëve'],
  ['dhjetë', ...inflected('dhjet', ALBANIAN_ORDINAL), 'dhjetëve'],
  ...['një', 'dy', 'tre', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë'].map((unit) => [
    `${unit}mbëdhjetë`,
    ...inflected(`${unit}mbëdhjet`, ALBANIAN_ORDINAL),
    `${unit}mbëdhjetëve`,
  ]),
  ['njëzet', ...inflected('njëzet', ALBANIAN_ORDINAL), 'njëzetë'],
]

const english: Forms = [
  'one first', 'two second both', 'three third', 'four fourth', 'five fifth', 'six sixth', 'seven seventh', 'eight eighth', 'nine ninth',
  'ten tenth', 'eleven eleventh', 'twelve twelfth', 'thirteen thirteenth', 'fourteen fourteenth', 'fifteen fifteenth',
  'sixteen sixteenth', 'seventeen seventeenth', 'eighteen eighteenth', 'nineteen nineteenth', 'twenty twentieth',
].map((words) => words.split(' ')) // prettier-ignore

const WORDS: Readonly<Record<Tag, ReadonlyMap<string, number>>> = {
  en: valuesOf(english),
  sq: valuesOf(albanian),
  mk: valuesOf(macedonian),
  'sr-Cyrl': valuesOf(serbian),
  'sr-Latn': valuesOf(serbian.map((forms) => forms.map(toSerbianLatin))),
}

/** The value of a number word, cardinal, ordinal or collective, in any of its forms, from 1 to 20. */
export function numberWord(tag: Tag, lowerCase: string): number | undefined {
  return WORDS[tag].get(lowerCase)
}

function valuesOf(forms: Forms): Map<string, number> {
  return new Map(forms.flatMap((words, index) => words.map((word) => [word, index + 1] as const)))
}
