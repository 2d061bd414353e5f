/** Finishes prints in a thread of its own, one after the other: several at a time would take the memory of all. */
import pLimit from 'p-limit'
import type { Print } from '../finishing.ts'
import { serveThread } from '../thread.ts'
import { conform } from './conform.ts'

const turns = pLimit(1)

export const conformInTurn = ({ bytes, preparation, date }: Print): Promise<Uint8Array<ArrayBuffer>> =>
  turns(async () => new Uint8Array(await conform(bytes, preparation, date)))

serveThread({ conformInTurn })
