import type { Format } from './format.ts'
import { po } from './po.ts'
import { xliff1 } from './xliff-1.ts'
import { xliff2 } from './xliff-2.ts'

/** The formats, by the name on the command line. */
export const EXCHANGE_FORMATS: Readonly<Record<string, Format>> = { po, xliff: xliff1, xliff2 }
