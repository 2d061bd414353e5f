import type { Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Slip } from './slip.ts'

/** Longer words beside a picture are a text that goes around it. */
const LONGEST_CAPTION = 160

/** A line right below a picture, which Markdown reads as words beside it. */
export function* captionLineSlips({ children }: Paragraph, source: string): Generator<Slip> {
  const [picture, ...rest] = children
  if (picture?.type !== 'image' || rest.length === 0 || picture.title) return
  const words = toString(rest)
  const after = source.slice(picture.position!.end.offset, picture.position!.end.offset! + 3)
  if (!/^[ \t]{0,2}\n/.test(after) || words.trim() === '' || words.length > LONGEST_CAPTION) return
  if (rest.some(({ type }) => type === 'image' || type === 'imageReference' || type === 'break') || words.trim().includes('\n')) return
  yield {
    offset: picture.position!.start.offset!,
    sure: false,
    message: 'The line right below this picture goes on beside it, as words of one paragraph: it is no caption.',
    found: words.trim().slice(0, 60),
    expected: `![${picture.alt ?? ''}](${picture.url} "${words.trim().replaceAll('"', '”').slice(0, 60)}")`,
    remedy:
      'Write a caption in straight quotation marks after the name of the file, as shown; where the line is none, put an empty line before it.',
  }
}
