import type { Tag } from '../model.ts'
import { toSerbianLatin } from './serbian-latin.ts'

type Counterparts = Readonly<Record<string, readonly string[]>>

/** What may stand for an English acronym: its own letters in the language, or the beginnings of the words spelled out. */
const COUNTERPARTS: Readonly<Record<'sq' | 'mk' | 'sr-Cyrl', Counterparts>> = {
  sq: {
    EU: ['BE', 'Bashkim Evropian', 'evropian'], UN: ['OKB', 'KB', 'Kombeve të Bashkuara', 'Kombet e Bashkuara'], US: ['SHBA'], USA: ['SHBA'],
    UK: ['MB', 'Mbretëri Bashkuar'], NGO: ['OJQ', 'OJF'], NGOS: ['OJQ', 'OJF'], OSCE: ['OSBE'], CD: ['disk'], WHO: ['OBSH'], TV: ['TV', 'televiz'],
    IT: ['TI', 'IT'], ICT: ['TIK'], AI: ['IA', 'AI'],
  },
  mk: {
    EU: ['ЕУ', 'европск'], UN: ['ОН', 'ООН', 'Обединет нации'], US: ['САД', 'американск'], USA: ['САД'], UK: ['Обединет Кралств', 'ОК'],
    NGO: ['НВО', 'невладин'], NGOS: ['НВО', 'невладин'], OSCE: ['ОБСЕ'], WHO: ['СЗО'], RCC: ['РСС'], TV: ['ТВ', 'телевиз'], IT: ['ИТ'],
    CD: ['диск'], ICT: ['ИКТ'], AI: ['ВИ'],
  },
  'sr-Cyrl': {
    EU: ['ЕУ', 'европск'], UN: ['УН', 'Уједињен нациј'], US: ['САД', 'америчк'], USA: ['САД'], UK: ['Уједињен Краљевств', 'УК'],
    NGO: ['НВО', 'невладин'], NGOS: ['НВО', 'невладин'], OSCE: ['ОЕБС'], WHO: ['СЗО'], TV: ['ТВ', 'телевиз'], CD: ['диск'], IT: ['ИТ'], ICT: ['ИКТ'],
    AI: ['ВИ'],
  },
} // prettier-ignore

const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А', B: 'Б', C: 'Ц', D: 'Д', E: 'Е', F: 'Ф', G: 'Г', H: 'Х', I: 'И', J: 'Ј', K: 'К', L: 'Л', M: 'М', N: 'Н', O: 'О', P: 'П', R: 'Р',
  S: 'С', T: 'Т', U: 'У', V: 'В', Z: 'З',
} // prettier-ignore

/** What may stand for an English acronym in a language: itself, its letters in Cyrillic, or what the language says. */
export function acronymForms(tag: Tag, acronym: string): string[] {
  if (tag === 'en') return [acronym]
  const own = COUNTERPARTS[tag === 'sr-Latn' ? 'sr-Cyrl' : tag]
  const forms = Object.hasOwn(own, acronym.toUpperCase()) ? own[acronym.toUpperCase()]! : []
  if (tag === 'sq') return [acronym, ...forms]
  const spelled = Array.from(acronym)
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('')
  const all = [acronym, spelled, ...forms]
  return tag === 'sr-Latn' ? all.map(toSerbianLatin) : all
}
