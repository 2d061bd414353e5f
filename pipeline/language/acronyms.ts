import type { Tag } from '../model/language.ts'
import { ALPHABETS } from './alphabets.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/**
 * What may stand for an English acronym, language by language: its own letters there, a sign, or the beginnings of the words
 * that it is put into, each as the language’s institutions and press write it.
 */
interface Counterparts {
  readonly sq: readonly string[]
  readonly mk: readonly string[]
  readonly 'sr-Cyrl': readonly string[]
}

const row = (sq: string, mk: string, sr: string): Counterparts => ({ sq: sq.split('|'), mk: mk.split('|'), 'sr-Cyrl': sr.split('|') })

const COUNTERPARTS: Readonly<Record<string, Counterparts>> = {
  EU: row('BE|Bashkim Evropian|evropian|Europian', 'ЕУ|европск|Европа', 'ЕУ|европск|Европа'),
  EC: row('KE|Komision Evropian', 'ЕК|Европск Комисиј', 'ЕК|Европск комисиј'),
  EP: row('PE|Parlament Evropian', 'ЕП|Европск парламент', 'ЕП|Европск парламент'),
  EEC: row('KEE', 'ЕЕЗ', 'ЕЕЗ'),
  MEP: row('eurodeputet|deputet|Parlamentit Evropian', 'европратени|пратени', 'европослани|послани|европарламентар'),
  UN: row('OKB|KB|Kombeve të Bashkuara|Kombet e Bashkuara', 'ОН|ООН|Обединет нации', 'УН|ОУН|Уједињен нациј'),
  US: row('SHBA|amerikan|Amerik|Shtet Bashkuar|dollar', 'САД|американск|американец|Америка|Соединет Држав|долар', 'САД|америчк|Америк|Амери|Сједињен Држав|долар'),
  USA: row('SHBA|amerikan|Amerik', 'САД|американск|Америка', 'САД|америчк|Америк|Амери'),
  UK: row('MB|Mbretëri Bashkuar|britanik|Britani', 'Обединет Кралств|ОК|британск|Британ|британец', 'Уједињен Краљевств|УК|британск|Британ|британц'),
  USSR: row('BRSS|BS|sovjetik', 'СССР|советск', 'СССР|совјетск'),
  NGO: row('OJQ|OJF|joqeveritar', 'НВО|невладин', 'НВО|невладин'),
  CSO: row('OSHC|OShC|shoqëri civil', 'ГО|граѓанск', 'ОЦД|цивилн|грађанск'),
  OSCE: row('OSBE', 'ОБСЕ', 'ОЕБС'),
  OECD: row('OECD|OZHBE', 'ОЕЦД|ОЕСР', 'ОЕЦД|ОЕСР'),
  RCC: row('KBR|RCC|Këshill Bashkëpunim Rajonal', 'РСС|Регионал совет', 'РСС|РСР|Регионал савет'),
  WHO: row('OBSH', 'СЗО', 'СЗО'),
  WTO: row('OBT', 'СТО', 'СТО'),
  ILO: row('ONP', 'МОТ', 'МОР'),
  IOM: row('ONM', 'ИОМ|МОМ', 'ИОМ|МОМ'),
  IMF: row('FMN', 'ММФ', 'ММФ'),
  ICRC: row('KNKK', 'МКЦК', 'МКЦК'),
  ICJ: row('GJND|Gjykat Ndërkombëtar', 'МСП|МСД|меѓународн суд|интернационал суд', 'МСП|међународн суд'),
  ICC: row('GJNP|Gjykat Ndërkombëtar', 'МКС', 'МКС'),
  ICTY: row('TPNJ|tribunal', 'МКТЈ|МКСЈ|трибунал', 'МКТЈ|МКСЈ|трибунал'),
  ECHR: row('KEDNJ|GJEDNJ', 'ЕКЧП|ЕСЧП', 'ЕКЉП|ЕСЉП'),
  SAA: row('MSA', 'ССА', 'ССП'),
  GDP: row('PBB', 'БДП', 'БДП'),
  VAT: row('TVSH', 'ДДВ', 'ПДВ'),
  SME: row('NVM|ndërmarrje', 'МСП|претпријати', 'МСП|предузећ'),
  IDP: row('PZHV|zhvendosur', 'ВРЛ|раселен', 'ИРЛ|расељен'),
  CEO: row('drejtor|kryeshef|shef', 'директор|извршен', 'директор|извршн'),
  MP: row('deputet', 'пратени|член на парламент', 'посланик|посланиц|послани|члан парламент'),
  HR: row('burime njerëzor|personel', 'човечк ресурс|кадр|персонал|ЧР', 'људск ресурс|кадр|ЉР'),
  PR: row('marrëdhënie publik|MP', 'односи јавност|ПР', 'односи јавнош|ПР'),
  ID: row('identifik|identitet|letërnjoftim|ID', 'идентифик|лична карта|ознака|назнака|ИД|бр', 'идентифик|лична карта|личн карт|ознака|ИД|бр'),
  CV: row('biografi|jetëshkrim', 'биографиј', 'биографиј'),
  HQ: row('seli|selia|zyra', 'седишт', 'седишт|централ'),
  DNA: row('ADN|DNA', 'ДНК', 'ДНК'),
  AIDS: row('SIDA', 'СИДА|сида', 'СИДА|сида'),
  HIV: row('HIV|VIH', 'ХИВ|СИДА|сида', 'ХИВ|СИДА|сида'),
  TB: row('TBC|tuberkuloz', 'ТБЦ|туберкулоз', 'ТБЦ|туберкулоз'),
  TV: row('TV|televiz|RTV', 'ТВ|телевиз', 'ТВ|телевиз'),
  CD: row('disk', 'диск|ЦД', 'диск|ЦД'),
  PC: row('kompjuter|PC', 'компјутер|сметач', 'рачунар|компјутер'),
  IT: row('TI|IT', 'ИТ', 'ИТ'),
  ICT: row('TIK', 'ИКТ', 'ИКТ'),
  AI: row('IA|AI|inteligjenc artificial', 'ВИ|вештачк интелигенциј', 'ВИ|вештачк интелигенциј'),
  UI: row('ndërfaq', 'интерфејс|посредник|површина', 'интерфејс|сучељ|прочељ'),
  URL: row('adres|lidhje|faqe', 'адрес|врск|страниц', 'адрес|вез|линк|страниц|кликом'),
  FAQ: row('pyetje|PBR|PBSh', 'прашањ|ЧПП', 'питањ|ЧПП'),
  ATM: row('bankomat', 'банкомат', 'банкомат'),
  AC: row('rrym alternativ|RA', 'наизменичн', 'наизменичн'),
  WWI: row('Luft Botëror', 'светска војна', 'светск рат'),
  WWII: row('Luft Botëror', 'светска војна', 'светск рат'),
  PHD: row('doktor|PhD', 'доктор|д-р', 'доктор|др'),
  UTC: row('UTC|KUK|kohë e koordinuar|kohë universale', 'УТЦ|КУВ|универзално време', 'УТЦ|КУВ|универзално време'),
  BST: row('orë britanik', 'британск време|летно време', 'британск времен'),
  EUR: row('€|euro', '€|евр', '€|евр'),
  USD: row('$|dollar|USD', '$|долар', '$|долар'),
  GBP: row('£|paund|sterlin', '£|фунт', '£|фунт'),
  CHF: row('frang', 'франк', 'франак|франк'),
  RSD: row('dinar', 'динар', 'динар|дин'),
  MKD: row('denar', 'денар|ден', 'денар'),
  UNESCO: row('UNESKO', 'УНЕСКО', 'УНЕСКО|Унеско'),
} // prettier-ignore

