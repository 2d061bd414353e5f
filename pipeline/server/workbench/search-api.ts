import { Hono } from 'hono'
import * as v from 'valibot'
import type { Desk } from './desk.ts'
import { CHANGED_MEANWHILE, nowhere, refuse } from './problem-details.ts'
import { proposalsFor, type Stepped, type Steps } from './replacing.ts'
import { bodyOf } from './request-body.ts'
import { search } from './search.ts'

const wanted = {
  tag: v.string(),
  find: v.pipe(v.string(), v.trim(), v.nonEmpty('Say what is to be found.'), v.maxLength(200)),
  put: v.pipe(v.string(), v.trim(), v.nonEmpty('Say what is to stand in its place.'), v.maxLength(200)),
  document: v.optional(v.string()),
}
const chosen = v.object({ document: v.string(), key: v.string(), version: v.string(), after: v.pipe(v.string(), v.check((text) => text.trim() !== '', 'An empty text is not saved.')) }) // prettier-ignore
const replacing = v.variant('dryRun', [
  v.object({ ...wanted, dryRun: v.literal(true) }),
  v.object({ tag: v.string(), changes: v.pipe(v.array(chosen), v.minLength(1, 'Choose a text.')), dryRun: v.literal(false) }),
])
const undoing = v.union([v.object({ step: v.number() }), v.object({ imported: v.string() })])

/** Longest query: no word or phrase is longer. */
const LONGEST = 200

/**
 * Searches all texts of the publication, and replaces in them. `GET /search?q=&tag=`; `POST /replace` with `dryRun: true` answers
 * every change that would be, and with `dryRun: false` makes those that a person has looked at, as one step; `POST /undo` takes it back, or the last import
 * of a language.
 */
export function searchApi(openDesk: () => Promise<Desk>, steps: Steps): Hono {
  const app = new Hono()
  app.get('/search', async (context) => {
    const { q = '', tag } = context.req.query()
    if (q.trim() === '' || q.length > LONGEST) return refuse(400, 'Say what is to be found.')
    const desk = await openDesk()
    if (tag !== undefined && !desk.tags.includes(tag)) return nowhere()
    return Response.json(search(await desk.gather(), tag === undefined ? desk.tags : [tag], q))
  })
  app.post('/replace', async (context) => {
    const body = await bodyOf(context, replacing)
    if (body instanceof Response) return body
    const desk = await openDesk()
    if (!desk.tags.includes(body.tag)) return nowhere()
    const all = await desk.gather()
    if (body.dryRun) return Response.json({ changes: proposalsFor(all, body) })
    const ids = new Set(desk.ids)
    if (body.changes.some(({ document }) => !ids.has(document))) return nowhere()
    return answer(await steps.replace(desk.publication, all, body.tag, body.changes))
  })
  app.post('/undo', async (context) => {
    const body = await bodyOf(context, undoing)
    if (body instanceof Response) return body
    const { publication } = await openDesk()
    const stepped = await ('step' in body ? steps.undo(publication, body.step) : steps.undoImport(publication, body.imported))
    return stepped ? answer(stepped) : nowhere()
  })
  return app
}

function answer(stepped: Stepped): Response {
  if (stepped.kind === 'conflict')
    return refuse(412, 'Other texts were saved meanwhile. Nothing was changed.', undefined, {
      ...CHANGED_MEANWHILE,
      conflicts: stepped.keys,
    })
  const { id, edits } = stepped.step
  return Response.json({ step: id, changed: edits.reduce((count, { changes }) => count + changes.length, 0) })
}
