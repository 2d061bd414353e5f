import { expect, test } from 'vitest'
import { checkSource } from '../bench/checks/pairs.ts'

/** A link, how gravely it is told, and what is offered in its place. */
const DOUBTFUL: readonly (readonly [markdown: string, severity: string, expected: string])[] = [
  ['[a](https://example.org/\u200Bb)', 'error', 'https://example.org/b'],
  ['[a](https://exam\u00ADple.org/)', 'error', 'https://example.org/'],
  ['https://example.org/a\u200B and more', 'error', 'https://example.org/a'],
  ['[a](https://example.org/%E2%80%8Bb)', 'error', 'https://example.org/b'],
  ['[a](“https://example.org/”)', 'error', '[words](https://example.org)'],
  ['[a](http://localhost:3000/b)', 'warning', 'an address on the web'],
  ['[a](http://192.168.1.4/b)', 'warning', 'an address on the web'],
  ['[a](http://server.local/b)', 'warning', 'an address on the web'],
  ['[a](https://ex\u0430mple.org/)', 'warning', 'letters of one script'],
  ['[a](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fb&data=1)', 'warning', 'https://example.org/b'],
  ['See https://www.example.org,and more.', 'error', 'letters, digits'],
  ['[a](https://example,org)', 'error', 'letters, digits'],
  ['See https://example.org/a\\_b and more.', 'error', 'https://example.org/a_b'],
  ['See https://example.org/?a=1&lt;b and more.', 'error', 'https://example.org/?a=1<b'],
  ['See https://example.org/…/report and more.', 'warning', 'the whole address'],
  ['[a](https://example)', 'warning', 'a whole name'],
  ['See https://example for more.', 'info', 'a whole name'],
  ['[a](https://<host>/b)', 'warning', 'a whole name'],
  ['[a](https://ana:secret@example.org/)', 'warning', 'the address alone'],
  ['[a](mailto:info@example,org)', 'error', 'https://example.org'],
  ['[a](mailto:info@example.org.)', 'error', 'https://example.org'],
  ['[a](mailto:info@example)', 'warning', 'mailto:name@example.org'],
  ['[a](https:\\\\example.org/a)', 'error', 'https://example.org'],
  ['Visit https://www.example.org’da today.', 'error', '<https://www.example.org>’da'],
  ["Visit www.example.org'dan today.", 'error', "<https://www.example.org>'dan"],
  ['See www.example.org-та now.', 'error', '<https://www.example.org>-та'],
  ['See https://example.org/rapor’u now.', 'error', '<https://example.org/rapor>’u'],
  ['See http://example.org.Next came more.', 'warning', 'https://example.org. And'],
  ['[a](https://www.google.com/url?q=https://example.org/b&sa=D)', 'warning', 'https://example.org/b'],
  ['[a](https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F)', 'warning', 'https://example.org/'],
]

test.each(DOUBTFUL)('%s', (markdown, severity, expected) => {
  const found = checkSource(markdown, ['link-target'])
  expect([...new Set(found.map((each) => each.severity))]).toEqual([severity])
  expect(found[0]!.expected?.[0]).toContain(expected)
})

test.each([
  'Open http://localhost:3000 and https://127.0.0.1:8080/a in a browser.',
  'See [a](https://пример.срб/), [b](https://xn--e1afmkfd.org), [c](https://www.google.com/search?q=a) and [d](https://example.org/локално).',
  'Write to [a](mailto:a@b.org,c@d.org?cc=e@f.org), [b](mailto:?subject=x) and [c](MAILTO:info@example.org).',
  'See [a](https://example.org:8080/), [b](https://under_score.example.org), https://example.org; (https://example.org): https://example.org!',
  'See https://example.org/?a=1&amp;b=2 and <https://example.org/?a=1&amp;b=2>, [a](http://[::1]:8080/a).',
  'See [a](https://example.org/url?q=https://example.com) and [b](https://localhost.example.org/).',
])('%s is right', (markdown) => {
  expect(checkSource(markdown, ['link-target'])).toEqual([])
})

test.each(['Text[\\[1\\]](#_ftn1) here.', 'Text[1](#fn1) here.', 'Text[[1]](#cite_note-1) here.', '[↩](#fnref:1)'])(
  'the note of another program is told as one: %s',
  (markdown) => {
    expect(checkSource(markdown, ['link-target']).map(({ expected }) => expected?.[0])).toEqual([
      '[^1] after the word, and [^1]: before the note, on a line of its own',
    ])
  },
)

test('the comment of Google Docs is told as one', () => {
  const found = checkSource('Text[\\[a\\]](#cmnt1) here.', ['link-target'])
  expect(found.map(({ expected }) => expected?.[0])).toEqual(['the text without its comments'])
})

test('headings without words are told once', () => {
  expect(checkSource('##\n\nText.\n\n##\n\n# A\n\nText.', ['empty-section'])).toEqual([])
  expect(checkSource('##\n\n##\n\nText.', ['duplicate-heading'])).toEqual([])
  expect(checkSource('## A\n\nText.\n\n## A\n\nText.', ['duplicate-heading'])).toHaveLength(1)
})