/** Those that every language keeps, in its own letters or in Latin ones. */
const KEPT: ReadonlySet<string> = new Set(
  'NATO KFOR UNMIK EULEX EUROPOL INTERPOL FRONTEX EUROJUST UNHCR UNICEF UNDP IPA USAID CEFTA CARDS PHARE TAIEX OLAF ISO IBAN ISBN ISSN NASA FIFA UEFA FBI CIA GPS SMS PDF'.split(
    ' ',
  ),
)

/** Those of numbers and marks of books, accounts and standards, which are in Latin letters everywhere. */
const MARKS: ReadonlySet<string> = new Set(['ISO', 'IBAN', 'ISBN', 'ISSN'])

/** Whether a text of acronyms and numbers is the same in a language, so that nobody need translate it: “NATO” in Albanian, “ISO 9001” in all. */
export function staysAsItIs(tag: Tag, text: string): boolean {
  const known = ALPHABETS[tag].script === 'Latin' ? KEPT : MARKS
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    !/[*_`[\]<>\\&]/.test(text) &&
    words.some((word) => known.has(word)) &&
    words.every((word) => known.has(word) || /^\p{N}+$/u.test(word)) &&
    tag !== 'sr-Latn'
  )
}

/** Whether it is known what an English acronym is in the languages. */
export function isWellKnown(acronym: string): boolean {
  const singular = acronym.replace(/S$/, '')
  return [acronym, singular].some((each) => KEPT.has(each) || Object.hasOwn(COUNTERPARTS, each))
}

const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А', B: 'Б', C: 'Ц', D: 'Д', E: 'Е', F: 'Ф', G: 'Г', H: 'Х', I: 'И', J: 'Ј', K: 'К', L: 'Л', M: 'М', N: 'Н', O: 'О', P: 'П', R: 'Р',
  Q: 'К', S: 'С', T: 'Т', U: 'У', V: 'В', W: 'В', X: 'КС', Y: 'И', Z: 'З',
} // prettier-ignore

/** What the language says for an English acronym, in the singular or the plural; nothing where it has none of its own. */
function ownAcronyms(tag: Tag, acronym: string): readonly string[] {
  if (tag === 'en') return []
  const upper = acronym.toUpperCase()
  const name = [upper, upper.replace(/S$/, '')].find((each) => Object.hasOwn(COUNTERPARTS, each))
  const forms = name === undefined ? [] : COUNTERPARTS[name]![tag === 'sr-Latn' ? 'sr-Cyrl' : tag]
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
  // A Cyrillic text may keep the language’s own in Latin letters: PDV.
  const inLatin = own.filter((form) => form === form.toUpperCase()).map(toSerbianLatin)
  return [...new Set([acronym, ...(tag === 'sr-Latn' ? spelled.map(toSerbianLatin) : spelled), ...own, ...inLatin])]
}
