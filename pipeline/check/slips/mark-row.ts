import type { Saying } from './slip.ts'

/** A mark of Markdown that its writer typed, and that does not act. The text is as `typedText` gives it. */
export interface MarkRow extends Saying {
  /** One of these stands in each: a text without them need not be searched. */
  readonly signs: readonly string[]
  readonly mark: RegExp
  /** True if several in one text are probably intended, such as the signs of a grammar. */
  readonly isSureAlone?: true
}

/** A row of a single sign. */
export const markRow = (sign: string, mark: RegExp, message: string, expected: string, remedy: string, sure = true): MarkRow => ({
  signs: [sign],
  mark,
  sure,
  message,
  expected,
  remedy,
})
