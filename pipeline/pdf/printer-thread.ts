/** The printer’s thread: it has the pool, and gives each print to another thread to be finished. */
import { withFaces } from '../html/embedded-faces.ts'
import { openFinishing, type Finishing } from './finishing.ts'
import { openBrowserPool } from './browser-pool.ts'
import { printEdition, type RawPrint } from './print.ts'
import { serveThread } from './thread.ts'

const opening = openBrowserPool()
opening.catch(() => undefined)

interface OpenJob {
  readonly html: PromiseWithResolvers<string>
  readonly print: Promise<RawPrint>
}

const jobs = new Map<number, OpenJob>()
/** What is printed and not yet asked for. */
const files = new Map<number, Promise<Uint8Array>>()
let finishingModule: URL
/** Opened with the first page’s text: until then both processors of a small machine have enough to do. */
let finishing: Finishing | undefined

const functions = {
  finishWith(module: string): void {
    finishingModule = new URL(module)
  },
  open(number: number): void {
    const html = Promise.withResolvers<string>()
    html.promise.catch(() => undefined)
    const print = opening.then((pool) => printEdition(pool, () => html.promise))
    print.catch(() => undefined)
    jobs.set(number, { html, print })
  },
  async print(number: number, text: string, date: Date) {
    const { html, print } = jobs.get(number)!
    html.resolve(withFaces(text))
    finishing ??= openFinishing(finishingModule)
    try {
      const { layout, bytes, preparation } = await print
      const file = finishing.conform({ bytes, preparation, date })
      file.catch(() => undefined)
      files.set(number, file)
      return { layout, origin: (await opening).origin }
    } finally {
      jobs.delete(number)
    }
  },
  abandon(number: number): void {
    jobs.get(number)?.html.reject(new Error('Nothing is printed on this page.'))
    jobs.delete(number)
  },
  async finished(number: number) {
    const file = files.get(number)!
    files.delete(number)
    return file
  },
  /** Prints a page as it is, without tags: what is drawn is not read. */
  async printPlain(html: string) {
    const [pool, page] = await Promise.all([opening, withFaces(html)])
    return pool.withPage(page, (opened) => opened.printLayout())
  },
  async endBrowsers() {
    const pool = await opening.catch(() => undefined)
    await pool?.close()
  },
}

export type PrinterFunctions = typeof functions

serveThread(functions)
