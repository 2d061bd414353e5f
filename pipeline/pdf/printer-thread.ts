/** The printer’s thread: it has the press, and gives each print to another thread to be finished. */
import { openFinishing, type Finishing } from './finishing.ts'
import { openPress } from './press.ts'
import { printEdition, type RawPrint } from './print.ts'
import { serveThread } from './thread.ts'

const opening = openPress()
opening.catch(() => undefined)

interface Sheet {
  readonly html: PromiseWithResolvers<string>
  readonly print: Promise<RawPrint>
}

const sheets = new Map<number, Sheet>()
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
    const print = opening.then((press) => printEdition(press, () => html.promise))
    print.catch(() => undefined)
    sheets.set(number, { html, print })
  },
  async print(number: number, text: string, date: Date) {
    const { html, print } = sheets.get(number)!
    html.resolve(text)
    finishing ??= openFinishing(finishingModule)
    try {
      const { layout, bytes, preparation } = await print
      const file = finishing.conform({ bytes, preparation, date })
      file.catch(() => undefined)
      files.set(number, file)
      return { layout, origin: (await opening).origin }
    } finally {
      sheets.delete(number)
    }
  },
  abandon(number: number): void {
    sheets.get(number)?.html.reject(new Error('Nothing is printed on this page.'))
    sheets.delete(number)
  },
  async finished(number: number) {
    const file = files.get(number)!
    files.delete(number)
    return file
  },
  async endBrowsers() {
    const press = await opening.catch(() => undefined)
    await press?.close()
  },
}

export type PrinterFunctions = typeof functions

serveThread(functions)
