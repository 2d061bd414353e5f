import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { getMimeType } from 'hono/utils/mime'
import { join } from 'node:path'
import { remedyOf } from '../check/remedy.ts'
import { readBytes, readText } from '../files/disk.ts'
import { PAGE_NAME } from '../html/file-names.ts'
import type { Problem } from '../problem.ts'
import { MANIFEST, parseManifest } from '../publish/manifest.ts'
import { HEADERS, decodedPath, listen, type Own } from './loopback.ts'
import { emptyPage, missingPage, withReload } from './pages.ts'

/** Shows the output folder in a browser on this machine, and has its pages reloaded. */
export interface Preview {
  /** Where it is shown. */
  readonly address: string
  /** Tells the pages what was written anew, and what keeps others from being made. @param written paths in the output folder */
  tell(written: readonly string[], problems: readonly Problem[]): void
  close(): Promise<void>
}

/** What pages are told. A page that has heard of another version reloads where it shows what was written. */
interface State {
  readonly version: number
  /** Whether the preview has just begun: what was written before is not known. */
  readonly isStart: boolean
  readonly written: readonly string[]
  readonly problems: readonly object[]
}

/** Tried first, so that the address stays the same. */
const PORT = 4400

/** In a page, the script of the preview alone runs, and nothing is asked of any other place. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const SCRIPT = new URL('reload.js', import.meta.url)

/**
 * Opens a preview on this machine alone.
 * @param folder the output folder; what its manifest does not name is not shown
 * @param port any that is free where none is given and the usual one is taken
 * @throws Failure where the port cannot be had
 */
export async function openPreview(folder: string, port: number | undefined): Promise<Preview> {
  let state: State = { version: Date.now(), isStart: true, written: [], problems: [] }
  const pages = new Set<() => void>()
  const { address, close } = await listen((own) => application(folder, own, () => state, pages), port, PORT)
  return {
    address,
    tell: (written, problems) => {
      state = { version: state.version + 1, isStart: false, written, problems: problems.map(said) }
      for (const each of pages) each()
    },
    close: async () => {
      for (const each of pages) each()
      await close()
    },
  }
}

function application(folder: string, { isHost }: Own, stateOf: () => State, pages: Set<() => void>): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (!isHost(context.req.header('host'))) return context.text('This preview is for this machine alone.', 403)
    await next()
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    if (context.res.headers.get('content-type')?.startsWith('text/html')) context.header('Content-Security-Policy', POLICY)
    return undefined
  })
  app.get('/.editions/reload.js', async (context) =>
    context.body((await readText(decodeURIComponent(SCRIPT.pathname))) ?? '', 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/.editions/events', (context) =>
    streamSSE(context, async (stream) => {
      const { promise: ended, resolve } = Promise.withResolvers<void>()
      const tell = (): void => void stream.writeSSE({ event: 'state', data: JSON.stringify(stateOf()), retry: 500 })
      pages.add(tell)
      stream.onAbort(resolve)
      tell()
      await ended
      pages.delete(tell)
    }),
  )
  app.get('*', async (context) => {
    // What is built while the page is read is heard of as another version.
    const { version } = stateOf()
    const paths = await publishedPaths(folder)
    const asked = decodedPath(context.req.url).slice(1)
    if (asked === '' && !paths.includes(PAGE_NAME)) return context.html(withReload(emptyPage(), version))
    const path = [asked, `${asked}index.html`, `${asked}/index.html`].find((each) => paths.includes(each))
    if (path !== undefined && path !== asked && !/^$|\/$/.test(asked)) return context.redirect(`/${encodeURI(asked)}/`)
    const bytes = path === undefined ? undefined : await readBytes(join(folder, path))
    if (path === undefined || !bytes) return context.html(withReload(missingPage(asked), version), 404)
    if (path.endsWith('.html')) return context.html(withReload(new TextDecoder().decode(bytes), version))
    return context.body(new Uint8Array(bytes), 200, { 'Content-Type': getMimeType(path) ?? 'application/octet-stream' })
  })
  app.all('*', (context) => context.text('A preview is only read.', 405))
  return app
}

/** What the manifest names. One that is being written may name what is not there yet. */
async function publishedPaths(folder: string): Promise<string[]> {
  return [...(parseManifest((await readText(join(folder, MANIFEST))) ?? '')?.files.keys() ?? [])]
}

function said(problem: Problem): object {
  const { file, line, column, reason, actual, expected } = problem
  const place = [file, line, column].filter((part) => part !== undefined && part !== null).join(':')
  return { place, message: reason, found: actual, expected: expected?.[0], remedy: remedyOf(problem) }
}
