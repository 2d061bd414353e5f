/** The printer’s thread: it has the press, and gives each print to another thread to be finished. */
import { openFinishing, type Finishing } from './finishing.ts'
import { openPress } from './press.ts'
import { printEdition, type PageLayout, type RawPrint } from './print.ts'
import { serveThread } from './thread.ts'

const opening = openPress()
opening.catch(() => undefined)

interface Sheet {
  readonly html: PromiseWithResolvers<string>
  readonly print: Promise<RawPrint>
}

const sheets = new Map<number, Sheet>()
/** Opened with the first page’s text: until then both processors of a small machine have enough to do. */
let finishing: Finishing | undefined

const functions = {
  open(number: number, expected: PageLayout | undefined): void {
    const html = Promise.withResolvers<string>()
    const print = opening.then((press) => printEdition(press, () => html.promise, expected))
    print.catch(() => undefined)
    sheets.set(number, { html, print })
  },
  async print(number: number, text: string) {
    const { html, print } = sheets.get(number)!
    html.resolve(text)
    finishing ??= openFinishing()
    try {
      const { layout } = await print
      return { layout, origin: (await opening).origin }
    } catch (error) {
      sheets.delete(number)
      throw error
    }
  },
  async finish(number: number, date: Date) {
    const { bytes, preparation } = await sheets.get(number)!.print
    sheets.delete(number)
    return finishing!.conform({ bytes, preparation, date })
  },
  async close() {
    const press = await opening.catch(() => undefined)
    await press?.close()
  },
}

export type PrinterFunctions = typeof functions

serveThread(functions)
