import type { Heading, Paragraph, PhrasingContent, TableCell } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { wording } from '../../wording.ts'
import type { Slip } from './slip.ts'
import { shownTyped } from './typed.ts'

/** Marks of emphasis that act on other words than they were typed for. */
export function* emphasisSlips({ children }: Paragraph | Heading | TableCell, source: string): Generator<Slip> {
  for (const child of children) {
    if (child.type !== 'emphasis' && child.type !== 'strong') continue
    const [start, end] = [child.position?.start.offset, child.position?.end.offset]
    if (start === undefined || end === undefined) continue
    const [own, before, after] = [source.slice(start, end), source.slice(Math.max(0, start - 1), start), source.slice(end, end + 12)]
    if (child.type === 'emphasis' && child.children[0]?.type === 'emphasis' && own.startsWith('**'))
      yield {
        offset: start,
        sure: false,
        message: 'These asterisks cross each other: what was to be strong comes out as emphasis.',
        found: own.slice(0, 60),
        expected: '**strong *and emphasized* within** it',
        remedy: 'Close the inner pair before the outer one.',
      }
    const isRoom = /^_{2,}[^_\p{L}\p{N}]+_{2,}$/u.test(own)
    if (isRoom)
      yield {
        offset: start,
        sure: true,
        message: 'These underscores are meant as room to write in, and are taken for marks of strong text: they are not printed.',
        found: before + own,
        expected: own.replaceAll('_', '\\_'),
        remedy: 'Write a backslash before each underscore, or dots in their place.',
      }
    if (!isRoom && child.type === 'strong' && hasStrong(child.children))
      yield {
        offset: start,
        sure: true,
        message: 'These pairs of asterisks are taken in another order than they were typed in: other words come out strong.',
        found: own.slice(0, 60),
        expected: '**Note:** The text, with a space between the closing ** and the next word',
        remedy:
          'Write a space after each closing **; where no space belongs there, move a full stop, a colon or a bracket out of the pair.',
      }
    const name = nameIn(own, before, after, source)
    if (name)
      yield {
        offset: start,
        sure: name.isSure,
        message: 'The underscores of this name are taken for marks of emphasis, and are not printed.',
        found: name.whole,
        expected: wording`\`${{ name: name.whole }}\``,
        remedy: 'Write the sign ` before the name and after it, as for all names of files and of programs.',
      }
    const isWithin = child.type === 'emphasis' && own.startsWith('*') && /^[\p{L}\p{N}]{2}$/u.test(before + after.slice(0, 1))
    // “Teilnehmer*innen und Lehrer*innen”; nobody stresses the end of one word and the beginning of another.
    if (isWithin && /[\p{L}\p{N}]\s|\s[\p{L}\p{N}]/u.test(own))
      yield {
        offset: start,
        sure: false,
        message: 'These asterisks are taken for emphasis, and none of them is printed.',
        found: before + own + after.slice(0, 1),
        expected: '\\* for the sign itself; × for a product',
        remedy: 'Write a backslash before each asterisk, or × with spaces around it.',
      }
    else if (isWithin && /^\*[\p{L}\p{N}.]{1,3}\*$/u.test(own))
      yield {
        offset: start,
        sure: false,
        message: 'These asterisks are taken for emphasis, and none of them is printed.',
        found: before + own + after.slice(0, 1),
        expected: wording`${{ sum: (before + own + after.slice(0, 1)).replaceAll('*', ' × ') }}; or \\* for the sign itself`,
        remedy: 'Write × with spaces around it, or a backslash before each asterisk.',
      }
  }
}

/** A word between underscores, to which letters are attached: _Guardian_s. Of names that programs have, a letter beyond ASCII or a capital alone tells it. */
const ATTACHED = /(?<![\p{L}\p{N}_./$@\uFFFC-])_(?=[^_\n\r]*[^\x00-\x7F_]|\p{Lu}\p{Ll}+_\p{Ll}{1,3}(?!\p{L}))\p{L}+_\p{L}[\p{L}’'-]*/gu
/** The same for words in small letters, which are names of programs as well. */
const ATTACHED_PLAIN = /(?<![\p{L}\p{N}_./$@\uFFFC-])(?:_\p{Ll}{2,30}_\p{Ll}{1,20}|\p{Ll}{1,20}_\p{Ll}{2,30}_)(?![\p{L}\p{N}_(])/gu
/** What a document of programs has elsewhere: code, names with underscores, calls. */
const PROGRAMS = /`|(?<!\w)[A-Za-z]\w*_\w*[A-Za-z\d](?!\w)|_\w+\.[a-z]|\w\(\)|::|^(?: {4}|\t)\S/m

/** True for a document in which names of programs stand. */
export function hasPrograms(source: string): boolean {
  return PROGRAMS.test(source)
}

/** Underscores of which one stands within a word, so that neither acts (CommonMark 0.31, 6.2). `text` is as `typedText` gives it. */
export function attachedSlips(text: string, isOfPrograms: boolean): Slip[] {
  if (!text.includes('_')) return []
  const found = [...text.matchAll(ATTACHED), ...(isOfPrograms ? [] : text.matchAll(ATTACHED_PLAIN))]
  return found.map(({ 0: own, index }) => ({
    offset: index,
    sure: false,
    message: 'Underscores within a word make no emphasis: the reader would see them.',
    found: shownTyped(own),
    expected: wording`${{ stressed: own.replaceAll('_', '*') }}`,
    remedy: 'Write an asterisk in the place of each underscore, or a space after the second one; around a name of a program write `.',
  }))
}

/** True for strong text within strong text, which nobody means. */
function hasStrong(children: readonly PhrasingContent[]): boolean {
  return children.some((child) => child.type === 'strong' && toString(child) !== '')
}

/** Names between two underscores and two that programs have, and that are no words of a text. */
const KNOWN =
  /^__(?:init|dict|repr|str|pycache|proto|dirname|filename|getitem|setitem|getattr|setattr|getattribute|iter|len|eq|hash|enter|exit|slots|builtins|tests|mocks|snapshots|fixtures|construct|destruct|tostring|typename|webpack_\w+|mod__)__$/i
/** Names of Python that are words as well. */
const PYTHON = /^__(?:main|name|all|file|call|new|del|doc|version|class|next|future|add|contains|format)__$/
const IS_PYTHON = /__init__|\.py\b|python/i
/** What stands right after a name and belongs to it: the ending of a file, the brackets of a call. */
const ENDING = /^(?:\.[a-z]{1,4}(?![\p{L}\p{N}])|\(\))/u
/** The next part of a name, and of a path. */
const [MEMBER, FURTHER] = [/^::\w/, /^\/[\p{L}\d_]/u]

/** The name of a file or a program that is read as emphasis: `__init__.py`, `__dirname`. */
function nameIn(
  own: string,
  before: string,
  after: string,
  source: string,
): { readonly whole: string; readonly isSure: boolean } | undefined {
  if (!/^(_{1,2})[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)*\1$/.test(own)) return undefined
  const isSure = KNOWN.test(own) || ((ENDING.test(after) || MEMBER.test(after)) && /^$|[\s([“"'/.]/.test(before))
  if (!isSure && !FURTHER.test(after) && !/[./$@]/.test(before) && !(PYTHON.test(own) && IS_PYTHON.test(source))) return undefined
  return { whole: own + (ENDING.exec(after)?.[0] ?? ''), isSure }
}
