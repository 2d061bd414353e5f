import type { Nodes, Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Slip } from './slip.ts'
import { wording } from '../../wording.ts'

/** A longer line is a sentence, and no heading. */
const LONGEST_HEADING = 60

/** Words after the number of a heading. */
const WORDS = String.raw`\p{Lu}[\p{L}\p{N} ,’'()&/-]*[\p{L}\p{N})]`
/** Words before one, which are a heading by themselves too: Chapter 2. */
const PARTS =
  'Chapter|Section|Part|Annex|Appendix|Article|Kapitulli|Neni|Pjesa|Shtojca|Глава|Поглавје|Дел|Член|Прилог|Поглавље|Члан|Део|Poglavlje|Član|Dio|Deo|Prilog|Bölüm|Madde'
/** A line with the number of a section: 1.1 Methods, 2.3.1 Results, II. Results, Chapter 2: Results. */
const NUMBERED = new RegExp(
  [
    String.raw`^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:II|III|IV|VI{1,3}|IX)\.)[ \t\u00A0]+${WORDS}$`,
    String.raw`^(?:${PARTS}|${PARTS.toUpperCase()})[ \u00A0](?:\d{1,3}|[IVX]{1,5}|\p{Lu})(?:[.:]?[ \u00A0]+(?:[–—-] )?${WORDS}|[.:]?)$`,
  ].join('|'),
  'u',
)

/** A line that has the number of a heading, and is a paragraph. */
export function* numberedHeadings(paragraph: Paragraph, after: Nodes | undefined): Generator<Slip> {
  const words = toString(paragraph)
  if (after === undefined || words.length > LONGEST_HEADING || !NUMBERED.test(words)) return
  yield {
    offset: paragraph.position!.start.offset!,
    sure: false,
    message: 'This line has a number as a heading has, and is none: it is not in the contents, and nobody who listens finds it.',
    found: words,
    expected: wording`## ${{ words }}`,
    remedy: 'Write ## and a space before it, with one # more for each level below; where it is no heading, let it go on with the text.',
  }
}

/** A line in bold that stands where a heading would (markdownlint, MD036): it is in no contents, and no reader who listens finds it. */
export function* boldHeadings({ children, position, data }: Paragraph, after: Nodes | undefined): Generator<Slip> {
  const [first] = children
  // The caption of a table may be strong.
  if (data?.beside || children.length !== 1 || first?.type !== 'strong' || after === undefined || after.type === 'heading') return
  const words = toString(first)
  if (words.length > LONGEST_HEADING || !/^[^\n]*\p{L}[^\n]*[^.!?…:;,\s”"')*]$/u.test(words)) return
  yield {
    offset: position!.start.offset!,
    sure: false,
    message: 'This line in bold stands where a heading would, and is none: it is not in the contents, and nobody who listens finds it.',
    found: words,
    expected: wording`## ${{ words }}`,
    remedy: 'Write ## and a space in place of the asterisks; where it is no heading, let it go on with the text.',
  }
}
