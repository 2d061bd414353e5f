import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { streamSSE } from 'hono/streaming'
import { getMimeType } from 'hono/utils/mime'
import { pdfName } from '../../html/file-names.ts'
import { fontFaces } from '../../html/fonts.ts'
import { knownTags } from '../../language/registry.ts'
import { ENGLISH, wordingsFor } from '../../language/wordings.ts'
import type { Printer } from '../../pdf/printer.ts'
import { SOURCE_TAG, type Tag } from '../../model/language.ts'
import { Failure, type Problem } from '../../problem.ts'
import { decodedPath, type Own } from '../loopback.ts'
import type { Interface } from '../../edition/interface.ts'
import { ENTRANCE, type Access } from './access.ts'
import { api } from './api.ts'
import { browserFile } from './browser-files.ts'
import { typingApi } from './typing-api.ts'
import { searchApi } from './search-api.ts'
import { claimsApi } from './claims-api.ts'
import type { Claims } from './claims.ts'
import type { Desk } from './desk.ts'
import { historyApi } from './history-api.ts'
import type { Journal } from './journal.ts'
import { questionsApi } from './questions-api.ts'
import { SHOWN_UNDER, guard } from './guard.ts'
import type { Pages } from './pages.ts'
import type { Steps } from './replacing.ts'
import { TOO_LONG, refuse, refuseFor } from './problem-details.ts'
import { printEdition } from './printed.ts'
import { shownFile } from './shown.ts'
import { wordsFor } from './words.ts'

/** What the workbench is made of. */
export interface BuildContext {
  readonly own: Own
  /** Of the publication. */
  readonly root: string
  readonly token: string
  /** Where others than this machine’s own reach it. */
  readonly access: Access | undefined
  /** Absent where nothing is printed. */
  readonly printer: Printer | undefined
  readonly pages: Pages
  /** Looks at the publication as it is now. */
  readonly openDesk: () => Promise<Desk>
  /** The publication as it was a moment ago, for what is asked while somebody types. */
  readonly glance: () => Promise<Desk>
  readonly journal: Journal
  readonly claims: Claims
  readonly steps: Steps
  /** Called with what tells a page of changes, until it is closed. */
  readonly listeners: Set<() => void>
}

/** A text of 20,000 characters is too long for the checks; this is far beyond. */
const MOST_BYTES = 256 * 1024
/** A replacement sends all its texts. */
const MOST_BYTES_AT_ONCE = 16 * MOST_BYTES

