import { isDeepStrictEqual } from 'node:util'
import type { ExchangedTexts, Unit } from '../model/exchange.ts'
import { Failure, problem } from '../problem.ts'
import type { Format } from './format.ts'

/**
 * Writes texts for a translator’s tool, and reads them back: what would not return the same is not sent out.
 * @throws Failure with every text that the format cannot carry
 */
export function writeExchanged(format: Format, texts: ExchangedTexts, file: string): string {
  const lost = lostUnits(format, texts, file)
  if (lost.length === 0) return format.write(texts)
  throw new Failure(
    ...lost.map(({ key, source, place }) =>
      problem({
        rule: 'exchange',
        file: place?.file ?? file,
        position: place && { line: place.line, column: place.column },
        message: `The text “${key}” cannot be written as ${format.name}, or would come back changed.`,
        found: source,
        expected: 'letters and signs, and no control characters',
        remedy: 'Remove the sign that no editor shows from the text or its translation, or choose another format.',
      }),
    ),
  )
}

function lostUnits(format: Format, texts: ExchangedTexts, file: string): readonly Unit[] {
  const returned = returnedUnits(format, texts, file)
  if (returned) return texts.units.filter((unit, at) => !isAlike(unit, returned[at]))
  // The format refuses what it wrote: each text is tried by itself.
  return texts.units.filter((unit) => !isAlike(unit, returnedUnits(format, { ...texts, units: [unit] }, file)?.[0]))
}

function returnedUnits(format: Format, texts: ExchangedTexts, file: string): readonly Unit[] | undefined {
  try {
    const bytes = new TextEncoder().encode(format.write(texts))
    return format.read(new TextDecoder().decode(bytes), file).flatMap(({ units }) => units)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** What an import goes by. */
function isAlike(sent: Unit, returned: Unit | undefined): boolean {
  if (!returned) return false
  const facts = ({ key, source, text, basis, exported }: Unit): object => ({ key, source, text, basis, exported })
  const isStale = (unit: Unit): boolean => unit.state === 'stale'
  return isDeepStrictEqual(facts(sent), facts(returned)) && isStale(sent) === isStale(returned)
}
