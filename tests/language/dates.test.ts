import { describe, expect, test } from 'vitest'
import { formatDay, formatDayAndMonth, formatDays } from '../../pipeline/language/dates.ts'
import { autonym, formatSize } from '../../pipeline/language/formats.ts'
import type { Tag } from '../../pipeline/model/language.ts'

const _ = '\u00A0'

describe.each<[Tag, string, string, string, string]>([
  ['sq', `6${_}qershor 2018`, `6–7${_}qershor 2018`, `30${_}qershor – 2${_}korrik 2018`, `6${_}qershor`],
  ['mk', `6${_}јуни 2018${_}г.`, `6–7${_}јуни 2018${_}г.`, `30${_}јуни – 2${_}јули 2018${_}г.`, `6${_}јуни`],
  ['sr-Cyrl', `6.${_}јун 2018.`, `6–7.${_}јун 2018.`, `30.${_}јун – 2.${_}јул 2018.`, `6.${_}јун`],
  ['sr-Latn', `6.${_}jun 2018.`, `6–7.${_}jun 2018.`, `30.${_}jun – 2.${_}jul 2018.`, `6.${_}jun`],
  ['en', `6${_}June 2018`, `6–7${_}June 2018`, `30${_}June – 2${_}July 2018`, `6${_}June`],
])('%s', (tag, day, days, acrossMonths, dayAndMonth) => {
  test('a day, days of one month, days across months, a day without its year', () => {
    expect(formatDay(tag, '2018-06-06')).toBe(day)
    expect(formatDays(tag, '2018-06-06', '2018-06-07')).toBe(days)
    expect(formatDays(tag, '2018-06-30', '2018-07-02')).toBe(acrossMonths)
    expect(formatDayAndMonth(tag, '2018-06-06')).toBe(dayAndMonth)
    expect(formatDays(tag, '2018-06-06', '2018-06-06')).toBe(day)
  })
})

test('days across years name both', () => {
  expect(formatDays('sr-Cyrl', '2018-12-31', '2019-01-01')).toBe(`31.${_}децембар 2018. – 1.${_}јануар 2019.`)
})

test('languages name themselves', () => {
  expect(['sq', 'mk', 'sr-Cyrl', 'sr-Latn', 'en'].map(autonym)).toEqual(['shqip', 'македонски', 'српски', 'srpski', 'English'])
})

test('sizes have the language’s decimal sign and keep their unit', () => {
  expect(formatSize('sq', 84_210)).toBe(`84${_}kB`)
  expect(formatSize('mk', 1_250_000)).toBe(`1,3${_}MB`)
  expect(formatSize('en', 999_600)).toBe(`1${_}MB`)
})
