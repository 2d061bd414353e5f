/** The thread that finishes PDFs and verifies each by the rules of `verify`, which shares no code with what made it. */
import type { FinishingFunctions } from '../pdf/finishing.ts'
import { serveThread } from '../pdf/thread.ts'
import { Unprintable } from '../pdf/unprintable.ts'
import { loadLibrariesWhole } from './one-file.ts'

loadLibrariesWhole()
const [{ conform }, { lacksOf }] = await Promise.all([import('../pdf/conform/conform.ts'), import('../verify/verify-pdf.ts')])

const REMEDY =
  'This is a fault of this program, which these words bring out: put them in another way, or leave out what is unusual in them, and build again. With --format html the web page is published without the PDF.'

const functions: FinishingFunctions = {
  conform: async ({ bytes, preparation, date }) => new Uint8Array(await conform(bytes, preparation, date)),
  refuseLacking: async (pdf) => {
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
  },
}

serveThread(functions)
