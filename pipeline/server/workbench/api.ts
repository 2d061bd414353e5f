import { Hono } from 'hono'
import * as v from 'valibot'
import type { Review } from '../../catalog/ledger.ts'
import { today } from '../../project/today.ts'
import { SEGMENT, SHEET, addressed, segment, tagOf } from './addressed.ts'
import { confirmRow, save } from './changes.ts'
import type { Desk } from './desk.ts'
import type { Journal } from './journal.ts'
import { personIn } from './person.ts'
import { nowhere } from './problem-details.ts'
import { bodyOf } from './request-body.ts'
import { progressOf } from './rows.ts'
import { rowJson, rowView } from './views.ts'

const saved = v.object({ text: v.string() })

/** What a page, or a test, asks and changes. @param openDesk looks at the publication anew */
export function api(openDesk: () => Promise<Desk>, journal: Journal): Hono {
  const app = new Hono()

  const { placeOf, withRow, changing } = addressed(openDesk)
  const confirming = (reviewOf: (by: string | undefined) => Review | undefined) =>
    changing((context, { desk, tag, id }, row) => {
      const by = personIn(context)
      return confirmRow(desk.publication, { tag, id, row }, reviewOf(by), { journal, by })
    })

  app.get('/status', async () => {
    const desk = await openDesk()
    const surveyed = await Promise.all(
      desk.tags.map(async (tag) => {
        const documents: Record<string, object> = {}
        for (const id of desk.ids) {
          const rows = await desk.rows(id, tag)
          if (rows.length > 0) documents[id] = progressOf(rows, desk.gateOf(tag))
        }
        return [tag, documents] as const
      }),
    )
    return Response.json(Object.fromEntries(surveyed.filter(([, documents]) => Object.keys(documents).length > 0)))
  })
  app.get(`${SHEET}/segments`, async (context) => {
    const place = await placeOf(context)
    if (!place) return nowhere()
    const { desk, id, tag } = place
    const rows = await desk.rows(id, tag)
    if (rows.length === 0) return nowhere()
    return Response.json(rows.map((row) => ({ ...rowJson(row), etag: tagOf(row), mark: rowView(row, desk, tag).mark })))
  })
  app.get(SEGMENT, (context) => withRow(context, (_, row) => segment(row)))
  app.put(
    SEGMENT,
    changing(async (context, { desk, tag, id }, row) => {
      const body = await bodyOf(context, saved)
      if (body instanceof Response) return body
      const text = body.text.trim() === '' ? '' : body.text
      // What is sent as it stands answers no other source for it.
      if (text === row.text) return 'made'
      return save(desk, { tag, id, row }, { text, basis: row.source }, { journal, by: personIn(context) })
    }),
  )
  app.post(`${SEGMENT}/accept`, confirming(() => undefined)) // prettier-ignore
  app.post(`${SEGMENT}/review`, confirming((by) => ({ by, on: today() }))) // prettier-ignore
  app.all('*', () => nowhere())
  return app
}
