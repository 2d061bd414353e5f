import type { List, ListItem, Nodes } from 'mdast'
import type { Saying, Slip } from './slip.ts'
import { CONTENTS, PAGED } from './together.ts'

const ALONE = {
  message: 'This number and its full stop make an item of a list of this line.',
  expected: 'a backslash before the full stop, where the number belongs to the sentence: 2026\\. The text.',
  remedy: 'Write a backslash before the full stop, or begin the sentence with another word.',
}
const PLUS = {
  message: 'The + and the space after it make an item of a list of this line, and the sign is not printed.',
  expected: 'no space after the sign: +383 38 221 351',
  remedy: 'Remove the space after the +; for a list, write - in its place.',
}
const MINUS = {
  message: 'The hyphen and the space after it make an item of a list of this line, and the sign is not printed.',
  expected: 'the sign for a number below zero, without a space after it: −5 °C',
  remedy: 'Write − before the number; remove the line, if it is the number of a page.',
}
export const SHALLOW = {
  message:
    'This line begins further to the right than the items before, and is an item of the same list, or of a list of its own: not within the item above.',
  expected: 'the sign as far to the right as the text of the item above',
  remedy: 'Put as many spaces before the sign as it takes to stand under the first letter of the item above; or remove the spaces.',
}
const REMARK = {
  message: 'The * and the space after it make an item of a list of this remark: the sign that refers to it in the text leads to nothing.',
  expected: '\\* and the text; or [^1] in the text, and [^1]: before the remark',
  remedy: 'Write a backslash before the *; or write the remark as a note.',
}
/** A line with one asterisk, right after a word: it refers to a remark. */
const REFERS = /^[^*\n]*[\p{L}\p{N}”")]\*(?=[\s.,;:’)]|$)[^*\n]*$/mu
/** An item with an asterisk. Where others have one, it is the sign of lists. */
const STARRED = /(?<![^\n])\*[ \t]/u
/** A remark stands so near to what refers to it, in characters. */
const NEAR = 4000

const BOX = {
  message:
    'This begins with a box to be ticked, but its signs are not those of one, or no words stand after it: the box would be printed as it is typed.',
  expected: '- [x] done, or - [ ] to do',
  remedy: 'Write [x] or [ ], with one sign or space between the brackets, and a space after them.',
}

const LAZY = {
  message: 'This line follows an item of a list without an empty line, and is taken into the item.',
  expected: 'an empty line after the last item; a line of the item begins as far to the right as its text',
  remedy: 'Put an empty line before it; or two spaces, where it belongs to the item.',
}
/** A shorter line before one that begins with a capital was not broken for want of room. */
const SHORT_LINE = 50

/** Slips of a list, and of the items before which it would have been meant. */
export function* listSlips(list: List, source: string, before: Nodes | undefined): Generator<Slip> {
  const { children } = list
  const first = children[0]!
  const at = (item: ListItem): number => item.position!.start.offset!
  const lineOf = (item: ListItem): string => source.slice(at(item), at(item) + 60).split('\n', 1)[0]!
  const tell = (item: ListItem, saying: Omit<Saying, 'sure'>): Slip => ({ ...saying, sure: false, offset: at(item), found: lineOf(item) })
  if (children.length === 1 && /^\d{4}[.)][ \t]/.test(lineOf(first))) yield tell(first, ALONE)
  if (children.length === 1 && /^\+[ \t]+\(?\d/.test(lineOf(first))) yield tell(first, PLUS)
  if (children.length === 1 && /^-[ \t]+\d+(?:[.,]\d+)?(?:[ \u00A0]?[°%‰€$£](?!\p{L}{2})|[ \t]*-?[ \t]*$)/u.test(lineOf(first)))
    yield tell(first, MINUS)
  const isOnly = children.length === 1 && source.search(STARRED) === at(first) && !STARRED.test(source.slice(at(first) + 1))
  if (isOnly && REFERS.test(source.slice(Math.max(0, at(first) - NEAR), at(first)))) yield tell(first, REMARK)
  const lines = children.map((item) => source.slice(at(item), item.position!.end.offset).split('\n', 1)[0]!)
  if (lines.length > 1 && lines.every((line) => PAGED.test(line)) && (lines.length > 2 || lines.every((line) => line.includes('...'))))
    yield tell(first, CONTENTS)
  const column = first.position!.start.column
  if (!list.ordered) {
    const shallow = children.find(({ position }, index) => index > 0 && position!.start.column === column + 1)
    if (shallow) yield tell(shallow, SHALLOW)
    if (before?.type === 'list' && before.ordered && before.position!.start.column < column && follows(before, list))
      yield tell(first, SHALLOW)
  }
  const last = children.at(-1)!
  const [words, more] = last.children
  if (words?.type === 'paragraph' && more === undefined) {
    const text = source.slice(words.position!.start.offset, words.position!.end.offset)
    const lazy = /\n(?=[“„"«(*_]*\p{Lu})/u.exec(text)
    const line = lazy && text.slice(text.lastIndexOf('\n', lazy.index - 1) + 1, lazy.index)
    if (lazy && line!.length < SHORT_LINE && !/(?:[ ]{2}|\\)$/.test(line!))
      yield {
        ...LAZY,
        sure: false,
        offset: words.position!.start.offset! + lazy.index + 1,
        found: text.slice(lazy.index + 1, lazy.index + 61).split('\n', 1)[0]!,
      }
  }
  for (const item of children) {
    const [paragraph] = item.children
    const text =
      typeof item.checked === 'boolean' || !paragraph
        ? ''
        : source.slice(paragraph.position!.start.offset, paragraph.position!.start.offset! + 8)
    if (/^\[(?:\][ \t]|[ xX]\](?=[\p{L}\d])|[ \t]+[xX]?[ \t]*\][ \t]|[хХ✓✔✗✘√]\][ \t])/u.test(text)) yield tell(item, BOX)
  }
}

/** True if no empty line stands between two blocks. */
function follows(before: Nodes, node: Nodes): boolean {
  return node.position!.start.line === before.position!.end.line + 1
}
