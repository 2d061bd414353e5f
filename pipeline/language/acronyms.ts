import type { Tag } from '../model.ts'
import { toSerbianLatin } from './serbian-latin.ts'

type Counterparts = Readonly<Record<string, readonly string[]>>

/** What may stand for an English acronym: its own letters in the language, or the beginnings of the words spelled out. */
const COUNTERPARTS: Readonly<Record<'sq' | 'mk' | 'sr-Cyrl', Counterparts>> = {
  sq: {
    EU: ['BE', 'Bashkim Evropian', 'evropian'], UN: ['OKB', 'KB', 'Kombeve të Bashkuara', 'Kombet e Bashkuara'], US: ['SHBA'], USA: ['SHBA'],
    UK: ['MB', 'Mbretëri Bashkuar'], NGO: ['OJQ', 'OJF'], NGOS: ['OJQ', 'OJF'], OSCE: ['OSBE'], CD: ['disk'], WHO: ['OBSH'], TV: ['TV', 'televiz'],
    IT: ['TI', 'IT'], ICT: ['TIK'], AI: ['IA', 'AI', 'inteligjenc artificial'], UNESCO: ['UNESKO'], GDP: ['PBB'], VAT: ['TVSH'], IMF: ['FMN'],
    SAA: ['MSA'], ECHR: ['KEDNJ', 'GJEDNJ'], URL: ['adres'],
  },
  mk: {
    EU: ['ЕУ', 'европск'], UN: ['ОН', 'ООН', 'Обединет нации'], US: ['САД', 'американск'], USA: ['САД'], UK: ['Обединет Кралств', 'ОК'],
    NGO: ['НВО', 'невладин'], NGOS: ['НВО', 'невладин'], OSCE: ['ОБСЕ'], WHO: ['СЗО'], RCC: ['РСС'], TV: ['ТВ', 'телевиз'], IT: ['ИТ'],
    CD: ['диск'], ICT: ['ИКТ'], AI: ['ВИ', 'вештачк интелигенциј'], GDP: ['БДП'], VAT: ['ДДВ'], IMF: ['ММФ'], SAA: ['ССА'], ECHR: ['ЕКЧП', 'ЕСЧП'],
    URL: ['адрес'],
  },
  'sr-Cyrl': {
    EU: ['ЕУ', 'европск'], UN: ['УН', 'Уједињен нациј'], US: ['САД', 'америчк'], USA: ['САД'], UK: ['Уједињен Краљевств', 'УК'],
    NGO: ['НВО', 'невладин'], NGOS: ['НВО', 'невладин'], OSCE: ['ОЕБС'], WHO: ['СЗО'], TV: ['ТВ', 'телевиз'], CD: ['диск'], IT: ['ИТ'], ICT: ['ИКТ'],
    AI: ['ВИ', 'вештачк интелигенциј'], GDP: ['БДП'], VAT: ['ПДВ'], IMF: ['ММФ'], SAA: ['ССП'], ECHR: ['ЕКЉП', 'ЕСЉП'], URL: ['адрес'],
  },
} // prettier-ignore

const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А', B: 'Б', C: 'Ц', D: 'Д', E: 'Е', F: 'Ф', G: 'Г', H: 'Х', I: 'И', J: 'Ј', K: 'К', L: 'Л', M: 'М', N: 'Н', O: 'О', P: 'П', R: 'Р',
  Q: 'К', S: 'С', T: 'Т', U: 'У', V: 'В', W: 'В', X: 'КС', Y: 'И', Z: 'З',
} // prettier-ignore

/** What the language says for an English acronym; nothing where it has none of its own. */
export function ownAcronyms(tag: Tag, acronym: string): readonly string[] {
  if (tag === 'en') return []
  const own = COUNTERPARTS[tag === 'sr-Latn' ? 'sr-Cyrl' : tag]
  const forms = Object.hasOwn(own, acronym.toUpperCase()) ? own[acronym.toUpperCase()]! : []
  return tag === 'sr-Latn' ? forms.map(toSerbianLatin) : forms
}

/** What may stand for an English acronym in a language: itself, its letters in Cyrillic, or what the language says. */
export function acronymForms(tag: Tag, acronym: string): string[] {
  const own = ownAcronyms(tag, acronym)
  if (tag === 'en' || tag === 'sq') return [acronym, ...own]
  // UNESCO is УНЕСКО, UNHCR is УНХЦР; EULEX is ЕУЛЕКС, XML is ХМЛ or ИксМЛ.
  const spelled = [CYRILLIC, { ...CYRILLIC, C: 'К' }, { ...CYRILLIC, X: 'Х' }, { ...CYRILLIC, X: 'ИКС', Y: 'Ј' }].map(
    (letters: Readonly<Record<string, string>>) => Array.from(acronym, (letter) => letters[letter] ?? letter).join(''),
  )
  return [...new Set([acronym, ...(tag === 'sr-Latn' ? spelled.map(toSerbianLatin) : spelled), ...own])]
}
