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
export async function openPage(browser: Browser, file: string, view: View): Promise<Page> {
  const page = await browser.newPage()
  await setWindow(page, view)
  await page.goto(pathToFileURL(file).href)
  await lookAs(page, view)
  return page
}

/** Looks at a page that is open in another way. */
export async function lookAs(page: Page, view: View): Promise<void> {
  await setWindow(page, view)
  const size = view.type === undefined ? '' : `${view.type * 1.0625}%`
  await page.evaluate((own) => {
    document.documentElement.style.setProperty('font-size', own, 'important')
    return document.fonts.ready.then(() => undefined)
  }, size)
}

async function setWindow(page: Page, { width, height = 900 }: View): Promise<void> {
  await page.setViewport({ width, height })
}
