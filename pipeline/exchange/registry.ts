import type { Format } from './format.ts'
import { po } from './po.ts'

/** The formats, by the name on the command line. */
export const EXCHANGE_FORMATS: Readonly<Record<string, Format>> = { po }
