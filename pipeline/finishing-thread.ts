/** Finishes prints in a thread of its own, and holds each against the rules of `verify`, which shares nothing with what made it. */
import { conform } from './pdf/conform/conform.ts'
import type { FinishingFunctions, Print } from './pdf/finishing.ts'
import { MOST_CHARACTERS } from './pdf/page-ends.ts'
import { serveThread } from './pdf/thread.ts'
import { Unprintable } from './pdf/unprintable.ts'
import { lacksOf } from './verify/verify-pdf.ts'

const REMEDY =
  'This is a fault of this program, which these words bring out: put them in another way, or leave out what is unusual in them, and build again. With --format html the web page is published without the PDF.'

/**
 * Longer prints are looked at by `verify` alone: there it takes as long as all else that is done after the print. What rests on
 * a single text, its glyphs and its words, is held by `conform` itself, however long a print is.
 */
async function refuseLacking(pdf: Uint8Array, texts: readonly string[]): Promise<void> {
  if (texts.join('').length > MOST_CHARACTERS) return
  const lacks = await lacksOf(pdf)
  if (lacks.length === 0) return
  const told = lacks.map(({ rule, found, expected, words }) => {
    const where = words === undefined ? '' : ` at “${words}”`
    return `${rule}${where}: ${found}; expected is ${expected}`
  })
  throw new Unprintable(
    `The PDF would not conform. ${told.join('. ')}.`,
    lacks.flatMap(({ words }) => words ?? []),
    REMEDY,
  )
}

const functions: FinishingFunctions = {
  conform: async ({ bytes, preparation, date }: Print) => {
    const pdf = new Uint8Array(await conform(bytes, preparation, date))
    await refuseLacking(pdf, preparation.texts)
    return pdf
  },
}

serveThread(functions)
