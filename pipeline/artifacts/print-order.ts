import { hash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { lookAt } from '../files/sighting.ts'
import type { BrowserProgram } from '../pdf/browser-program.ts'
import type { PageLayout } from '../pdf/page-layout.ts'
import type { Printer } from '../pdf/printer.ts'
import type { PictureSize } from '../pdf/png.ts'
import { nameOf, type Stored } from './stored.ts'

/** A print, or a picture of a page, as data: all that it is made from, but for what makes it. */
export type PrintOrder =
  | { readonly kind: 'print'; readonly html: string; readonly date: Date }
  | { readonly kind: 'page'; readonly html: string; readonly size: PictureSize }
  | { readonly kind: 'first page'; readonly pdf: Uint8Array; readonly size: PictureSize }

/** What makes prints: the same order gives the same bytes where both are the same. */
export interface Maker {
  /** Version of this program, with its faces. */
  readonly version: string
  /** Build of the browser. */
  readonly browser: string
}

/** Name of a browser. The pinned one is named by its folder, which includes a digest; another by path and stamp. */
export function nameOfBrowser({ origin, executable }: BrowserProgram): string {
  const file = lookAt(executable)
  return origin === 'pinned' ? basename(dirname(executable)) : `${executable} ${file.kind === 'file' ? file.stamp : ''}`
}

/** Name of what is made from an order: the digest of the order and its maker. */
export function nameOfOrder(order: PrintOrder, { version, browser }: Maker): string {
  if (order.kind === 'print') return nameOf('print', version, browser, order.date.toISOString(), order.html)
  const size = [String(order.size.width), String(order.size.height)]
  if (order.kind === 'page') return nameOf('page', version, browser, ...size, order.html)
  return nameOf('first page', version, ...size, hash('sha256', order.pdf))
}

/** Pages by id, as JSON holds them. */
type Pages = readonly (readonly [id: string, page: number])[]

/** Facts stored with a PDF. */
interface PrintFacts {
  readonly layout: Omit<PageLayout, 'headings' | 'beginnings'> & { readonly headings: Pages; readonly beginnings: Pages }
  readonly origin: BrowserProgram['origin'] | undefined
}

/** The facts to store with a PDF. */
export function factsOf(layout: PageLayout, origin: BrowserProgram['origin'] | undefined): PrintFacts {
  return { layout: { ...layout, headings: [...layout.headings], beginnings: [...layout.beginnings] }, origin }
}

/** The inverse of `factsOf`. */
export function printFacts({ facts }: Stored): { readonly layout: PageLayout; readonly origin: BrowserProgram['origin'] | undefined } {
  const { layout, origin } = facts as PrintFacts
  return { layout: { ...layout, headings: new Map(layout.headings), beginnings: new Map(layout.beginnings) }, origin }
}

/**
 * Makes what is ordered.
 * @throws Error as the printer does
 */
export async function makeOrdered(order: PrintOrder, printer: Printer): Promise<Stored> {
  if (order.kind === 'page') return { facts: null, bytes: await printer.drawPage(order.html, order.size) }
  if (order.kind === 'first page') return { facts: null, bytes: await printer.drawPdf(order.pdf, order.size) }
  const job = printer.open()
  const layout = await job.print(order.html, order.date)
  return { facts: factsOf(layout, printer.origin), bytes: await job.finished() }
}
