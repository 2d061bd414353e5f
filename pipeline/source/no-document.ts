import { shown } from '../files/identifier.ts'
import { failure, type Failure } from '../problem.ts'

/** A file that may be the document: of another name, or a text of an office program, as its writer has it. */
const TEXT = /\.(?:md|markdown|mdown|txt|docx?|odt|rtf)$/i

/** What to say where a folder of `content/` has no document. @param files what it has */
export function noDocument(folder: string, files: readonly string[]): Failure {
  const texts = files.filter((file) => TEXT.test(file))
  const markdown = texts.filter((file) => /\.(?:md|markdown|mdown)$/i.test(file))
  return failure({
    rule: 'no-document',
    file: `${folder}/document.md`,
    message: 'This folder of content/ has no document.md.',
    found: texts.length > 0 ? texts.map(shown).join(', ') : undefined,
    expected: 'a text in Markdown of this name',
    remedy:
      markdown.length === 1
        ? `Rename ${shown(markdown[0]!)} to document.md.`
        : `Add the document${texts.length > 0 ? ', as Markdown' : ''}, or remove the folder.`,
  })
}
