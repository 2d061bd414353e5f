import { describe, expect, test } from 'vitest'
import { matchTexts } from '../../pipeline/compare/matching.ts'

const PLAN = 'The committee met in Tirana on 6 June and adopted the plan for the coming year.'
const RIVER = 'Nobody had foreseen how quickly the river would rise after a dry winter.'
const SCHOOL = 'Schools in the valley reopened within a fortnight, most of them with fewer teachers.'
const BRIDGE = 'A new bridge replaced the ferry that had crossed since the war.'

const formerOf = (former: readonly string[], present: readonly string[]): number[] => [...matchTexts(former, present).formerOf]

describe('texts of two versions', () => {
  test('that are edited keep their partner, moved or not', () => {
    const edited = 'Schools in the valley opened again within two weeks, most of them with fewer teachers.'
    expect(formerOf([PLAN, RIVER, SCHOOL], [PLAN, RIVER, edited])).toEqual([0, 1, 2])
    expect(formerOf([PLAN, RIVER, SCHOOL, BRIDGE], [edited, PLAN, RIVER, BRIDGE])).toEqual([2, 0, 1, 3])
  })

  test('that are unrelated have none, even in the same place', () => {
    expect(formerOf([PLAN, RIVER, SCHOOL], [PLAN, BRIDGE, SCHOOL])).toEqual([0, -1, 2])
  })

  test('that repeat are told apart by their neighbours', () => {
    expect(formerOf(['Yes', PLAN, 'Yes', RIVER, 'Yes'], [PLAN, 'Yes', RIVER, 'Yes'])).toEqual([1, 2, 3, 4])
    expect(formerOf([PLAN, 'Yes', RIVER, 'No', SCHOOL, 'Yes'], [SCHOOL, 'Yes', PLAN, 'Yes', RIVER, 'No'])).toEqual([4, 5, 0, 1, 2, 3])
  })

  test('that could be either of two are new', () => {
    const rule = (number: number): string => `Article ${number} applies to every member that signed the agreement.`
    const former = [rule(1), PLAN, rule(2), RIVER]
    expect(formerOf(former, [PLAN, RIVER, BRIDGE, rule(3), SCHOOL])).toEqual([1, 3, -1, -1, -1])
  })

  test('that share their frame alone are unrelated', () => {
    const former = ['The director of the institute spoke about the role of women in the prevention of violence.', PLAN]
    expect(formerOf(former, ['The owner of the hotel spoke about the price of rooms in the centre of town.', PLAN])).toEqual([-1, 1])
  })

  test('that are numbered anew keep their words’ partner, and not that of their number', () => {
    expect(formerOf(['Panel 1: Prevention', 'Panel 2: Media', 'Panel 3: Schools'], ['Panel 1: Media', 'Panel 2: Schools'])).toEqual([1, 2])
  })

  test('of one word that are another name are new', () => {
    expect(formerOf(['Tuesday', 'Austria', PLAN], ['Thursday', 'Australia', PLAN])).toEqual([-1, -1, 2])
  })

  test('of one word with a slip of the pen are the same in their place', () => {
    expect(formerOf(['Openning', PLAN], ['Opening', PLAN])).toEqual([0, 1])
    expect(formerOf(['Opening', PLAN], ['Closing', PLAN])).toEqual([-1, 1])
  })
})

describe('a text that was divided', () => {
  test('leaves its partner to the largest part, and names the others', () => {
    const { formerOf: partners, splits } = matchTexts(
      [PLAN, `${RIVER} ${BRIDGE} ${RIVER.toUpperCase()}`, SCHOOL],
      [PLAN, BRIDGE, `${RIVER} ${RIVER.toUpperCase()}`, SCHOOL],
    )
    expect([...partners]).toEqual([0, -1, 1, 2])
    expect(splits).toEqual([{ whole: 1, parts: [1, 2] }])
  })

  test('into many is still found', () => {
    const items = [
      'training for teachers;',
      'a fund for research;',
      'meetings twice a year;',
      'a collection of sources;',
      'a telephone line.',
    ]
    const { splits } = matchTexts(
      [PLAN, `The plan has five parts: ${items.join(' ')}`, SCHOOL],
      [PLAN, 'The plan has five parts:', ...items, SCHOOL],
    )
    expect(splits).toEqual([{ whole: 1, parts: [1, 2, 3, 4, 5, 6] }])
  })
})

test('texts that were joined give the partner of the larger', () => {
  const { formerOf: partners, merges } = matchTexts([PLAN, RIVER, BRIDGE, SCHOOL], [PLAN, `${RIVER} ${BRIDGE}`, SCHOOL])
  expect([...partners]).toEqual([0, 1, 3])
  expect(merges).toEqual([{ whole: 1, parts: [1, 2] }])
})

test('a change in a frame that two texts share does not swap them', () => {
  const line = (name: string, year: number): string => `${name} has been a member of the council since ${year}.`
  expect(
    formerOf([line('Ana', 2001), line('Ben', 2005), line('Cvetan', 2010)], [line('Ben', 2006), line('Cvetan', 2010), line('Ana', 2002)]),
  ).toEqual([1, 2, 0])
})
