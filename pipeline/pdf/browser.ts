import puppeteer, { type Browser, type Page, type PDFOptions } from 'puppeteer'
import { failure } from '../problem.ts'
import { findBrowser, type BrowserProgram } from './executable.ts'
import { openFinishing, type Print } from './finishing.ts'
import { MARK, preparePage, type Preparation } from './preparation.ts'
import type { PageLayout } from './print.ts'

/** A browser that prints. */
export interface Press {
  readonly origin: BrowserProgram['origin']
  /** The browser's version, such as `153.0.8010.0`. */
  readonly version: string
  /**
   * Loads a page that holds all that it shows.
   * @throws Error naming what it asks for elsewhere, and each face or picture that cannot be read
   */
  load(html: string): Promise<Sheet>
  /**
   * Makes a print conform to PDF/UA and PDF/A.
   * @throws Error as `conform` does
   */
  conform(print: Print): Promise<Uint8Array>
  /** Ends the browser, a hanging one too, and removes its profile. */
  close(): Promise<void>
}

/** A page in the browser. */
export interface Sheet {
  /** What the page says of itself, and what is left to be done in its PDF. */
  readonly preparation: Preparation
  /**
   * Prints as tagged PDF with bookmarks, on the paper that the style names.
   * @throws Error as `load` does, for what the page asks for only when it is printed
   */
  print(): Promise<Uint8Array>
  /**
   * Writes what is known of the layout: a heading’s page as the text of the elements with `data-page-of` its id, and
   * for the head of each page the section that begins or goes on there, as the counter style `section`.
   * @throws Error where such an element’s heading is on no page
   */
  writeLayout(layout: PageLayout): Promise<void>
  close(): Promise<void>
}

/** How long a load or a print may take, in milliseconds: past it the browser hangs. */
const DEADLINE = 60_000

/** How long the browser may take to end by itself, in milliseconds, before it is killed. */
const CLOSING = 5_000

const PAPER = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: DEADLINE,
} as const satisfies PDFOptions

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
 * @throws Failure where there is no browser, or it does not start
 */
export async function openPress(): Promise<Press> {
  const program = await findBrowser(() => puppeteer.executablePath().catch(() => undefined))
  const finishing = openFinishing()
  try {
    const browser = await launch(program)
    const version = (await browser.version()).replace(/^.*\//, '')
    return {
      origin: program.origin,
      version,
      load: (html) => load(browser, html),
      conform: (print) => finishing.conform(print),
      close: async () => void (await Promise.all([close(browser), finishing.close()])),
    }
  } catch (error) {
    await finishing.close()
    throw error
  }
}

async function launch({ executable, environment }: BrowserProgram): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath: executable,
      env: { ...process.env, ...environment },
      headless: 'shell',
      pipe: true,
      args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
      protocolTimeout: DEADLINE,
    })
  } catch (error) {
    throw failure({
      rule: 'browser',
      file: executable,
      message: 'The browser does not start.',
      found: String(error),
      expected: 'a Chrome or Chromium whose sandbox works here',
      // Ubuntu since 23.10 grants user namespaces, which the sandbox needs, to installed browsers only.
      remedy:
        'Where the system keeps programs from making user namespaces, install Google Chrome and set EDITIONS_BROWSER to its path. Web pages alone need no browser: npm start -- --format html',
    })
  }
}

/** A browser that hangs does not end when asked to: then its process group is killed, which is its own alone. */
async function close(browser: Browser): Promise<void> {
  const program = browser.process()
  const kill = setTimeout(() => {
    if (program?.pid === undefined || program.exitCode !== null || program.signalCode !== null) return
    if (process.platform === 'win32') program.kill('SIGKILL')
    else process.kill(-program.pid, 'SIGKILL')
  }, CLOSING)
  await browser.close().finally(() => clearTimeout(kill))
}

