/** The printer’s thread: it has the press. */
import { openPress } from './press.ts'
import { finish, printEdition, type PageLayout, type RawPrint } from './print.ts'
import { serveThread } from './thread.ts'

const opening = openPress()
opening.catch(() => undefined)

interface Sheet {
  readonly html: PromiseWithResolvers<string>
  readonly print: Promise<RawPrint>
}

const sheets = new Map<number, Sheet>()

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
    const { layout } = await print
    return { layout, origin: (await opening).origin }
  },
  async finish(number: number, date: Date) {
    const print = await sheets.get(number)!.print
    sheets.delete(number)
    return finish(await opening, print, date)
  },
  async close() {
    await (await opening).close()
  },
}

export type PrinterFunctions = typeof functions

serveThread(functions)
