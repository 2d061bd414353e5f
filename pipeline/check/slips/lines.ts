import { BACKSLASH, DEEPER, FENCE, LINES, LONE_LINES, UNDERLINED } from './line-rows.ts'
import { linesOf, slip, type Line, type LineSlip } from './line.ts'
import { runSlips } from './runs.ts'
import { tableSlips } from './tables.ts'
import { togetherSlips } from './together.ts'
import { shownTyped } from './typed.ts'

/** The slips in a paragraph that show at the beginning or the end of its lines. `text` is as `typedText` gives it. */
export function* lineSlips(text: string): Generator<LineSlip> {
  const lines = linesOf(text)
  let isTold = false
  for (const each of markedLineSlips(text, lines)) {
    isTold = true
    yield each
  }
  if (!isTold) yield* togetherSlips(lines, text)
}

function* markedLineSlips(text: string, lines: readonly Line[]): Generator<LineSlip> {
  yield* tableSlips(lines)
  for (const { begins, least, alone, isDoubtful, saying } of LINES) {
    const found = lines.filter((line) => begins.test(line.text))
    const first = found[0]
    // Lines that begin anew on the page do not run together.
    const isSure = !isDoubtful && found.length >= least && (least === 1 || found.slice(1).some(({ isOwn }) => !isOwn))
    if (first && (found.length >= least || (alone && first === lines[0]))) yield slip(found, { ...saying, sure: isSure })
  }
  const deeper = lines.slice(1).find((line) => /^\*{2,5}[ \t]+\p{L}/u.test(line.text))
  if (deeper) yield slip([deeper], { ...DEEPER, sure: false })
  const ruled = lines.find((line, index) => index > 0 && /^(["'^+.`:*#])\1{3,}[ \t]*$/u.test(line.text))
  if (ruled) yield slip([ruled], { ...UNDERLINED, sure: false })
  const fences = lines.filter((line) => /^(['"‘’“”´])\1{2}[\w-]*[ \t]*$/u.test(line.text))
  if (fences.length > 1) yield slip(fences, { ...FENCE, sure: false })
  const lone = lines.length === 1 ? LONE_LINES.find(([whole]) => whole.test(lines[0]!.text)) : undefined
  if (lone) yield slip(lines, { ...lone[1], sure: false })
  yield* runSlips(lines)
  const slash = /(?<!\\\S{0,60}|[:\uFFFC])\\(?:[ \t]*$|[ \t]+(?=[\n\r]))/u.exec(text)
  if (slash) yield { offset: slash.index, found: around(text, slash.index), lines: [], ...BACKSLASH, sure: true }
}

function around(text: string, index: number): string {
  return shownTyped(text.slice(Math.max(0, index - 30), index + 2))
}
