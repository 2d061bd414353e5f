import { NOTHING } from '../../language/pack.ts'
import { ofPack } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'

/** A number in figures. `value` has a point before the decimals and no other separator: 1,234.5 and 1.234,5 are 1234.5. */
export interface Figure {
  readonly value: string
  /** Other readings: 1.250 may be either of two numbers, 1,2 a list, “100 mijë” is 100,000, the 1990s are the nineties. */
  readonly readings: readonly (readonly string[])[]
  /** True if the translation must have it. Parts of names (3D, 4G) and amounts in other units (10 miles) need not appear. */
  readonly isTelling: boolean
  /** True for the second of “25 cents ($.25)”. */
  readonly isSaidTwice?: boolean
  readonly start: number
  readonly end: number
}

/** As far as what is counted is looked for: “ deri në 90 centimetra”. */
const NEAR = 32
/** The spaces that group the figures of a large number: plain, no-break, narrow no-break, thin. */
const SPACE = '[ \\u00A0\\u202F\\u2009]'
/** A large number right after a word whose space is missing: „кои1.956.518“. */
const GLUED = '\\d{1,3}(?<=\\p{Ll}{2}\\d{1,3})(?:[.,]\\d{3})+(?![.,]?\\d)'
/** A comma parts thousands in English, and otherwise items: “1,2 or 3” are three figures there. */
const ENGLISH = new RegExp(
  `${GLUED}|(?<![\\p{L}\\d])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)*)(?!\\d)`,
  'gu',
)
const FIGURE = new RegExp(`${GLUED}|(?<![\\p{L}\\d])(?:\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)*)(?!\\d)`, 'gu')
const HAS_FRACTION = /[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/u
/** What stands before decimals without a nought: “$.25”. */
const AFTER_POINT = /(?<![^\s(\p{Sc}])[.,]$/u
/** A currency, by its sign, its code or, of those in the region, the beginning of its name. */
const MONEY_BEFORE = /(?:\p{Sc}|(?<!\p{L})\p{Lu}{3})[ \u00A0]?$/u
const MONEY_AFTER =
  /^[ \u00A0]?(?:\p{Sc}|\p{Lu}{2,3}(?!\p{L})|[Ee]ur|[Ee]vr|[Ее]вр|dol|дол|den|ден|din|дин|lek|лек|lev[aë ]|лев|lir|kun|кун|mar[ak]|мар[ак])/u
/** What follows a figure that is part of a name, or of a number that is left open: 3D, 20xx. */
const PART_OF_NAME = /^(?:\p{Lu}(?!\d)|[xX]{2,3}(?!\p{L}))/u
const FRACTION = /(?<!\d)\d*[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/gu

/** Words for a thousand and more after a number, by the power of ten. */
const magnitudesOf = ofPack(({ numbers }) =>
  Object.entries(numbers?.magnitudes ?? {}).map(([zeros, words]) => [new RegExp(`^[ \\u00A0-]?(?:${words})`, 'u'), Number(zeros)] as const),
)

/**
 * The zeros that a word right after a number stands for, “ million”. Absent for a sign of one or two letters, which may be a unit,
 * unless it is an amount of money: “$2.3m”.
 */
export function zerosInWords(tag: Tag, after: string, isMoney: boolean): number | undefined {
  return isMoney || /^[ \u00A0-]?\p{L}{4}/u.test(after) ? magnitudesOf(tag).find(([word]) => word.test(after))?.[1] : undefined
}

/** English units, which a translation may convert to metric ones. */
const IMPERIAL =
  /^(?:[ \u00A0]?(?:[–-]|to|or|and)[ \u00A0]?[\d.,]*\d)?[ \u00A0-]?(?:miles?|mi|mph|feet|foot|ft|inch(?:es)?|in\.|yards?|yds?|pounds?|lbs?|stones?|acres?|ounces?|oz|gallons?|pints?|degrees|°F?|s\b)(?![\p{L}\d])/iu
/** Expression for a metric unit after a number, or after a range of two numbers. */
const metricOf = ofPack(({ dates, numbers }) => {
  const between = `(?:[–-]|${dates?.between ?? NOTHING})`
  return new RegExp(
    `^(?:[ \\u00A0]?${between}[ \\u00A0]?[\\d.,]*\\d)?[ \\u00A0-]?(?:(?:k?m|cm|mm|kg|g|ha|l)(?!\\p{L})|°|${numbers?.measures ?? NOTHING})`,
    'iu',
  )
})
const HAS_IMPERIAL = /\b(?:miles?|mph|feet|foot|ft|inch(?:es)?|yards?|pounds?|lbs?|stones?|acres?|ounces?|gallons?|degrees|°F|\d0s)\b/iu

/** The figures of a text. `english` is what it answers: where that measures in miles, the metric numbers are not its own. */
export function figuresIn(tag: Tag, visible: string, english = visible): Figure[] {
  const isEnglish = tag === 'en'
  let hasImperial: boolean | undefined
  const isMeasured = (): boolean => (hasImperial ??= HAS_IMPERIAL.test(english))
  const figures = [...visible.matchAll(isEnglish ? ENGLISH : FIGURE)].flatMap(({ 0: text, index }) => {
    const parts = /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text) ? [...text.matchAll(/\d+/g)] : undefined
    if (parts) return parts.map((part) => figure(tag, part[0], index + part.index, '', ''))
    const after = visible.slice(index + text.length, index + text.length + NEAR)
    const before = visible.slice(Math.max(0, index - 6), index)
    const measured = ((isEnglish ? IMPERIAL : metricOf(tag)).test(after) || /(?:foot|feet|ft)[ -]$/.test(before)) && isMeasured()
    const isTelling = !PART_OF_NAME.test(after) && !measured
    const isSaidTwice = AFTER_POINT.test(before) && visible.slice(0, index - 1).includes(plain(text))
    return [{ ...figure(tag, text, index, before, after), isTelling, isSaidTwice }]
  })
  return HAS_FRACTION.test(visible) ? [...figures, ...fractionsIn(visible)] : figures
}

/** Leading zeros are the form of a date or an hour, not of the number. `before` and `after` stand around it. */
function figure(tag: Tag, text: string, start: number, before: string, after: string): Figure {
  if (AFTER_POINT.test(before)) {
    const readings = [[plain(text)], [`0.${text.replace(/0+$/, '')}`]]
    return { value: `0.${text}`, readings, isTelling: true, start, end: start + text.length }
  }
  const [value, ...others] = valuesOf(text, tag === 'en')
  const readings: string[][] = others.map((other) => [other])
  if (/[.,\s]/.test(text)) readings.push(text.split(/[.,\s]/).map(plain))
  // €1,500.00 are 1500 €.
  if (/^\d+\.0+$/.test(value)) readings.push([value.slice(0, value.indexOf('.'))])
  // €1.80 are 1.8 €.
  if (/^\d+\.\d0$/.test(value) && (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after))) readings.push([value.slice(0, -1)])
  const zeros = /^[ \u00A0-]?\p{L}/u.test(after) ? magnitudesOf(tag).find(([word]) => word.test(after))?.[1] : undefined
  if (zeros !== undefined) readings.push([timesTen(text, zeros, tag === 'en')])
  if (/^s(?!\p{L})/u.test(after) && /^[12]\d\d0$/.test(value)) readings.push([value.slice(2)])
  // ’90s are the 1990s.
  if (/^s(?!\p{L})/u.test(after) && /^[2-9]0$/.test(value)) readings.push([`19${value}`])
  // The second year of a span is often cut short: 2018–19, 2018/19.
  const century = /(?<!\d)([12]\d)\d\d\.?[–/-]$/.exec(before)?.[1]
  if (century !== undefined && /^\d\d$/.test(text)) readings.push([`${century}${text}`])
  if (/(?<!\d)[12]\d\d\d\.?[–/-]$/.test(before) && /^[12]\d\d\d$/.test(text)) readings.push([plain(text.slice(2))])
  return { value, readings, isTelling: true, start, end: start + text.length }
}

/** Groups of three figures, behind one kind of separator. */
const GROUPED = /^[1-9]\d{0,2}([.,\s])\d{3}(?:\1\d{3})*$/

/**
 * The numbers that figures may stand for, the one by the rule of the language first. English groups with commas and writes
 * a decimal point, the others the other way round; authors of either write 12.5 and 1.250 as they are used to.
 */
function valuesOf(text: string, isEnglish: boolean): [value: string, ...others: string[]] {
  const digits = (part: string): string => plain(part.replaceAll(/[.,\s]/g, ''))
  if (!/[.,\s]/.test(text)) return [plain(text)]
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const [before, sign, decimals] = [text.slice(0, at), text[at], text.slice(at + 1)]
  const withDecimals = `${digits(before)}.${decimals}`
  const group = GROUPED.exec(text)?.[1]
  if (group !== undefined) {
    // A single point or comma before three figures may be either.
    if (!/^\d+[.,]\d+$/.test(text)) return [digits(text)]
    return group === (isEnglish ? ',' : '.') ? [digits(text), withDecimals] : [withDecimals, digits(text)]
  }
  // Points that do not group part a version, a section or a list.
  if (!/^\d+$/.test(before) && (GROUPED.exec(before)?.[1] ?? sign) === sign)
    return [
      text
        .split(/[.,\s]/)
        .map(plain)
        .join('.'),
    ]
  return [withDecimals]
}

function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

/** “2.5 million” in figures alone. */
function timesTen(text: string, zeros: number, isEnglish: boolean): string {
  const [whole, rest = ''] = text.replaceAll(isEnglish ? /[,\s]/g : /[.\s](?=\d{3})/g, '').split(/[.,]/)
  return rest.length > zeros ? '' : plain(`${whole}${rest.padEnd(zeros, '0')}`)
}

/** “½” says what 1/2 says. */
function fractionsIn(visible: string): Figure[] {
  return [...visible.matchAll(FRACTION)].map(({ 0: text, index }) => {
    const [above, below] = text.at(-1)!.normalize('NFKC').split('⁄')
    const whole = text.slice(0, -1)
    const parts = [...(whole === '' ? [] : [whole]), above!, below!]
    const decimals = String(Math.round((Number(above) / Number(below)) * 100) / 100).slice(1)
    return {
      value: parts.join('/'),
      readings: [parts, [`${whole || 0}${decimals}`]],
      isTelling: false,
      start: index,
      end: index + text.length,
    }
  })
}
