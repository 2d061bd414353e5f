import { asCalled } from '../files/called.ts'
import { shown } from '../files/identifier.ts'
import { failure, type Failure } from '../problem.ts'

/** A file that may be the document: of another name, or a text of an office program, as its writer has it. */
const TEXT = /\.(?:md|markdown|mdown|txt|docx?|odt|rtf|html?)$/i
const MARKDOWN = /\.(?:md|markdown|mdown)$/i
/** What `new --from` makes a document of. */
const AUTHORED = /\.(?:docx|html?)$/i

/**
 * What to say where a folder of `content/` has no document.
 * @param files what it has
 * @param nested documents in folders within it, below `content/`
 */
export function noDocument(id: string, files: readonly string[], nested: readonly string[]): Failure {
  const texts = files.filter((file) => TEXT.test(file))
  const found = [...texts, ...nested.map((path) => path.slice(id.length + 1))]
  return failure({
    rule: 'no-document',
    file: `content/${id}/document.md`,
    message: 'This folder of content/ has no document.md.',
    found: found.length > 0 ? found.map(shown).join(', ') : undefined,
    expected: 'a text in Markdown of this name',
    remedy: remedyFor(id, texts, nested),
  })
}

function remedyFor(id: string, texts: readonly string[], nested: readonly string[]): string {
  const markdown = texts.filter((file) => MARKDOWN.test(file))
  const authored = texts.filter((file) => AUTHORED.test(file))
  if (markdown.length === 1) return `Rename ${shown(markdown[0]!)} to document.md.`
  if (nested.length > 0 && texts.length === 0)
    return 'Move the folders within it into content/ itself: a document has a folder of its own there, with document.md in it.'
  const [file] = authored
  if (authored.length === 1 && markdown.length === 0)
    return `Move this folder out of content/; then this command makes the document of its file: ${asCalled(`new ${id} --from "${id}/${shown(file!)}"`)}`
  return `Add the document${texts.length > 0 ? ', as Markdown' : ''}, or remove the folder.`
}