export function application({
  own,
  root,
  token,
  access,
  printer,
  pages,
  openDesk,
  glance,
  journal,
  claims,
  steps,
  listeners,
}: BuildContext): Hono {
  const app = new Hono()
  const spokenWords = async ({ req }: Context): Promise<Interface> =>
    wordsFor(root, spokenIn(req.header('accept-language'), (await openDesk()).tags))
  app.use(guard(own, token))
  app.use('/api/replace', bodyLimit({ maxSize: MOST_BYTES_AT_ONCE, onError: tooLong }))
  app.use(except('/api/replace', bodyLimit({ maxSize: MOST_BYTES, onError: tooLong })))
  if (access) {
    app.use(access.guard)
    app.route(
      ENTRANCE,
      access.entrance(async (context, view) => pages.enter(view, await spokenWords(context))),
    )
  }
  app.route('/api', searchApi(openDesk, steps))
  app.route('/api', questionsApi(openDesk))
  app.route('/api', historyApi(openDesk, journal))
  app.route(
    '/api',
    claimsApi(openDesk, claims, () => listeners.forEach((tell) => tell())),
  )
  app.route('/api', typingApi(glance))
  app.route('/api', api(openDesk, journal))

  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const { promise: ended, resolve } = Promise.withResolvers<void>()
      const tell = (): void => void stream.writeSSE({ event: 'changed', data: '', retry: 500 })
      listeners.add(tell)
      stream.onAbort(resolve)
      await ended
      listeners.delete(tell)
    }),
  )
  app.get('/workbench/faces.css', async (context) => {
    const theme = await (await openDesk()).queries.shared.theme()
    return context.body(
      fontFaces(theme.fonts, ({ name }) => `/workbench/faces/${name}`),
      200,
      { 'Content-Type': 'text/css' },
    )
  })
  app.get('/workbench/faces/:name', async (context) => {
    const theme = await (await openDesk()).queries.shared.theme()
    const face = theme.fonts.find(({ name }) => name === context.req.param('name'))
    return face ? file(face.bytes, face.name) : context.notFound()
  })
  app.get('/workbench/:name', async (context) => {
    const name = context.req.param('name')
    const bytes = await browserFile(name)
    return bytes ? file(bytes, name) : context.notFound()
  })
  app.get('/printed/:tag/:id/:name', async (context) => {
    const [desk, { tag, id, name }] = [await openDesk(), context.req.param()]
    const isThere =
      desk.publication.editions.includes(tag) && desk.publication.documents.includes(id) && name === pdfName({ tag, document: id })
    return printer && isThere ? file(await printEdition(desk, tag, id, printer), name) : context.notFound()
  })
  app.get(`${SHOWN_UNDER}*`, async (context) => {
    const path = decodedPath(context.req.url).slice(SHOWN_UNDER.length)
    const bytes = await shownFile(await openDesk(), path)
    return bytes ? file(bytes, path) : context.notFound()
  })

  app.get('/', async (context) => context.html(await pages.home(await openDesk(), await spokenWords(context))))
  app.get('/search/:tag/', async (context) => {
    const [desk, tag] = [await openDesk(), context.req.param('tag')]
    if (!(await isWritten(desk, tag))) return context.notFound()
    return context.html(await pages.search(desk, tag, context.req.query('q') ?? '', await wordsFor(root, tag)))
  })
  app.get('/questions/', async (context) => context.html(await pages.questions(await openDesk(), await spokenWords(context))))
  app.get('/:tag/', async (context) => {
    const [desk, tag] = [await openDesk(), context.req.param('tag')]
    if (!(await isWritten(desk, tag))) return context.notFound()
    return context.html(await pages.language(desk, tag, await wordsFor(root, tag), await steps.lastImport(tag)))
  })
  app.get('/:tag/:id/', async (context) => {
    const desk = await openDesk()
    const { tag, id } = context.req.param()
    if (!desk.tags.includes(tag) || !desk.ids.includes(id)) return context.notFound()
    const { segment: key, part } = context.req.query()
    const words = await wordsFor(root, tag)
    if (key !== undefined) {
      const row = await desk.row(id, tag, key)
      return row ? context.html(pages.segment(desk, row, tag, words)) : context.notFound()
    }
    if ((await desk.rows(id, tag)).length === 0) return context.notFound()
    if (part === 'progress') return context.html(await pages.progress(desk, id, tag, words))
    return context.html(await pages.document(desk, id, tag, words))
  })
  const failed = async (context: Context, problems: readonly Problem[], status: 404 | 409 | 500): Promise<Response> => {
    // What keeps a page from being shown may keep the publication from being opened.
    const words = await spokenWords(context).catch(() => wordsFor(root, spokenIn(context.req.header('accept-language'), knownTags())))
    const page = pages.failed(problems, status, words, (await wordingsFor(root, words.tag)) ?? ENGLISH)
    return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  }
  app.notFound((context) =>
    context.req.path.startsWith('/api/') ? refuse(404, 'There is nothing at this address.') : failed(context, [], 404),
  )
  app.onError((error, context) => {
    if (error instanceof Failure) return context.req.path.startsWith('/api/') ? refuseFor(error) : failed(context, error.problems, 409)
    const refused = refuse(500, 'This went wrong. What was saved stands.', error.message)
    return context.req.path.startsWith('/api/') ? refused : failed(context, [], 500).catch(() => refused)
  })
  return app
}

function file(bytes: Uint8Array, name: string): Response {
  const type = getMimeType(name) ?? 'application/octet-stream'
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type.startsWith('text/') ? `${type.split(';')[0]}; charset=utf-8` : type },
  })
}

/** Whether there is anything that is translated into a language, or may be as soon as it can be read. */
async function isWritten({ tags, ids, rows }: Desk, tag: Tag): Promise<boolean> {
  if (!tags.includes(tag)) return false
  for (const id of ids) {
    const found = await rows(id, tag).catch((error: unknown) => (error instanceof Failure ? undefined : Promise.reject(error)))
    if (found === undefined || found.length > 0) return true
  }
  return false
}

/** Who sends reads no answer before all is sent. */
async function tooLong({ req }: Context): Promise<Response> {
  await req.raw.body?.pipeTo(new WritableStream())
  return refuse(413, 'This is too long for a text.', undefined, TOO_LONG)
}

/** The language among some which a browser prefers. */
function spokenIn(accepted: string | undefined, tags: readonly Tag[]): Tag {
  const wanted = (accepted ?? '').split(',').map((each) => each.split(';')[0]!.trim().toLowerCase().split('-')[0])
  const found = wanted.find((each) => each === SOURCE_TAG || tags.some((tag) => tag.split('-')[0] === each))
  return tags.find((tag) => tag.split('-')[0] === found) ?? SOURCE_TAG
}
