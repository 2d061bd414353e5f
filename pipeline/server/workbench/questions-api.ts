import { Hono } from 'hono'
import * as v from 'valibot'
import { ask, reply } from '../../catalog/ask.ts'
import { today } from '../../project/today.ts'
import { SEGMENT, addressed } from './addressed.ts'
import { COMMAND, turns } from './changes.ts'
import type { Desk } from './desk.ts'
import { personIn } from './person.ts'
import { nowhere } from './problem-details.ts'
import { bodyOf } from './request-body.ts'
import { questionJson } from './views.ts'

const LONGEST = 4_000
const written = (name: string) => v.pipe(v.string(name), v.trim(), v.nonEmpty(`${name} is empty`), v.maxLength(LONGEST, `${name} is too long`)) // prettier-ignore
const asked = v.object({ question: written('question') })
const answered = v.object({ answer: written('answer') })

/** Questions about segments, and their answers, which all languages see. */
export function questionsApi(openDesk: () => Promise<Desk>): Hono {
  const app = new Hono()
  const { withRow } = addressed(openDesk)

  app.get(`${SEGMENT}/questions`, (context) => withRow(context, (_, { questions }) => Response.json(questions.map(questionJson))))
  app.post(`${SEGMENT}/questions`, (context) =>
    withRow(context, async ({ desk, tag, id }, { key }) => {
      const body = await bodyOf(context, asked)
      if (body instanceof Response) return body
      const question = { text: body.question, tag, by: personIn(context), on: today(), answers: [] }
      const told = await turns(() => ask(desk.publication, { document: id, key }, question, COMMAND))
      return told ? Response.json(questionJson(told), { status: 201 }) : nowhere()
    }),
  )
  app.post(`${SEGMENT}/questions/:question`, (context) =>
    withRow(context, async ({ desk, id }, { key }) => {
      const body = await bodyOf(context, answered)
      if (body instanceof Response) return body
      const answer = { text: body.answer, by: personIn(context), on: today() }
      const about = { document: id, key }
      const told = await turns(() => reply(desk.publication, about, context.req.param('question'), answer, COMMAND))
      return told ? Response.json(questionJson(told), { status: 201 }) : nowhere()
    }),
  )
  return app
}
