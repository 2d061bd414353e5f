import { pathToFileURL } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { findBrowser } from '../../pipeline/pdf/executable.ts'

/** A browser as its reader has it: the one that prints, with a window. */
export async function openBrowser(): Promise<Browser> {
  const { executable, environment } = await findBrowser(async () => undefined)
  return puppeteer.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    headless: 'shell',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

/** How a reader looks at a page: the window in pixels, the size of the type in per cent of the usual. */
export interface View {
  readonly width: number
  readonly height?: number
  readonly type?: number
}

/** Opens a published page from the disk, with its faces loaded. */
export async function openPage(browser: Browser, file: string, { width, height = 900, type }: View): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height })
  await page.goto(pathToFileURL(file).href)
  if (type !== undefined) await page.addStyleTag({ content: `html { font-size: ${type * 1.0625}% !important }` })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}
