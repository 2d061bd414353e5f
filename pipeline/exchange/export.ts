import type { ExchangedTexts } from '../model/exchange.ts'
import { Failure, problem } from '../problem.ts'
import type { Format } from './format.ts'

/** Control characters that XML 1.0 cannot hold (§ 2.2) and other formats garble, and halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u

/**
 * Writes texts for a translator’s tool.
 * @throws Failure with every text that would not come back as it is
 */
export function writeExchanged(format: Format, texts: ExchangedTexts, file: string): string {
  const problems = texts.units.flatMap(({ key, source, text, basis = '', place }) => {
    const [sign] = UNWRITABLE.exec(source) ?? UNWRITABLE.exec(text) ?? UNWRITABLE.exec(basis) ?? []
    if (sign === undefined) return []
    return problem({
      rule: 'exchange',
      file: place?.file ?? file,
      position: place && { line: place.line, column: place.column },
      message: `The text “${key}” or its translation has a sign that no such file can hold.`,
      found: `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}, which no editor shows`,
      expected: 'letters and signs that can be seen',
      remedy: 'Remove the sign: write the words around it anew.',
    })
  })
  if (problems.length > 0) throw new Failure(...problems)
  return format.write(texts)
}
