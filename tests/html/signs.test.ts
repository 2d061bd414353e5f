import { expect, test } from 'vitest'
import { replacedInPage } from '../../pipeline/html/signs.ts'

const bodyOf = (body: string): string => replacedInPage(`<html><body>${body}</body></html>`, '\u0000').slice(12, -14)

test.each([
  [
    'a heading and the head of its pages, which no face can print',
    '<li data-head="1.1 起源">起源</li>',
    '<li data-head="1.1 \uFFFD\uFFFD">\uFFFD\uFFFD</li>',
  ],
  [
    'signs between letters that are read from right to left, in another element too',
    '<p>سلام، <b>؟</b></p>',
    '<p>\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD <b>\uFFFD</b></p>',
  ],
  ['such a sign by itself', '<p>The sign ؟ asks.</p>', '<p>The sign ؟ asks.</p>'],
  ['what only machines read', '<a title="起源" href="#a">x</a>', '<a title="起源" href="#a">x</a>'],
])('in a draft’s print a sign stands for %s', (_, page, expected) => {
  expect(bodyOf(page)).toBe(expected)
})
