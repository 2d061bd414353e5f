import type { Context } from 'hono'
import * as v from 'valibot'
import { refuse } from './problem-details.ts'

/** The JSON of a request, or the answer to one that has none of this form. */
export async function bodyOf<T>(context: Context, schema: v.GenericSchema<unknown, T>): Promise<T | Response> {
  if (!context.req.header('content-type')?.startsWith('application/json')) return refuse(415, 'Send JSON, as application/json.')
  const body = v.safeParse(schema, await context.req.json().catch(() => undefined))
  return body.success ? body.output : refuse(400, 'This is not what was asked for.', body.issues.map(({ message }) => message).join(' '))
}
