import { visible } from '../files/visible.ts'
import { writeLine } from './streams.ts'

/**
 * Texts that GitHub Actions or Azure Pipelines would execute: `::` at the start of a line, after any spaces, and `##[` and
 * `##vso[` anywhere (actions/runner, ActionCommand.cs). A document’s text must not be a command.
 */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/^(\s*):(?=:)/gm, '$1: '],
  [/##(?=\[|vso\[)/g, '# #'],
]

/** Prints text. Its own lines and columns stay; control characters in its texts are made visible. */
export function say(text: string): void {
  writeLine('stdout', harmless(text))
}

/** Prints text to standard error. */
export function complain(text: string): void {
  writeLine('stderr', harmless(text))
}

/** Prints data as JSON, for another program. */
export function sayData(data: unknown): void {
  writeLine('stdout', escapedJson(JSON.stringify(data, null, 2)))
}

/** Prints commands for a CI runner, one on a line. Their texts are already escaped. */
export function sayCommands(lines: readonly string[]): void {
  for (const line of lines) writeLine('stdout', visible(line))
}

/** Makes a text harmless for terminals and CI runners. Lines and tabs stay. */
export function harmless(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t').map(visible).join('\t'))
  return COMMANDS.reduce((said, [command, instead]) => said.replaceAll(command, instead), lines.join('\n'))
}

/** Escapes characters in JSON that a terminal or CI runner would act on. */
function escapedJson(json: string): string {
  return json
    .replaceAll(
      /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll(/##(?=\[|vso\[)/g, String.raw`#\u0023`)
}
