/** Questions of translators about a segment, which its author answers once for all languages. */
import type { Tag } from './language.ts'

/** An answer, or a remark, by anyone. */
export interface Reply {
  readonly text: string
  readonly by?: string | undefined
  /** ISO 8601 date. */
  readonly on: string
}

/** A question. It is open until it has an answer. */
export interface Question {
  readonly text: string
  /** Language that its asker translates into. */
  readonly tag: Tag
  readonly by?: string | undefined
  /** ISO 8601 date. */
  readonly on: string
  readonly answers: readonly Reply[]
}

/** Questions by key, as they stay with their segments. */
export type QuestionsByKey = ReadonlyMap<string, readonly Question[]>
