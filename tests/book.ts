/** The Markdown of a document of about so many pages: with sections, notes and tables, none as long as another. */
export function bookOf(pages: number): string {
  const sentence = 'Every sentence of this paragraph is long enough to be broken over two lines of the page, and says nothing.'
  const chapters = Array.from({ length: Math.ceil(pages / 4) }, (_, index) => {
    const number = index + 1
    const paragraphs = Array.from(
      { length: 14 + ((index * 7) % 10) },
      (__, at) => `Paragraph ${at + 1} of chapter ${number}. ${`${sentence} `.repeat(3 + ((index + at) % 4)).trim()}`,
    )
    const middle = Math.floor(paragraphs.length / 2)
    return [
      `## Chapter ${number} of the book`,
      ...paragraphs.slice(0, middle),
      `### A section of chapter ${number}`,
      `| Number | Square |\n| --- | --- |\n${Array.from({ length: 12 }, (__, row) => `| ${number}.${row} | ${row * row} |`).join('\n')}`,
      ...paragraphs.slice(middle),
      `The end of chapter ${number}[^n${number}].`,
      `[^n${number}]: The note of chapter ${number}.`,
    ].join('\n\n')
  })
  return `---\ntitle: A book\nkind: Book\ndescription: A book of many pages.\ndate: 2018-06-08\n---\n\n${chapters.join('\n\n')}\n`
}
