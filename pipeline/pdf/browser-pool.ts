import { launchBrowser, type RunningBrowser } from './browser.ts'
import type { BrowserProgram } from './browser-program.ts'
import { BrowserFault, createGuard } from './guard.ts'
import { loadPage, type BrowserPage } from './browser-page.ts'

/** What is done with a page that is loaded. */
export type Job<T> = (sheet: BrowserPage, html: string) => Promise<T>

/** What prints: a browser, and another where it fails. */
export interface BrowserPool {
  readonly origin: BrowserProgram['origin']
  /**
   * Does a job with a page of its own. Where the browser crashes, hangs or is killed, the job is done once more, alone in
   * a new browser: what fails there is the page’s own doing.
   * @param html the page, or what gives it, which is asked while the browser opens a page for it
   * @throws Error as `loadPage` and the job do
   * @throws BrowserFault where the browser failed twice
   */
  withPage<T>(html: string | (() => Promise<string>), job: Job<T>): Promise<T>
  /** Ends every browser, hanging ones too, and removes their profiles. */
  close(): Promise<void>
}

/** How long a step of the browser may take, in milliseconds: past it the browser hangs. */
const DEADLINE = 60_000

/** How long the browser may take to open an empty page, in milliseconds: of one whose process was killed as it began, nothing is ever heard. */
const OPENING = 10_000

/** How many pages a browser is given: it keeps something of each (puppeteer#5893). */
const PAGES_A_BROWSER = 200

/** A browser of the pool, and what it has in hand. */
interface PooledBrowser {
  readonly browser: Promise<RunningBrowser>
  given: number
  held: number
  /** Gets no more pages, and ends when it has none in hand. */
  leaving: boolean
}

/**
 * Launches the first browser.
 * @param deadline in milliseconds, for each step of a page
 * @returns when it is starting; where it does not start, the first page meets the Failure
 * @throws Failure where there is no browser
 */
export async function openBrowserPool(deadline = DEADLINE, pagesABrowser = PAGES_A_BROWSER): Promise<BrowserPool> {
  const life = new AbortController()
  const browsers = new Set<PooledBrowser>()
  let origin: BrowserPool['origin'] = 'pinned'
  const openBrowser = async (): Promise<PooledBrowser> => {
    const { running } = await launchBrowser(life.signal)
    const made: PooledBrowser = { browser: running, given: 0, held: 0, leaving: false }
    running.then(
      (browser) => (origin = browser.origin),
      () => browsers.delete(made),
    )
    browsers.add(made)
    return made
  }
  let shared = openBrowser()
  await shared
  const leave = async (left: PooledBrowser): Promise<void> => {
    left.leaving = true
    if (left.held > 0 || !browsers.delete(left)) return
    await (await left.browser).close()
  }
  const use = async <T>(used: PooledBrowser, html: () => Promise<string>, job: Job<T>): Promise<T> => {
    used.held++
    if (++used.given >= pagesABrowser) used.leaving = true
    try {
      return await printIn(used.browser, html, job, deadline)
    } catch (error) {
      if (error instanceof BrowserFault) used.leaving = true
      throw error
    } finally {
      used.held--
      if (used.leaving) await leave(used)
    }
  }
  let ending: Promise<void> | undefined
  const end = async (): Promise<void> => {
    life.abort()
    const closing = [...browsers].map(async ({ browser }) => (await browser).close())
    browsers.clear()
    await Promise.allSettled(closing)
  }
  return {
    get origin() {
      return origin
    },
    withPage: async (page, job) => {
      const html = typeof page === 'string' ? async () => page : page
      const present = shared
      if ((await present).leaving && shared === present) shared = openBrowser()
      try {
        return await use(await shared, html, job)
      } catch (error) {
        if (!(error instanceof BrowserFault) || life.signal.aborted) throw error
        const own = await openBrowser()
        own.leaving = true
        return use(own, html, job)
      }
    },
    close: () => (ending ??= end()),
  }
}

async function printIn<T>(running: Promise<RunningBrowser>, html: () => Promise<string>, job: Job<T>, deadline: number): Promise<T> {
  const { promise: crashed, reject } = Promise.withResolvers<never>()
  const guard = createGuard(crashed, deadline)
  const browser = await running
  const crash = (cause?: unknown): void => reject(new BrowserFault('crashed', cause))
  const stopWatching = browser.onCrash(() => crash())
  // From here on the page itself tells of its crash: it may wait for its text for a while.
  const opening = createGuard(
    crashed,
    Math.min(deadline, OPENING),
  )(browser.open())
    .then((page) => page.on('error', crash))
    .finally(stopWatching)
  try {
    const [page, text] = await Promise.all([opening, html()])
    return await job(await loadPage(page, text, guard), text)
  } catch (error) {
    // One that hangs would keep the others waiting that it has in hand.
    if (error instanceof BrowserFault && error.kind === 'hangs') browser.kill()
    throw error
  } finally {
    // Its work is done, or its browser has failed and it is gone: nobody waits for its end.
    opening.then((page) => page.close()).catch(() => undefined)
  }
}
