import puppeteer, { type Browser, type Page } from 'puppeteer'
import { findBrowser, type BrowserProgram } from './executable.ts'

/** A browser that prints. */
export interface Press {
  readonly origin: BrowserProgram['origin']
  /** Loads a page that holds all that it shows. */
  load(html: string): Promise<Sheet>
  close(): Promise<void>
}

/** A page in the browser. */
export interface Sheet {
  print(): Promise<Uint8Array>
  /** Writes each number as the text of the element with `data-page-of` its id. */
  writeNumbers(numbers: ReadonlyMap<string, number>): Promise<void>
  close(): Promise<void>
}

/** How long a load or a print may take, in milliseconds: past it the browser hangs. */
const DEADLINE = 60_000

/**
 * What keeps the browser to itself. Intercepting requests is no boundary (puppeteer#2974, #2781): every connection,
 * loopback included, is sent to a proxy that is not there, and no name resolves.
 */
const FLAGS = [
  '--proxy-server=socks5://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-webgl',
  '--no-pings',
  '--no-first-run',
  '--font-render-hinting=none',
]

/**
 * Launches the browser: its sandbox is on unless the user is root, for whom Chromium has none.
 * @throws Failure where there is no browser; Error where it does not start
 */
export async function openPress(): Promise<Press> {
  const program = await findBrowser(() => puppeteer.executablePath().catch(() => undefined))
  const browser = await puppeteer.launch({
    executablePath: program.executable,
    env: { ...process.env, ...program.environment },
    headless: 'shell',
    pipe: true,
    args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    protocolTimeout: DEADLINE,
  })
  return { origin: program.origin, load: (html) => load(browser, html), close: () => browser.close() }
}

async function load(browser: Browser, html: string): Promise<Sheet> {
  const page = await browser.newPage()
  try {
    const requested: string[] = []
    page.on('request', (request) => {
      if (!/^(?:data|about):/.test(request.url())) requested.push(request.url())
    })
    await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true)])
    await page.setContent(html, { waitUntil: 'load', timeout: DEADLINE })
    const failed = [...requested, ...(await failedAssets(page))]
    if (failed.length > 0)
      throw new Error(`The page asks for what is not in it, or cannot be shown: ${failed.map((url) => url.slice(0, 200)).join(', ')}`)
  } catch (error) {
    await page.close().catch(() => undefined)
    throw error
  }
  return {
    print: () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: DEADLINE }),
    writeNumbers: (numbers) => writeNumbers(page, numbers),
    close: () => page.close(),
  }
}

/** Waits for the faces in use, and names pictures and faces that failed: a PDF without them would be blank in places (gotenberg#44). */
function failedAssets(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const faces = [...document.fonts]
      .filter((face) => face.status === 'error')
      .map((face) => `the face ${face.family} ${face.weight} ${face.style}`)
    const pictures = [...document.images]
      .filter((image) => image.naturalWidth === 0)
      .map((image) => `the picture ${image.alt || image.src}`)
    return [...faces, ...pictures]
  })
}

async function writeNumbers(page: Page, numbers: ReadonlyMap<string, number>): Promise<void> {
  await page.evaluate(
    (texts) => {
      for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
        element.textContent = texts[element.dataset['pageOf'] ?? ''] ?? ''
      }
    },
    Object.fromEntries([...numbers].map(([id, number]) => [id, String(number)])),
  )
}
