import type { Remark } from '../model/exchange.ts'
import type { Question } from '../model/question.ts'
import type { SegmentKind } from '../model/document.ts'
import { writable } from './writable.ts'

/** What a segment is, for people who see it apart from its page. */
export const KINDS: Readonly<Record<SegmentKind | 'message', string>> = {
  heading: 'Heading',
  paragraph: 'Paragraph',
  item: 'List item',
  cell: 'Table cell',
  note: 'Footnote',
  alternative: 'Alternative text of a picture',
  caption: 'Caption',
  front: 'Front matter',
  programme: 'Programme',
  message: 'Interface text (ICU message)',
}

/** Questions with their answers, in order. Nobody reads them back, so signs that no file can hold are left out. */
export function remarksOf(questions: readonly Question[]): Remark[] {
  const all: Remark[] = questions.flatMap(({ text, by, on, answers }) => [
    { by, text: `Question (${on}): ${text}` },
    ...answers.map((answer) => ({ by: answer.by, text: `Answer (${answer.on}): ${answer.text}` })),
  ])
  return all.map(({ by, text }) => ({ by: by && writable(by), text: writable(text) }))
}

/** A remark as one text. */
export function remarkText({ by, text }: Remark): string {
  return by === undefined ? text : `${by}: ${text}`
}

/** Tells whether a note of a file is one that an export has written: a kind, or a remark. */
export function isOwnRemark(text: string): boolean {
  return Object.values(KINDS).includes(text) || /^(?:[^\n]+: )?(?:Question|Answer) \(\d{4}-\d\d-\d\d\): /.test(text)
}
