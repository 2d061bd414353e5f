import { Hono, type Context } from 'hono'
import { today } from '../../project/today.ts'
import { SEGMENT, SHEET, addressed } from './addressed.ts'
import type { Claim, Claims } from './claims.ts'
import type { Desk } from './desk.ts'
import { personIn } from './person.ts'
import { nowhere, refuse } from './problem-details.ts'
import { sectionOf } from './rows.ts'

/** Who works on which section. @param tell has the pages look again */
export function claimsApi(openDesk: () => Promise<Desk>, claims: Claims, tell: () => void): Hono {
  const app = new Hono()
  const { placeOf, withRow } = addressed(openDesk)
  const set = (context: Context, claim: Claim | undefined): Promise<Response> =>
    withRow(context, async ({ desk, tag, id }, { key }) => {
      const section = sectionOf(await desk.rows(id, tag), key)
      await claims.set(tag, id, section, claim)
      tell()
      return Response.json({ section, claim: claim ?? null })
    })

  app.get(`${SHEET}/claims`, async (context) => {
    const place = await placeOf(context)
    return place ? Response.json(Object.fromEntries(await claims.of(place.tag, place.id))) : nowhere()
  })
  app.put(`${SEGMENT}/claim`, (context) => {
    const by = personIn(context)
    return by === undefined ? refuse(422, 'Say who you are.', 'Send a name as X-Editions-Name.') : set(context, { by, since: today() })
  })
  app.delete(`${SEGMENT}/claim`, (context) => set(context, undefined))
  return app
}
