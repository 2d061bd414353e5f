import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Review } from '../../catalog/ledger.ts'
import { today } from '../../project/today.ts'
import type { Tag } from '../../model/language.ts'
import { confirmRow, save, type Made } from './changes.ts'
import type { Desk } from './desk.ts'
import { nowhere, problemJson, refuse } from './problem-details.ts'
import { bodyOf } from './request-body.ts'
import { progressOf, type Row } from './rows.ts'
import { derivedTexts, rowJson, rowView } from './views.ts'

/** Below which a document’s texts in one language are asked for. */
const SHEET = '/editions/:tag/documents/:id'
const SEGMENT = `${SHEET}/segments/:key`

const saved = v.object({ text: v.string() })
const checked = v.object({ key: v.string(), text: v.string() })

/** A document in a language, and a segment of it. */
interface Place {
  readonly desk: Desk
  readonly tag: Tag
  readonly id: string
}

/** What a page, or a test, asks and changes. @param openDesk looks at the publication anew */
export function api(openDesk: () => Promise<Desk>): Hono {
  const app = new Hono()

  const placeOf = async (context: Context): Promise<Place | undefined> => {
    const desk = await openDesk()
    const { tag = '', id = '' } = context.req.param() as Record<string, string>
    return desk.tags.includes(tag) && desk.ids.includes(id) ? { desk, tag, id } : undefined
  }
  const rowOf = async ({ desk, id, tag }: Place, key: string | undefined): Promise<Row | undefined> =>
    (await desk.rows(id, tag)).find((row) => row.key === key)
  const withRow = async (context: Context, answer: (place: Place, row: Row) => Promise<Response> | Response): Promise<Response> => {
    const place = await placeOf(context)
    const row = place && (await rowOf(place, context.req.param('key')))
    return place && row ? answer(place, row) : nowhere()
  }
  /** A change of a text that its asker has before them as it is; another is told. */
  const changing = (make: (context: Context, place: Place, row: Row) => Promise<Made | Response>) => (context: Context) =>
    withRow(context, async (place, row) => {
      const seen = context.req.header('if-match')
      if (seen === undefined) return refuse(428, 'Say which text you change.', 'Send the ETag of the segment, as it was read, as If-Match.')
      const made = seen === tagOf(row) ? await make(context, place, row) : 'conflict'
      if (made instanceof Response) return made
      // The publication as it is after the change.
      const after = { ...place, desk: await openDesk() }
      const present = await rowOf(after, row.key)
      if (!present) return nowhere()
      if (made === 'made') return segment(present)
      return refuse(412, 'Another text was saved meanwhile, or the source was edited.', undefined, { present: { ...rowJson(present), etag: tagOf(present) } }) // prettier-ignore
    })
  const confirming = (reviewOf: () => Review | undefined) =>
    changing((_, { desk, tag, id }, row) => confirmRow(desk.publication, { tag, id, row }, reviewOf()))

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
    return Response.json(
      rows.map((row) => ({ ...rowJson(row), etag: tagOf(row), mark: rowView(row, desk.gateOf(tag), desk.publication, tag).mark })),
    )
  })
  app.get(SEGMENT, (context) => withRow(context, (_, row) => segment(row)))
  app.put(
    SEGMENT,
    changing(async (context, { desk, tag, id }, row) => {
      const body = await bodyOf(context, saved)
      if (body instanceof Response) return body
      // What was taken away would come back: its source is there.
      if (body.text.trim() === '') return refuse(422, 'An empty text is not saved.')
      return save(desk.publication, { tag, id, row }, body.text)
    }),
  )
  app.post(`${SEGMENT}/accept`, confirming(() => undefined)) // prettier-ignore
  app.post(`${SEGMENT}/review`, confirming(() => ({ on: today() }))) // prettier-ignore
  app.get(`${SEGMENT}/suggestions`, (context) =>
    withRow(context, async ({ desk, id, tag }, row) => Response.json(await desk.suggest(tag, row, id))),
  )
  app.post(`${SHEET}/check`, async (context) => {
    const place = await placeOf(context)
    if (!place) return nowhere()
    const body = await bodyOf(context, checked)
    if (body instanceof Response) return body
    const { desk, id, tag } = place
    if (!(await rowOf(place, body.key))) return nowhere()
    const problems = await desk.check(id, tag, body.key, body.text)
    return Response.json({ problems: problems.map(problemJson), derived: derivedTexts(desk.publication, tag, body.text) })
  })
  app.all('*', () => nowhere())
  return app
}

function segment(row: Row): Response {
  return Response.json(rowJson(row), { headers: { ETag: tagOf(row) } })
}

function tagOf({ version }: Row): string {
  return `"${version}"`
}
