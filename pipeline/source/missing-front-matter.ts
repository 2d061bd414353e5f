import { shown } from '../files/identifier.ts'
import { failure, type Failure } from '../problem.ts'

interface Cause {
  /** Matches the text of a document, from its beginning to what is wrong. */
  readonly begins: RegExp
  readonly message: string
  readonly remedy: string
}

const EXPECTED = 'a line “---”, the fields title, kind, date and description, and a line “---”'
const WRITE = 'Write it as lines such as “title: The report” between two lines “---”.'

/** Why a document has no front matter though it seems to have one. */
const CAUSES: readonly Cause[] = [
  { begins: /^\s+(?=---[ \t]*\n)/, message: 'An empty line or a space stands before the front matter, so that it is taken for text.', remedy: 'Remove all that stands before the first ---.' },
  { begins: /^\s*(?:-{4,}|--|-*[–—―][-–—―]*|_{3,})(?=[ \t]*\n)/, message: 'The line before the front matter is not of three hyphens, so that it is taken for text.', remedy: 'Write --- in its place, and in that of the line after the fields.' },
  { begins: /^---[ \t]*\n(?:(?!---[ \t]*(?:\n|$))[^\n]*\n)*?(?=(?:\.\.\.|-{4,}|--|-*[–—―][-–—―]*|[ \t]+---)[ \t]*(?:\n|$))/, message: 'The line after the front matter is not of three hyphens, so that all is taken for text.', remedy: 'Write --- in its place, at the beginning of the line.' },
  { begins: /^(?=---[ \t]*\n)/, message: 'The front matter is not closed, so that it is taken for text.', remedy: 'Write a line --- after its last field.' },
  { begins: /^\s*(?=\+\+\+[ \t]*\n)/, message: 'The front matter is written in TOML, between lines of +++.', remedy: WRITE },
  { begins: /^\s*(?=\{\s*")/, message: 'The front matter is written in JSON.', remedy: WRITE },
  { begins: /^\s*(?=```+ *ya?ml)/, message: 'The front matter stands between the signs of a block of code.', remedy: 'Write --- in place of both lines of ```.' },
  { begins: /^\s*(?=<!--)/, message: 'A comment stands at the top of the file, where the front matter belongs.', remedy: 'Put the comment below the front matter.' },
  { begins: /^\s*(?=title[ \t]*:)/i, message: 'The line --- before the front matter is missing, so that it is taken for text.', remedy: 'Write a line --- before it, and one after its last field.' },
  { begins: /^\s*(?=% )/, message: 'The title stands here as Pandoc writes it, after the sign %.', remedy: WRITE },
] // prettier-ignore

/** The Failure of a document without front matter: what stands in its place, if it was meant as one. */
export function missingFrontMatter(source: string, file: string): Failure {
  const cause = CAUSES.find(({ begins }) => begins.test(source))
  const before = cause ? cause.begins.exec(source)![0] : ''
  const line = before.split('\n').length
  return failure({
    rule: 'front-matter',
    file,
    position: { line, column: 1 },
    message: cause?.message ?? 'The document does not begin with its front matter, the lines that name its title and date.',
    found: cause ? shown(source.split('\n')[line - 1]!.trim() || 'an empty line') : 'text',
    expected: EXPECTED,
    remedy: cause?.remedy ?? 'Add the front matter at the top of the file.',
  })
}
