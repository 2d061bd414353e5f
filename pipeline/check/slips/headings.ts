import type { Heading, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Slip } from './slip.ts'

/** Not that of an abbreviation. */
const SENTENCE_END = /(?<!\b(?:etc|inc|ltd|co|al|no|jr|sr|[a-z]\.[a-z]|[A-Z]))[.;,][”")]?$/iu

/** Slips of headings, and of texts that a line of signs below them makes headings of. */
export function* headingSlips(heading: Heading, source: string, before: Nodes | undefined): Generator<Slip> {
  const { start, end } = heading.position!
  const own = source.slice(start.offset, end.offset)
  if (/^[\s*_~`]+$/.test(toString(heading)) && toString(heading) !== '')
    yield {
      offset: start.offset!,
      sure: true,
      message: 'This heading has no words, only marks, which would be printed.',
      found: own,
      expected: '## Words of the heading',
      remedy: 'Write the words of the heading, or remove the line.',
    }
  if (own.startsWith('#')) {
    if (/[^\s#\\]##+[ \t]*$/.test(own))
      yield {
        offset: end.offset! - 1,
        sure: true,
        message: 'The # at the end of this heading would be printed, since no space stands before them.',
        found: own,
        expected: '## Heading, or ## Heading ##',
        remedy: 'Remove the # at the end.',
      }
    return
  }
  const lines = own.split('\n')
  const isBetween = (before?.type === 'thematicBreak' || before?.type === 'heading') && before.position!.end.line + 1 === start.line
  if (isBetween && [before, heading].every((each) => isDashed(each, source))) {
    yield {
      offset: start.offset!,
      // The fields of a front matter; a name may stand between two lines as a heading does in old texts.
      sure: before.type === 'thematicBreak' && /^[\w-]+:(?:\s|$)/.test(toString(heading)),
      message: 'This text stands between two lines of dashes, and the one below it makes a heading of it, in the text and in the contents.',
      found: toString(heading).slice(0, 60),
      expected: '## Heading, without lines of dashes; or fields in the front matter at the top of the document',
      remedy:
        'Where it is a heading, remove the line of dashes above it; else put an empty line before the one below it. Move the fields of a front matter to the top.',
    }
    return
  }
  const words = toString(heading).split(/\s+/).length
  const isSentence = words >= 5 && SENTENCE_END.test(toString(heading))
  const isLong = lines.length > 2
  // An empty item, a signature’s dash: a line that is to make a heading has three signs and more.
  const isShort = lines.at(-1)!.trim().length < 3
  if (!isSentence && !isLong && !isShort) return
  yield {
    offset: start.offset!,
    sure: isSentence || isLong,
    message: `The line of ${lines.at(-1)!.trim()[0] === '-' ? 'dashes' : 'equals signs'} under this text makes a heading of it, in the text and in the contents.`,
    found: toString(heading).slice(0, 60),
    expected: 'an empty line between the text and ---; a heading is written ## Heading',
    remedy: 'Put an empty line before the line of dashes, or remove it.',
  }
}

/** True for a block that ends with a line of dashes. */
function isDashed({ position }: Nodes, source: string): boolean {
  return /(?:^|\n)[ \t>]*-{3,}[ \t]*$/.test(source.slice(position!.start.offset, position!.end.offset))
}
