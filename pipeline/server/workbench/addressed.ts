import type { Context } from 'hono'
import type { Tag } from '../../model/language.ts'
import type { Made } from './changes.ts'
import type { Desk } from './desk.ts'
import { nowhere, refuse } from './problem-details.ts'
import type { Row } from './rows.ts'
import { rowJson } from './views.ts'

/** Below which a document’s texts in one language are asked for. */
export const SHEET = '/editions/:tag/documents/:id'
export const SEGMENT = `${SHEET}/segments/:key`

/** A document in a language. */
export interface Place {
  readonly desk: Desk
  readonly tag: Tag
  readonly id: string
}

type Answering = (context: Context) => Promise<Response>

/** Finds what requests name. */
export interface Addressed {
  /** Nothing where there is no such document or language. */
  readonly placeOf: (context: Context) => Promise<Place | undefined>
  readonly rowOf: (place: Place, key: string | undefined) => Promise<Row | undefined>
  readonly withRow: (context: Context, answer: (place: Place, row: Row) => Promise<Response> | Response) => Promise<Response>
  /** A change of a text that its asker has before them as it is; another is told. */
  readonly changing: (make: (context: Context, place: Place, row: Row) => Promise<Made | Response>) => Answering
}

/** @param openDesk looks at the publication anew */
export function addressed(openDesk: () => Promise<Desk>): Addressed {
  const placeOf: Addressed['placeOf'] = async (context) => {
    const desk = await openDesk()
    const { tag = '', id = '' } = context.req.param() as Record<string, string>
    return desk.tags.includes(tag) && desk.ids.includes(id) ? { desk, tag, id } : undefined
  }
  const rowOf: Addressed['rowOf'] = async ({ desk, id, tag }, key) => (key === undefined ? undefined : desk.row(id, tag, key))
  const withRow: Addressed['withRow'] = async (context, answer) => {
    const place = await placeOf(context)
    const row = place && (await rowOf(place, context.req.param('key')))
    return place && row ? answer(place, row) : nowhere()
  }
  return {
    placeOf,
    rowOf,
    withRow,
    changing: (make) => (context) =>
      withRow(context, async (place, row) => {
        const seen = context.req.header('if-match')
        if (seen === undefined)
          return refuse(428, 'Say which text you change.', 'Send the ETag of the segment, as it was read, as If-Match.')
        const made = seen === tagOf(row) ? await make(context, place, row) : 'conflict'
        if (made instanceof Response) return made
        // The publication as it is after the change.
        const present = await rowOf({ ...place, desk: await openDesk() }, row.key)
        if (!present) return nowhere()
        if (made === 'made') return segment(present)
        return refuse(412, 'Another text was saved meanwhile, or the source was edited.', undefined, {
          present: { ...rowJson(present), etag: tagOf(present) },
        })
      }),
  }
}

/** A segment, with the tag by which a change names it. */
export function segment(row: Row): Response {
  return Response.json(rowJson(row), { headers: { ETag: tagOf(row) } })
}

export function tagOf({ version }: Row): string {
  return `"${version}"`
}
