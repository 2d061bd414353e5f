import { toSerbianLatin } from './serbian-latin.ts'

/** The two standards of Serbian, by what the old vowel yat has become. */
export type Dialect = 'ekavian' | 'ijekavian'

/**
 * Beginnings of frequent words, ekavian beside ijekavian (Правопис Матице српске 2010); `$` ends a whole word. Left out
 * are pairs of which one is a right word of the other standard too.
 */
export const YAT: readonly (readonly [ekavian: string, ijekavian: string])[] = [
  ['време$', 'вријеме$'], ['детет', 'дјетет'], ['деца$', 'дјеца$'], ['деце$', 'дјеце$'], ['деци$', 'дјеци$'], ['децу$', 'дјецу$'],
  ['вера$', 'вјера$'], ['веру$', 'вјеру$'], ['верск', 'вјерск'], ['место', 'мјесто'], ['места$', 'мјеста$'], ['месту$', 'мјесту$'],
  ['местим', 'мјестим'], ['човек', 'човјек'], ['увек$', 'увијек$'], ['свету$', 'свијету$'], ['света$', 'свијета$'], ['светск', 'свјетск'],
  ['реч$', 'ријеч$'], ['речи$', 'ријечи$'], ['где$', 'гдје$'], ['овде$', 'овдје$'], ['после$', 'послије$'], ['цело', 'цијело'],
  ['целу', 'цијелу'], ['цела$', 'цијела$'], ['дело$', 'дјело$'], ['дела$', 'дјела$'], ['делов', 'дјелов'], ['следећ', 'сљедећ'],
  ['промен', 'промјен'], ['примен', 'примјен'], ['пример', 'примјер'], ['мера$', 'мјера$'], ['мере$', 'мјере$'], ['мерам', 'мјерам'],
  ['сведо', 'свједо'], ['видет', 'видјет'], ['хтет', 'хтјет'], ['решењ', 'рјешењ'], ['извешта', 'извјешта'], ['обавешт', 'обавјешт'],
  ['вест$', 'вијест$'], ['вести$', 'вијести$'], ['седишт', 'сједишт'], ['уверењ', 'увјерењ'], ['поверењ', 'повјерењ'],
  ['одељењ', 'одјељењ'], ['свест$', 'свијест$'], ['свести$', 'свијести$'], ['смер', 'смјер'], ['намер', 'намјер'], ['замен', 'замјен'],
  ['последњ', 'посљедњ'], ['недељ', 'недјељ'], ['понедељ', 'понедјељ'], ['лепо$', 'лијепо$'], ['млеко', 'млијеко'], ['спречав', 'спрјечав'],
  ['вредност', 'вриједност'], ['победа$', 'побједа$'], ['вештин', 'вјештин'], ['тело$', 'тијело$'], ['тела$', 'тијела$'],
  ['север', 'сјевер'], ['сећа', 'сјећа'], ['умет', 'умјет'], ['целин', 'цјелин'], ['оцен', 'оцјен'], ['процен', 'процјен'],
  ['безбедн', 'безбједн'], ['напред$', 'напријед$'], ['унапред', 'унапријед'], ['живет', 'живјет'], 
  ['пре$', 'прије$'], ['део$', 'дио$'], ['цео$', 'цио$'], ['деловањ', 'дјеловањ'], ['захтев', 'захтјев'],
  ['савет', 'савјет'], ['сведоч', 'свједоч'], ['разумев', 'разумијев'], ['успех', 'успјех'],
] // prettier-ignore

const EKAVIAN = beginnings(YAT.map(([ekavian]) => ekavian))
const IJEKAVIAN = beginnings(YAT.map(([, ijekavian]) => ijekavian))

/** Which standard a Serbian word belongs to, in either script and in lower case; nothing where it is the same in both. */
export function dialectOfWord(lower: string): Dialect | undefined {
  if (EKAVIAN.test(lower)) return 'ekavian'
  return IJEKAVIAN.test(lower) ? 'ijekavian' : undefined
}

/** The standard that a text keeps to, by the count of its words; nothing where none of them tells. */
export function dialectOf(vocabulary: ReadonlyMap<string, number>): Dialect | undefined {
  const counts = { ekavian: 0, ijekavian: 0 }
  for (const [word, count] of vocabulary) {
    const dialect = dialectOfWord(word)
    if (dialect) counts[dialect] += count
  }
  if (counts.ekavian === counts.ijekavian) return undefined
  return counts.ekavian > counts.ijekavian ? 'ekavian' : 'ijekavian'
}

function beginnings(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${[...words, ...words.map(toSerbianLatin)].join('|')})`, 'u')
}
