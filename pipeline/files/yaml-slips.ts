import { shown } from './identifier.ts'

/** A YAML error in plain words. `line` counts from 0. */
export interface YamlSlip {
  readonly line: number
  readonly message: string
  readonly expected?: string
  readonly remedy: string
}

/** A line such as `title: A report`, also in a list. */
const FIELD = /^(\s*(?:-\s+)?[^\s:#"'[{-][^:#]*):[ \t]+(.*?)\s*$/
/** A bracket without its partner on the line. */
const OPEN = /^\[[^\]]*$|^\{[^}]*$/
const UNCLOSED = /^(?:"(?:[^"\\]|\\.)*|'[^']*)$/

/** Reasons why a text cannot stand unquoted after its field name. The first match applies. */
const CAUSES: readonly (readonly [value: RegExp, message: string])[] = [
  [UNCLOSED, 'the quotation mark at the beginning of this text is not closed.'],
  [/^"|^'/, 'this text goes on after its quotation mark is closed.'],
  [/^[@`%,\]}|>?]|^[-:](?:\s|$)/, 'a text cannot begin with this sign unless it is in quotation marks.'],
  [OPEN, 'the bracket at the beginning is not closed.'],
  [/^[[{]/, 'a text cannot begin with a bracket unless it is in quotation marks.'],
  [/^[*&!]/, 'a text cannot begin with *, & or ! unless it is in quotation marks.'],
  [/:(?:\s|$)/, 'a second colon stands in this line.'],
]

/**
 * Explains a YAML syntax error.
 * @param at the line where the parser stopped, counted from 0
 */
export function explainYaml(text: string, at: number): YamlSlip {
  const lines = text.split('\n')
  const isHere = (line: number): boolean => CAUSES.some(([value]) => value.test(FIELD.exec(lines[line] ?? '')?.[2] ?? ''))
  const unclosed = lines.findIndex((line) => UNCLOSED.test(FIELD.exec(line)?.[2] ?? ''))
  const line = unclosed >= 0 && unclosed <= at ? unclosed : isHere(at) || !isHere(at - 1) ? at : at - 1
  const own = lines[line] ?? ''
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(lines[at] ?? '') || /^---(?:\s|$)/.test(lines[at + 1] ?? ''))
    return {
      line: /^---(?:\s|$)/.test(lines[at + 1] ?? '') ? at + 1 : at,
      message: 'a second file begins here, in the midst of this one.',
      expected: 'no line --- or ... between the fields',
      remedy: 'Remove this line; where the fields after it stand twice, remove them too.',
    }
  const [, name, value] = FIELD.exec(own) ?? []
  const cause = value === undefined ? undefined : CAUSES.find(([begins]) => begins.test(value))
  if (cause && OPEN.test(value!))
    return {
      line,
      message: cause[1],
      expected: value!.startsWith('[') ? `${name!.trim()}: ${shown(value!)}]` : `${name!.trim()}: ${shown(value!)} }`,
      remedy: 'Close the bracket where the list or group ends. If it belongs to a text, put the whole text in "double quotes".',
    }
  if (cause)
    return {
      line,
      message: cause[1],
      expected: `${name!.trim()}: ${quoted(value!)}`,
      remedy: 'Put the whole text in "double quotes", as shown.',
    }
  if (own.includes('\t') && /^[ ]*\t/.test(own)) return { line, message: 'a tab stands before the text.', remedy: 'Indent by spaces.' }
  const heading = lines.slice(0, line + 1).findIndex((each, index) => /^#{1,6}\s/.test(each) || (each.trim() === '' && index > 0))
  if (heading > 0 && value === undefined)
    return {
      line: heading,
      message: 'the fields end here, but no line --- closes them.',
      expected: 'a line --- after the last field',
      remedy: 'Write --- on a line of its own between the fields and the text.',
    }
  const slip = /^\s*([\p{L}_]+)\s*(?::(?=\S)|[=：]|:\u00A0)\s*(.*)$/u.exec(own)
  if (slip)
    return {
      line,
      message: 'no colon and space stand after the name of the field.',
      expected: `${slip[1]!}: ${slip[2]!}`,
      remedy: 'Write a colon and a space after the name.',
    }
  const next = lines[line + 1] ?? ''
  const isNext = value !== undefined && /^\s/.test(next) && FIELD.test(next)
  if (isNext || /^\s/.test(own) || /^\s/.test(lines[line - 1] ?? ''))
    return {
      line: isNext ? line + 1 : line,
      message: 'this line is indented otherwise than its neighbours.',
      remedy: 'Let all fields of one group begin at the same distance from the left, by spaces.',
    }
  return {
    line,
    message: 'this line is no field: it has no name and colon at its beginning.',
    remedy: 'If it goes on with the text of the line above, indent it by two spaces; else write its name and a colon before it.',
  }
}

/** A text in double quotes, instead of any quotes around it. */
export function quoted(text: string): string {
  const bare = text.replace(/^(["'])(.*)\1$/, '$2').replace(/^["'](?=[^"']*$)/, '')
  return `"${shown(bare).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
