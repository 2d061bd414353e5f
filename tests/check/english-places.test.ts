import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

/** Paragraphs with a slip each, a space before a comma, wherever it may stand. */
const SOURCE = `---
title: T
kind: Paper
description: D.
date: 2026-05-31
---

The first line is
right, the second ,not
so, the third <!-- a
remark --> is ,neither.

## A heading with **strong words** ,and more ##

> A quotation that
> goes on ,and on.

- An item
  of two ,lines.
  - Another\\
    within ,it.

| A | B ,c |
|---|---|
| d | \`a\\|b\` e ,f |

A text with a [link](https://example.org) and an &amp; sign\tand ,more.[^1]

<a id="x"></a>The words ,after.

[^1]: A note
    that goes ,on.
`
const publication = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
  'content/paper/document.md': SOURCE,
})
afterAll(() => publication.remove())

test('what is found in an English text is told with the line and the column in which it is', () => {
  const told = [
    ...publication.run('check', '--rule', 'spacing').said.matchAll(/document\.md:(\d+):(\d+) {2}A space stands before the sign/g),
  ]
  const slips = SOURCE.split('\n').flatMap((line, index) =>
    [...line.matchAll(/ ,/g)].map((slip) => [String(index + 1), String(slip.index + 1)]),
  )
  expect(told.map(([, line, column]) => [line, column])).toEqual(slips)
})
