import { Hono } from 'hono'
import * as v from 'valibot'
import { SEGMENT, SHEET, addressed } from './addressed.ts'
import { differenceOf } from '../../compare/difference.ts'
import { mergeOf } from '../../compare/merge.ts'
import type { Desk } from './desk.ts'
import { nowhere, problemJson } from './problem-details.ts'
import { bodyOf } from './request-body.ts'
import { shownText } from './shown.ts'
import { derivedTexts } from './views.ts'

const checked = v.object({ key: v.string(), text: v.string(), base: v.optional(v.string()) })

/** What a page asks while somebody types: it changes nothing. @param glance gives the publication as it was a moment ago */
export function typingApi(glance: () => Promise<Desk>): Hono {
  const app = new Hono()
  const { placeOf, rowOf, withRow } = addressed(glance)
  app.get(`${SEGMENT}/suggestions`, (context) =>
    withRow(context, async ({ desk, id, tag }, row) => Response.json(await desk.suggest(tag, row, id))),
  )
  app.post(`${SHEET}/check`, async (context) => {
    const place = await placeOf(context)
    if (!place) return nowhere()
    const body = await bodyOf(context, checked)
    if (body instanceof Response) return body
    const { desk, id, tag } = place
    const row = await rowOf(place, body.key)
    if (!row) return nowhere()
    const problems = await desk.check(id, tag, body.key, body.text)
    return Response.json({
      problems: problems.map((each) => problemJson(each, desk.wordingsOf(tag))),
      derived: derivedTexts(desk.publication, tag, body.text),
      terms: await desk.terms(id, tag, body.key, body.text),
      /** From what is typed to what is saved. */
      other: differenceOf(body.text, row.text),
      /** Of both, made from the text that the page had read. */
      merged: body.base === undefined ? undefined : mergeOf(body.base, row.text, body.text),
      html: await shownText(desk, tag, id, body.key, body.text),
    })
  })
  app.get(`${SEGMENT}/terms`, (context) =>
    withRow(context, async ({ desk, id, tag }, row) => Response.json(await desk.terms(id, tag, row.key, row.text))),
  )
  return app
}
