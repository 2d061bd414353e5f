import { alphabetOf, lookAlike } from '../../../pipeline/language/alphabets.ts'
import { acronymForms } from '../../../pipeline/language/acronyms.ts'
import { formatDay } from '../../../pipeline/language/dates.ts'
import { diacriticsOf } from '../../../pipeline/language/diacritics.ts'
import { toSerbianLatin } from '../../../pipeline/language/serbian-latin.ts'
import { typographyOf } from '../../../pipeline/language/typography.ts'
import { dialectOfWord } from '../../../pipeline/language/dialects.ts'
import { packOf } from '../../../pipeline/language/registry.ts'
import type { Tag } from '../../../pipeline/model/language.ts'
import type { Glossary } from '../../../pipeline/catalog/glossary.ts'
import { proseOf } from '../../../pipeline/check/prose.ts'
import { countSentences } from '../../../pipeline/check/shape/sentences.ts'
import type { Pair } from './pairs.ts'

export interface Context {
  readonly tag: Tag
  readonly random: () => number
  /** All clean texts of the language. */
  readonly clean: readonly Pair[]
  readonly glossary: Glossary
}

/** A clean pair, with what the defect needs in it, and the same with the defect; nothing where the text has no place for it. */
export type Defect = (pair: Pair, context: Context) => { readonly clean: Pair; readonly broken: Pair | readonly Pair[] } | undefined

type Broken = ReturnType<Defect>

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)]
const isProse = ({ kind }: Pair): boolean => kind !== 'message'
const withText = (pair: Pair, text: string | undefined): Broken =>
  text === undefined || text === pair.text ? undefined : { clean: pair, broken: { ...pair, text } }

