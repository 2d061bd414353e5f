import { Hono } from 'hono'
import * as v from 'valibot'
import { UNKNOWN } from '../../catalog/ledger.ts'
import { SEGMENT, addressed, type Place } from './addressed.ts'
import { save } from './changes.ts'
import type { Desk } from './desk.ts'
import { historyOf, lastChange } from './history.ts'
import type { Journal } from './journal.ts'
import { personIn } from './person.ts'
import { NOTHING_TO_UNDO, refuse } from './problem-details.ts'
import { bodyOf } from './request-body.ts'
import type { Row } from './rows.ts'

const restored = v.object({ text: v.string() })

/** Former texts, and their return. */
export function historyApi(openDesk: () => Promise<Desk>, journal: Journal): Hono {
  const app = new Hono()
  const { withRow, changing } = addressed(openDesk)
  const formerOf = async ({ desk, tag, id }: Place, row: Row) => historyOf(desk.publication, journal, { tag, id, row, ledger: await desk.ledger(id, tag) }) // prettier-ignore

  app.get(`${SEGMENT}/history`, (context) => withRow(context, async (place, row) => Response.json(await formerOf(place, row))))
  app.post(
    `${SEGMENT}/restore`,
    changing(async (context, place, row) => {
      const body = await bodyOf(context, restored)
      if (body instanceof Response) return body
      const former = (await formerOf(place, row)).find(({ text }) => text === body.text)
      if (!former) return refuse(409, 'This text never stood here.', 'Read the history anew.')
      return save(place.desk, { ...place, row }, former, { journal, by: personIn(context) })
    }),
  )
  app.post(
    `${SEGMENT}/undo`,
    changing(async (context, place, row) => {
      const last = await lastChange(journal, place.tag, place.id, row)
      if (!last)
        return refuse(
          409,
          'There is nothing to take back here.',
          'The text was changed elsewhere since, or never in the workbench.',
          NOTHING_TO_UNDO,
        )
      // Of a text that was confirmed, nobody may have known what it answered.
      const { basis = last.after.text === last.before.text ? UNKNOWN : undefined, ...before } = last.before
      return save(place.desk, { ...place, row }, { ...before, basis }, { journal, by: personIn(context) })
    }),
  )
  return app
}
