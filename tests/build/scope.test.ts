import { expect, test } from 'vitest'
import { answersFor, type Scope } from '../../pipeline/build/scope.ts'

const scope = (formats: Scope['formats'], asked = formats, tags = ['sq', 'en']): Scope => ({
  publication: { documents: ['report'], editions: ['sq', 'en'], formats, parallel: [['sq', 'en']], versions: false },
  documents: ['report'],
  tags,
  formats: asked,
  failed: new Set(),
  made: new Set(),
  isThere: () => true,
})
const PDF = 'sq/report/report.sq.pdf'

test.each([
  ['a format that the publication is no longer made in', PDF, scope(['html']), true],
  ['the same of editions side by side', 'parallel/sq+en/report/report.sq+en.pdf', scope(['html']), true],
  ['a format that is not asked for now', PDF, scope(['html', 'pdf'], ['html']), false],
  ['one that it is made in no longer, where not all others are made', PDF, scope(['html', 'epub'], ['html']), false],
  ['the same where not all languages are', PDF, scope(['html'], ['html'], ['sq']), false],
  ['a format that is asked for once', 'sq/report/report.sq.epub', scope(['html'], ['html', 'epub']), true],
])('a build decides about a file in %s', (_, path, of, is) => {
  expect(answersFor(path, of)).toBe(is)
})