async function load(browser: Browser, html: string): Promise<Sheet> {
  const page = await browser.newPage()
  const requested: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|about):/.test(request.url())) requested.push(request.url())
  })
  /** Does a step and looks at what came of it. Returns the step's result and how many faces are in use. */
  const examined = async <T>(step: () => Promise<T>): Promise<{ result: T; faces: number }> => {
    try {
      const result = await step()
      const { faces, failed } = await inspect(page)
      if (requested.length + failed.length > 0) throw refusal([...requested, ...failed])
      return { result, faces }
    } catch (error) {
      // A page that leads elsewhere is gone in the middle of a step: say where to, not that it is gone.
      throw requested.length > 0 ? refusal(requested) : error
    }
  }
  try {
    // Loaded as for print, so that what only the print shows is loaded before, and looked at.
    await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true), page.emulateMediaType('print')])
    let { faces } = await examined(() => page.setContent(html, { waitUntil: 'load', timeout: DEADLINE }))
    const preparation = await page.evaluate(preparePage, MARK)
    const print = async (): Promise<Uint8Array> => {
      const printed = await examined(() => page.pdf(PAPER))
      if (printed.faces === faces) return printed.result
      // A face that only margin boxes use is fetched by the print itself, too late for it: they come out empty.
      faces = printed.faces
      return print()
    }
    return { preparation, print, writeLayout: (layout) => writeLayout(page, layout), close: () => page.close() }
  } catch (error) {
    await page.close().catch(() => undefined)
    throw error
  }
}

function refusal(reasons: readonly string[]): Error {
  const named = [...new Set(reasons)].map((reason) => reason.slice(0, 200)).join(', ')
  return new Error(`The page asks for what is not in it, or cannot be shown: ${named}`)
}

/**
 * Waits for the faces in use and counts them. Names pictures and faces that failed, without which a PDF would be blank
 * in places (gotenberg#44), and elements that lead elsewhere, most of which the browser drops without a request.
 */
function inspect(page: Page): Promise<{ faces: number; failed: string[] }> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const used = [...document.fonts].filter((face) => face.status !== 'unloaded')
    const faces = used.filter((face) => face.status === 'error').map((face) => `the face ${face.family} ${face.weight} ${face.style}`)
    const pictures = [...document.images]
      .filter((image) => image.naturalWidth === 0)
      .map((image) => `the picture ${image.alt || image.src}`)
    const drawn = await Promise.all(
      [...document.querySelectorAll<SVGImageElement & { decode(): Promise<void> }>('svg image')].map((image) =>
        image.decode().then(
          () => [],
          () => [`the picture ${image.href.baseVal}`],
        ),
      ),
    )
    const outward = document.querySelectorAll(
      'iframe, frame, object, embed, link[href]:not([href^="data:" i]), meta[http-equiv="refresh" i]',
    )
    const leads = [...outward].map((element) => {
      const address = ['src', 'data', 'href', 'content'].map((name) => element.getAttribute(name)).find((value) => value !== null)
      return `the element ${element.localName} ${address ?? ''}`
    })
    return { faces: used.length, failed: [...faces, ...pictures, ...drawn.flat(), ...leads] }
  })
}

/**
 * No browser has running heads (`string-set`); but a counter style may give each page number a text of its own, and a
 * margin box may show the page’s number in that style.
 */
async function writeLayout(page: Page, { pages, headings }: PageLayout): Promise<void> {
  const homeless = await page.evaluate(
    (entries, count) => {
      const starts = new Map(entries)
      const absent: string[] = []
      const begun: { start: number; title: string }[] = []
      for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
        const start = starts.get(element.dataset['pageOf'] ?? '')
        element.textContent = String(start ?? '')
        if (start === undefined) absent.push(element.dataset['pageOf'] ?? '')
        else begun.push({ start, title: element.closest('li')?.querySelector('.entry')?.textContent.trim() ?? '' })
      }
      // The first that begins on the page, else the last before it.
      const sections = Array.from({ length: count }, (_, index) => {
        const own = begun.find(({ start }) => start === index + 1) ?? begun.findLast(({ start }) => start <= index)
        return own?.title ?? ''
      })
      const strings = sections.map((title) => `"${title.replaceAll(/["\\<>]/g, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`)
      const style = document.querySelector('style[data-sections]') ?? document.head.appendChild(document.createElement('style'))
      style.setAttribute('data-sections', '')
      style.textContent = `@counter-style section { system: fixed; symbols: ${strings.join(' ')}; suffix: "" }`
      return absent
    },
    [...headings],
    pages,
  )
  if (homeless.length > 0)
    throw new Error(`The contents want the page of what no link of the page leads to, or what is not in it: ${homeless.join(', ')}`)
}
