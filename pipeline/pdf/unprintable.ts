/** What helps against most. */
export const REMEDY = 'Correct what is named here, in the document, its translation or the templates, and build again.'

/** What keeps a page from being printed stands in its texts, which tell where in the document it is. */
export class Unprintable extends Error {
  readonly texts: readonly string[]
  readonly remedy: string

  /**
   * @param message what is wrong, in words for who wrote the document
   * @param texts those in question, as the page has them
   */
  constructor(message: string, texts: readonly string[], remedy = REMEDY) {
    super(message)
    this.name = 'Unprintable'
    this.texts = texts
    this.remedy = remedy
  }
}
