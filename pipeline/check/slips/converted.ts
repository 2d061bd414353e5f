import type { Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Slip } from './slip.ts'

/** Marks of Markdown that a conversion, such as that of a word processor, wrote with backslashes, by what each was to be. */
const ESCAPED: readonly (readonly [mark: RegExp, what: string, expected: string])[] = [
  [/\\\*\\\*(?=[\p{L}\d])[^*\\\n]{1,200}\\\*\\\*/u, 'strong text', '**strong**'],
  [/^\\#(?:\\?#)+[ \t]+\p{L}/u, 'a heading', '## Heading'],
  [/!\\\[[^\]\n\\]{0,200}\\?\]\\?\([^()\s]+\.(?:png|jpe?g|gif|svg|webp)\b/iu, 'a picture', '![what the picture shows](file.png)'],
  [/\\?\[(?=[^\]\n\\]*\p{L})[^\]\n\\]{1,200}\\\]\\?\((?:https?:|mailto:|www\.)/u, 'a link', '[words](address)'],
]

/** Marks that are to be seen since a conversion took them for text, and entities that it took for them. */
export function* convertedSlips(paragraph: Paragraph, source: string): Generator<Slip> {
  const { start, end } = paragraph.position!
  const own = source.slice(start.offset, end.offset)
  const [mark, what, expected] = own.includes('\\') ? (ESCAPED.find(([each]) => each.test(own)) ?? []) : []
  if (mark)
    yield {
      offset: start.offset! + own.search(mark),
      sure: false,
      message: `The backslashes keep these marks from making ${what}: the reader would see them.`,
      found: mark.exec(own)![0].slice(0, 60),
      expected: expected!,
      remedy: 'Remove the backslashes; where the marks are to be seen, write ` before them and after them.',
    }
  if (/^&gt;[ \t]+\p{L}/u.test(own))
    yield {
      offset: start.offset!,
      sure: false,
      message: 'The sign of a quotation is written here as HTML writes it: the reader would see it.',
      found: toString(paragraph).slice(0, 60),
      expected: '> The text.',
      remedy: 'Write > in place of &gt;.',
    }
}