/** Adds something to both texts, the same or each in its own words, before the sign at the end. */
function equip(pair: Pair, english: string, text = english): Pair {
  const add = (to: string, what: string): string => to.replace(/[.!?:;,…]?["”“’]?$/u, (end) => ` ${what}${end}`)
  return { ...pair, english: add(pair.english, english), text: add(pair.text, text) }
}

/** Replaces one match, chosen at random, in the text. */
function replaceOne(text: string, expression: RegExp, random: () => number, by: (match: string) => string | undefined): string | undefined {
  const match = pick([...text.matchAll(expression)], random)
  const right = match && by(match[0])
  return match === undefined || right === undefined
    ? undefined
    : text.slice(0, match.index) + right + text.slice(match.index + match[0].length)
}

/** A defect of text that has to be brought in first: `whole` and each of the `broken` forms stand in the same place. */
const brought =
  (make: (context: Context) => { english: string; whole: string; broken: readonly string[] } | undefined): Defect =>
  (pair, context) => {
    if (!isProse(pair)) return undefined
    const made = make(context)
    if (!made) return undefined
    const clean = equip(pair, made.english, made.whole)
    const broken = pick(made.broken, context.random)
    return broken === undefined || broken === made.whole ? undefined : { clean, broken: { ...clean, text: equip(pair, '', broken).text } }
  }

/** “It applies here.”, and the same denied. */
const DENIED: Readonly<Record<Tag, readonly [string, string]>> = {
  sq: ['Zbatohet këtu.', 'Nuk zbatohet këtu.'],
  mk: ['Тоа важи овде.', 'Тоа не важи овде.'],
  'sr-Cyrl': ['То важи овде.', 'То не важи овде.'],
  'sr-Latn': ['To važi ovde.', 'To ne važi ovde.'],
}

/** “It lasted two hours.”, and the same with other units. */
const LASTED: Readonly<Record<Tag, (unit: 'minute' | 'hour' | 'day') => string>> = {
  sq: (unit) => `Zgjati dy ${{ minute: 'minuta', hour: 'orë', day: 'ditë' }[unit]}.`,
  mk: (unit) => `Траеше два ${{ minute: 'минути', hour: 'часа', day: 'дена' }[unit]}.`,
  'sr-Cyrl': (unit) => `Трајало је два ${{ minute: 'минута', hour: 'сата', day: 'дана' }[unit]}.`,
  'sr-Latn': (unit) => `Trajalo je dva ${{ minute: 'minuta', hour: 'sata', day: 'dana' }[unit]}.`,
}

/** Letters of a word, inside it. */
function changeLetter(word: string, random: () => number, by: (letter: string) => string | undefined): string | undefined {
  const letters = Array.from(word)
  const at = pick(letters.map((_, index) => index).filter((index) => by(letters[index]!) !== undefined), random) // prettier-ignore
  return at === undefined ? undefined : letters.with(at, by(letters[at]!)!).join('')
}

const WORD = /(?<![\p{L}\p{M}\p{N}-])\p{Ll}{4,}(?![\p{L}\p{M}\p{N}-])/gu
const NUMBER_WORDS: Readonly<Record<'sq' | 'mk' | 'sr-Cyrl', readonly string[]>> = {
  sq: ['tre', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë', 'dhjetë', 'njëmbëdhjetë', 'dymbëdhjetë'],
  mk: ['три', 'четири', 'пет', 'шест', 'седум', 'осум', 'девет', 'десет', 'единаесет', 'дванаесет'],
  'sr-Cyrl': ['три', 'четири', 'пет', 'шест', 'седам', 'осам', 'девет', 'десет', 'једанаест', 'дванаест'],
}
const ENGLISH_NUMBERS = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function numberWords(tag: Tag): readonly string[] {
  return tag === 'sr-Latn' ? NUMBER_WORDS['sr-Cyrl'].map(toSerbianLatin) : NUMBER_WORDS[tag as 'sq']
}

/** The languages whose checks are measured. */
type Measured = 'en' | 'sq' | 'mk' | 'sr-Cyrl' | 'sr-Latn'

const other = <T>(list: readonly T[], not: T): T[] => list.filter((each) => each !== not)
const whole = (from: number, to: number, random: () => number): number => from + Math.floor(random() * (to - from))
const iso = (month: number, day: number): string => `2018-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const swapped = (word: string): string => word.slice(1) + word[0]!

/** Each class of defect, by the rule that must find it. */
export const DEFECTS: Readonly<Record<string, Defect>> = {
  missing: (pair, { tag }) => (isProse(pair) && tag !== 'sr-Latn' ? withText(pair, '') : undefined),
  stale: (pair) => (isProse(pair) ? { clean: pair, broken: { ...pair, basis: `${pair.english} It rained.` } } : undefined),
  blank: (pair, { random }) => withText(pair, pick([' ', '…', '-', '???', '\u00A0'], random)),
  unchanged: (pair) => (/\p{Ll}{4,} \p{Ll}{3,}/u.test(pair.english) ? withText(pair, pair.english) : undefined),
  'unknown-key': (pair) => (isProse(pair) ? { clean: pair, broken: { ...pair, key: `${pair.key}x`, orphan: true } } : undefined),
  inconsistent: (pair) =>
    isProse(pair) && /\p{Ll}{4,}/u.test(pair.text)
      ? {
          clean: pair,
          broken: [
            { ...pair, key: `${pair.key}a` },
            { ...pair, text: pair.text.replace(/\p{Ll}{4,}/u, (word) => `${word}x`) },
          ],
        }
      : undefined,
  reused: (pair, { clean, random }) => {
    const source = pick(clean.filter(({ english, kind }) => kind !== 'message' && english !== pair.english), random) // prettier-ignore
    return source && isProse(pair) && source.text.split(' ').length > 3
      ? {
          clean: pair,
          broken: [
            { ...source, key: `${pair.key}a` },
            { ...pair, text: source.text },
          ],
        }
      : undefined
  },

  numbers: (pair, context) => {
    const { random, tag } = context
    if (random() < 0.5) {
      const number = whole(21, 4000, random)
      return brought(() => ({ english: `(${number})`, whole: `(${number})`, broken: [`(${number + 1})`, `(${number}0)`, '(!)'] }))(
        pair,
        context,
      )
    }
    const at = whole(0, 10, random)
    const words = numberWords(tag)
    return brought(() => ({
      english: `(${ENGLISH_NUMBERS[at]})`,
      whole: `(${words[at]})`,
      broken: other(words, words[at]!).map((word) => `(${word})`),
    }))(pair, context)
  },
  dates: (pair, context) => {
    const [month, day] = [whole(1, 13, context.random), whole(1, 28, context.random)]
    const date = (m: number, d: number): string => `(${formatDay(context.tag, iso(m, d)).replace(/\.$/, '')})`
    return brought(() => ({
      english: `(${formatDay('en', iso(month, day))})`,
      whole: date(month, day),
      broken: [date((month % 12) + 1, day), date(month, (day % 27) + 1)],
    }))(pair, context)
  },
  urls: brought(() => ({
    english: '(https://example.org/en)',
    whole: '(https://example.org/en)',
    broken: ['(https://example.org/other)', '(https://exmaple.org/en)', '(!)'],
  })),
  emails: brought(() => ({
    english: '(office@example.org)',
    whole: '(office@example.org)',
    broken: ['(ofice@example.org)', '(office@example.com)', '(!)'],
  })),
  names: (pair, context) => {
    const { tag, random, glossary } = context
    const [english, spellings] = pick([...glossary.names], random)!
    const settled = tag === 'sq' ? english : tag === 'sr-Latn' ? toSerbianLatin(spellings['sr-Cyrl']!) : spellings[tag]!
    const letter = alphabetOf(tag).script === 'Latin' ? 'w' : 'ж'
    const surname = settled.split(' ').at(-1)!
    if (pair.english.includes(english.split(' ').at(-1)!)) return undefined
    return brought(() => ({
      english: `(${english})`,
      whole: `(${settled})`,
      broken: [`(${settled.replace(surname, surname[0]! + letter + surname.slice(2))})`, `(${settled.split(' ')[0]})`, '(!)'],
    }))(pair, context)
  },
  acronyms: (pair, context) => {
    const acronym = pick(['CVE', 'EU', 'OSCE', 'IPA', 'NATO', 'UN', 'OCC-CVE'], context.random)!
    const own = acronymForms(context.tag, acronym).findLast((form) => /^[\p{Lu}-]+$/u.test(form))!
    if (pair.english.includes(acronym)) return undefined
    return brought(() => ({ english: `(${acronym})`, whole: `(${own})`, broken: [`(${swapped(own)})`, `(${own.slice(0, -1)})`, '(!)'] }))(
      pair,
      context,
    )
  },

  // A text of its own: in another, something else may deny.
  negation: (pair, { tag, random }) => {
    const says = (denies: boolean): string => (DENIED[tag] ?? DENIED['sr-Latn']!)[denies ? 1 : 0]
    const isLost = random() < 0.5
    const clean = {
      ...pair,
      kind: 'paragraph' as const,
      english: isLost ? 'It does not apply here.' : 'It applies here.',
      text: says(isLost),
    }
    return { clean, broken: { ...clean, text: says(!isLost) } }
  },

  measures: (pair, { tag, random }) => {
    const clean = { ...pair, kind: 'paragraph' as const, english: 'It lasted two hours.', text: LASTED[tag]!('hour') }
    return { clean, broken: { ...clean, text: LASTED[tag]!(random() < 0.5 ? 'minute' : 'day') } }
  },

  links: brought(() => ({
    english: '([page](one.pdf))',
    whole: '([x](one.pdf))',
    broken: ['([x](two.pdf))', '(x)', '([x](one.pdf) [x](one.pdf))'],
  })),
  emphasis: brought(() => ({ english: '(*page*)', whole: '(*x*)', broken: ['(x)', '(**x**)', '(*x* *x*)'] })),
  code: brought(() => ({ english: '(`npm start`)', whole: '(`npm start`)', broken: ['(`npm fillo`)', '(npm start)', '(!)'] })),
  footnotes: brought(() => ({ english: '[^1]', whole: '[^1]', broken: ['[^2]', '', '[^1][^1]'] })),
  'note-undefined': brought(() => ({ english: '', whole: '', broken: ['[^notes.9]'] })),
  'note-uncalled': (pair) =>
    isProse(pair) ? { clean: pair, broken: [pair, { ...pair, key: `notes.${pair.key}`, orphan: true }] } : undefined,
  images: brought(() => ({ english: '![map](map.png)', whole: '![x](map.png)', broken: ['![x](plan.png)', 'x'] })),
  'line-breaks': brought(() => ({ english: '<br>page', whole: '<br>x', broken: [' x', 'x'] })),
  markdown: brought(() => ({
    english: '(*page* and **more** and `code` and [link](a.pdf))',
    whole: '(*x* x **x** x `code` x [x](a.pdf))',
    broken: [
      '(*x x **x** x `code` x [x](a.pdf))',
      '(*x* x **x x `code` x [x](a.pdf))',
      '(*x* x **x** x `code x [x](a.pdf))',
      '(*x* x **x** x `code` x [x](a.pdf)'.replace('a.pdf)', 'a.pdf'),
    ],
  })),
  'raw-html': brought(({ random }) => ({
    english: '',
    whole: '',
    broken: [pick(['<b>x</b>', '<hr>', '<script>x</script>', '<a href="x">x</a>'], random)!],
  })),

  'icu-syntax': (pair, { random }) =>
    pair.kind === 'message'
      ? withText(
          pair,
          replaceOne(pair.text, /[{}]/g, random, () => ''),
        )
      : undefined,
  'icu-arguments': (pair, { random }) =>
    pair.kind === 'message'
      ? withText(
          pair,
          replaceOne(pair.text, /(?<=\{)[a-z]+(?=[,}])/g, random, (name) => (pair.english.includes(`{${name}`) ? `${name}x` : undefined)),
        )
      : undefined,
  'icu-plurals': (pair, { random }) =>
    pair.kind === 'message'
      ? withText(
          pair,
          replaceOne(pair.text, /(?<= )(?:one|few) (?=\{)/g, random, (name) => (random() < 0.5 ? 'two ' : `many {#} ${name}`)),
        )
      : undefined,
  'icu-apostrophe': (pair, { random }) =>
    pair.kind === 'message'
      ? withText(
          pair,
          replaceOne(pair.text, /(?<=^|[^{},]* )\{(?=[a-z]+\})/g, random, () => "'{"),
        )
      : undefined,

  'mixed-script': (pair, { tag, random }) =>
    isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, WORD, random, (word) => changeLetter(word, random, () => (alphabetOf(tag).script === 'Latin' ? 'ж' : 'w'))),
        )
      : undefined,
  confusable: (pair, { tag, random }) => {
    const script = alphabetOf(tag).script === 'Latin' ? 'Cyrillic' : 'Latin'
    return isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, WORD, random, (word) => changeLetter(word, random, (letter) => lookAlike(letter, script))),
        )
      : undefined
  },
  'foreign-letter': (pair, { tag, random }) => {
    const foreign = {
      sq: ['đ', 'š', 'ö', 'ñ'],
      mk: ['ђ', 'ћ', 'ы', 'й'],
      'sr-Cyrl': ['ќ', 'ѓ', 'ы', 'щ'],
      'sr-Latn': ['ë', 'ç', 'ö', 'ğ'],
      en: [],
    }[tag as Measured]
    return isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, WORD, random, (word) => changeLetter(word, random, () => pick(foreign, random))),
        )
      : undefined
  },
  'wrong-script': (pair, { tag, random }) => {
    const cyrillic = { sq: 'гјуха', 'sr-Latn': 'језик' }[tag]
    return isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, WORD, random, (word) => cyrillic ?? toSerbianLatin(word.normalize('NFD').replaceAll(/\p{M}/gu, ''))),
        )
      : undefined
  },
  decomposed: (pair, { random }) =>
    isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, /[\p{L}]+/gu, random, (word) => word.normalize('NFD')),
        )
      : undefined,
  wreckage: (pair, { random }) =>
    isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, /\p{L}/gu, random, () => '\uFFFD'),
        )
      : undefined,
  invisible: (pair, { random }) =>
    isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, /(?<=\p{L})(?=\p{L})/gu, random, () =>
            pick(['\u00AD', '\u200B', '\u200D', '\u2060', '\uFEFF', '\u202E', '\u200E'], random),
          ),
        )
      : undefined,
  unprintable: (pair, { random }) =>
    isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, /(?<=\p{L})(?=[ .])/gu, random, () => pick([' 语', ' ع', ' ไทย', ' 한국', ' א', ' क'], random)),
        )
      : undefined,

  quotes: brought(({ tag }) => {
    const [opening, closing] = typographyOf(tag).quotes!
    const pairs = [['"', '"'], ['„', '“'], ['“', '”'], ['„', '”'], ['«', '»'], ['”', '”'], [opening, ''], ['', closing]] as const // prettier-ignore
    const allowed = new Set([typographyOf(tag).quotes!, ...typographyOf(tag).otherQuotes].map((pair) => pair.join()))
    return {
      english: '“x”',
      whole: `${opening}x${closing}`,
      broken: pairs.filter((pair) => !allowed.has(pair.join())).map(([a, b]) => `${a}x${b}`),
    }
  }),
  apostrophe: brought(({ tag }) =>
    alphabetOf(tag).script === 'Latin'
      ? { english: 'd’Art', whole: 'd’Art', broken: ["d'Art", 'd´Art', 'd‘Art'] }
      : { english: 'л’Ар', whole: 'л’Ар', broken: ["л'Ар", 'л´Ар'] },
  ),
  dash: (pair, context) => {
    const word = alphabetOf(context.tag).script === 'Latin' ? 'fjala' : 'слово'
    const own = typographyOf(context.tag).dash!
    return brought(() => ({
      english: '– the word, 6–7',
      whole: `${own.trimStart()}${word}, 6–7`,
      broken: [`- ${word}, 6–7`, `-- ${word}, 6–7`, `${own.trimStart()}${word}, 6-7`, `${own.trimStart()}${word}, 6 – 7`],
    }))(/[\p{L}]$/u.test(pair.text.replace(/[.!?:;,…]$/, '')) ? pair : { ...pair, kind: 'message' }, context)
  },
  spacing: (pair, { random }) => {
    if (!isProse(pair)) return undefined
    const ways: readonly (() => string | undefined)[] = [
      () => replaceOne(pair.text, /(?<=\S) (?=\S)/g, random, () => '  '),
      () => replaceOne(pair.text, /(?<=\p{L}{2}), (?=\p{L})/gu, random, () => ' , '),
      () => replaceOne(pair.text, /(?<=\p{L}{2}), (?=\p{L})/gu, random, () => ','),
      () => `${pair.text} `,
      () => ` ${pair.text}`,
      () => replaceOne(pair.text, /(?<=\p{Ll}{3})\. (?=\p{Lu}\p{Ll})/gu, random, () => '.'),
      () => replaceOne(pair.text, /(?<=\p{L})\.$/gu, random, () => ' .'),
    ]
    return withText(pair, pick(ways, random)!())
  },
  'no-break': (pair, context) => {
    const title = { sq: 'z. Rama', mk: 'г. Попов', 'sr-Cyrl': 'г. Попов', 'sr-Latn': 'g. Popov', en: '' }[context.tag as Measured]
    const month = formatDay(context.tag, '2018-06-06').replace(/\s?\u00A0?2018.*$/, '')
    const glued = [title, month, 'J. Popov', '25 kg', '25 €', '№ 5'].map((text) => text.replaceAll(/[ \u00A0]/g, '\u00A0'))
    const text = pick(glued, context.random)!
    return brought(() => ({ english: `(${text})`, whole: `(${text})`, broken: [`(${text.replaceAll('\u00A0', ' ')})`] }))(pair, context)
  },
  percent: brought(({ tag }) => ({
    english: '42%',
    whole: `42${typographyOf(tag).percent}%`,
    broken: [tag === 'mk' ? '42%' : '42 %', tag === 'mk' ? '42 %' : '42\u00A0%'],
  })),
  ellipsis: brought(() => ({ english: '(x…)', whole: '(x…)', broken: ['(x...)', '(x....)', '(x..)'] })),
  ordinal: brought(({ tag }) => {
    const forms = {
      sq: ['(6-të)', '(6të)', '(6th)', '(16ta)'],
      mk: ['(6 јуни)', '(6. јуни)', '(6th)', '(6ти)'],
      'sr-Cyrl': ['(6. јун)', '(6 јун)', '(6-ог)', '(6.–7. јун)', '(6th)'],
      'sr-Latn': ['(6. jun)', '(6 jun)', '(6-og)', '(6.–7. jun)', '(6th)'],
      en: [''],
    }[tag as Measured]
    return { english: '(6)', whole: forms[0]!, broken: forms.slice(1) }
  }),
  'date-form': brought(({ tag }) => {
    const forms = {
      sq: ['(6 qershor 2018)', '(qershor 6, 2018)', '(6 Qershor 2018)', '(6/6/2018)', '(06.06.2018)'],
      mk: ['(6 јуни 2018)', '(јуни 6, 2018)', '(6 Јуни 2018)', '(6/6/2018)', '(06.06.2018)', '(6. 6. 2018)'],
      'sr-Cyrl': ['(6. јун 2018.)', '(јун 6, 2018)', '(6. Јун 2018.)', '(6/6/2018)', '(06.06.2018)', '(6.6.2018)'],
      'sr-Latn': ['(6. jun 2018.)', '(jun 6, 2018)', '(6. Jun 2018.)', '(6/6/2018)', '(06.06.2018)', '(6.6.2018)'],
      en: [''],
    }[tag as Measured]
    return { english: '(6 June 2018)', whole: forms[0]!, broken: forms.slice(1) }
  }),
  'end-punctuation': (pair, { random }) => {
    if (!/\p{L}{3}[.?!:]$/u.test(pair.text) || !isProse(pair)) return undefined
    return withText(pair, pair.text.slice(0, -1) + pick(other(['', '.', '?', '!', ':'], pair.text.at(-1)!), random)!)
  },
  brackets: brought(() => ({ english: '(x)', whole: '(x)', broken: ['(x', 'xxxx)', '((x)', '[x)'] })),
  'start-case': (pair, { random }) => {
    if (!isProse(pair)) return undefined
    if (random() < 0.5)
      return /^\p{Lu}\p{Ll}/u.test(pair.text) && /^\p{Lu}\p{Ll}/u.test(pair.english)
        ? withText(pair, pair.text[0]!.toLowerCase() + pair.text.slice(1))
        : undefined
    if (pair.text.split(' ').length < 5) return undefined
    return withText(
      pair,
      pair.text.replaceAll(/(?<![\p{L}])\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
  },

  term: (pair, { tag, random, glossary }) => {
    const held = [...glossary.terms].filter(([, languages]) => languages[tag === 'sr-Latn' ? 'sr-Cyrl' : tag])
    const [name, languages] = pick(held, random)!
    const forms = languages[tag === 'sr-Latn' ? 'sr-Cyrl' : tag]!
    const form = tag === 'sr-Latn' ? toSerbianLatin(forms.accepted[0]!) : forms.accepted[0]!
    const english = name.replace(/\s*\(.*\)$/, '')
    const isThere =
      pair.english.toLowerCase().includes(english.toLowerCase().slice(0, 6)) ||
      forms.stems.some((stem) => pair.text.toLowerCase().includes(stem.split(' ')[0]!.toLowerCase()))
    if (isThere || !isProse(pair)) return undefined
    const clean = equip(pair, `(${english})`, `(${form})`)
    return { clean, broken: { ...clean, text: equip(pair, '', '(!)').text } }
  },
  'term-forbidden': (pair, { tag, random, glossary }) => {
    const forbidden = [...glossary.terms.values()].flatMap((languages) => languages[tag === 'sr-Latn' ? 'sr-Cyrl' : tag]?.forbidden ?? [])
    const form = pick(forbidden, random)
    if (form === undefined || !isProse(pair)) return undefined
    const own = tag === 'sr-Latn' ? toSerbianLatin(form) : form
    return { clean: pair, broken: { ...pair, text: equip(pair, '', `(${own})`).text } }
  },

  'doubled-word': (pair, { random }) =>
    isProse(pair)
      ? withText(
          pair,
          replaceOne(pair.text, WORD, random, (word) => `${word} ${word}`),
        )
      : undefined,
  diacritics: (pair, { tag, random }) => {
    const language = diacriticsOf(tag)
    if (!language || !isProse(pair)) return undefined
    const bare = (text: string): string =>
      Array.from(text)
        .map((letter) => language.base[letter] ?? language.base[letter.toLowerCase()]?.toUpperCase() ?? letter)
        .join('')
    const right = new Set(language.words.values())
    const known = [...pair.text.matchAll(/[\p{L}]+/gu)].filter(
      ([word]) => right.has(word.toLowerCase()) && !pair.english.toLowerCase().includes(bare(word.toLowerCase())),
    )
    if (random() < 0.5) {
      const match = pick(known, random)
      return match && withText(pair, pair.text.slice(0, match.index) + bare(match[0]) + pair.text.slice(match.index + match[0].length))
    }
    return pair.text.replaceAll(/\P{L}/gu, '').length > 120 ? withText(pair, bare(pair.text)) : undefined
  },
  ekavian: (pair, { tag, random }) => {
    if (!tag.startsWith('sr') || !isProse(pair)) return undefined
    const pairs = packOf(tag).dialects!.words.map((words) => words.split(' ') as [ekavian: string, ijekavian: string])
    const places = [...pair.text.matchAll(/(?<![\p{L}])\p{Ll}+(?![\p{L}])/gu)].flatMap(({ 0: word, index }) =>
      dialectOfWord(tag, word) !== 'ekavian'
        ? []
        : pairs
            .filter(([ekavian]) => (ekavian.endsWith('$') ? word === ekavian.slice(0, -1) : word.startsWith(ekavian)))
            .map(([ekavian, ijekavian]) => ({ word, index, ekavian, ijekavian })),
    )
    const place = pick(places, random)
    if (!place) return undefined
    const wrong = place.ijekavian.replace('$', '') + place.word.slice(place.ekavian.replace('$', '').length)
    return withText(pair, pair.text.slice(0, place.index) + wrong + pair.text.slice(place.index + place.word.length))
  },

  length: (pair, { random }) => {
    if (!isProse(pair) || pair.english.length < 60) return undefined
    const words = pair.text.split(' ')
    const isLong = pair.english.length >= 150
    if (random() < 0.5) return withText(pair, words.slice(0, Math.floor(words.length * (isLong ? 0.4 : 0.3))).join(' '))
    return withText(pair, Array.from({ length: isLong ? 2 : 3 }, () => pair.text).join(' '))
  },
  sentences: (pair, { tag }) => {
    if (
      !isProse(pair) ||
      countSentences(tag, proseOf(pair.text)) < 2 ||
      countSentences(tag, proseOf(pair.text)) !== countSentences('en', proseOf(pair.english))
    )
      return undefined
    return withText(pair, pair.text.replace(/(?<=\p{Ll}{4}[.!?]) \p{Lu}.*$/u, ''))
  },
}
