import type { ExchangedTexts } from '../model/exchange.ts'

/**
 * A file format of translators’ tools. Pure: texts to content and back. Law: `read(write(texts))` equals the texts, but for kinds,
 * places and remarks, which nobody reads back.
 */
export interface Format {
  /** Ending of its files, with the dot. */
  readonly extension: string
  /** What people call it. */
  readonly name: string
  write(texts: ExchangedTexts): string
  /** Tells whether a content is of this format, from its beginning. */
  isOwn(content: string): boolean
  /** @throws Failure for a malformed content, with its line */
  read(content: string, file: string): readonly ExchangedTexts[]
}
