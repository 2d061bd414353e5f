import { visible } from '../files/visible.ts'
import { writeLine } from './streams.ts'

/**
 * What a runner of GitHub Actions or Azure Pipelines takes as a command: `::` where a line begins, after any spaces, and
 * `##[` and `##vso[` anywhere (actions/runner, ActionCommand.cs). A text of a document is none.
 */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/^(\s*):(?=:)/gm, '$1: '],
  [/##(?=\[|vso\[)/g, '# #'],
]

/** Says something on the terminal. Of the texts in it nothing acts there; its own lines and columns stay. */
export function say(text: string): void {
  writeLine('stdout', harmless(text))
}

/** The same for what went wrong. */
export function complain(text: string): void {
  writeLine('stderr', harmless(text))
}

/** Gives out data as JSON, to be read by another program. */
export function sayData(data: unknown): void {
  writeLine('stdout', escapedJson(JSON.stringify(data, null, 2)))
}

/** Gives out commands for a runner, a line each, whose texts have been escaped as it wants them. */
export function sayCommands(lines: readonly string[]): void {
  for (const line of lines) writeLine('stdout', visible(line))
}

/** A text of several lines whose texts act on no terminal and command no runner. */
export function harmless(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t').map(visible).join('\t'))
  return COMMANDS.reduce((said, [command, instead]) => said.replaceAll(command, instead), lines.join('\n'))
}

/** The same JSON, without the characters that JSON need not escape and a terminal or a runner would take for more. */
function escapedJson(json: string): string {
  return json
    .replaceAll(
      /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll(/##(?=\[|vso\[)/g, String.raw`#\u0023`)
}
