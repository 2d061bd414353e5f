import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import puppeteer, { TargetType, type Browser, type CDPSession, type LaunchOptions, type Page } from 'puppeteer'
import { homeFolder } from '../files/cache.js'
import { findBrowser } from './executable.ts'
import type { BrowserProgram } from './browser-program.ts'
import { notStarted } from './not-started.ts'
import { endOf, killGroup, tellOfProcesses } from './process.ts'
import { makeProfile, type Profile } from './profile.ts'

export type { Page } from 'puppeteer'

/** A browser at work. */
export interface RunningBrowser {
  /** Where the program was found. */
  readonly origin: BrowserProgram['origin']
  /** A fresh page, which shares nothing with those before it. */
  open(): Promise<Page>
  /** Calls a listener when a process of pages crashes. Returns what ends that. */
  onCrash(listener: () => void): () => void
  /** Ends its process group, which is its own alone, at once. */
  kill(): void
  /** The same, and removes its profile: of what it would write there in ending well, nothing is needed. */
  close(): Promise<void>
}

/** How long the browser may take to start, in milliseconds. */
const STARTING = 15_000
/** The driver's own deadline for each step, in milliseconds: who works with the browser has one of their own, which comes first. */
const LONGEST = 120_000

/** A screen lower than any paper, which tells the two apart: see `loadPage`. */
const SCREEN = { width: 800, height: 1 }

/**
 * What keeps the browser to itself. Intercepting requests is no boundary (puppeteer#2974, #2781): every connection,
 * loopback included, is sent to a proxy that is not there, and no name resolves.
 */
const FLAGS: readonly string[] = [
  '--proxy-server=socks5://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-webgl',
  '--disable-software-rasterizer',
  '--no-pings',
  '--no-first-run',
  '--font-render-hinting=none',
  // What is not reached needs no process that reaches it.
  '--enable-features=NetworkServiceInProcess2',
  // More processes for pages than processors only cost their start.
  `--renderer-process-limit=${availableParallelism()}`,
]

/** The path of the newest browser that puppeteer downloaded, if any. */
export async function downloadedBrowser(): Promise<string | undefined> {
  const { Browser: Name, getInstalledBrowsers } = await import('@puppeteer/browsers')
  const cacheDir = process.env['PUPPETEER_CACHE_DIR'] ?? join(homeFolder(), '.cache', 'puppeteer')
  const installed = await getInstalledBrowsers({ cacheDir }).catch(() => [])
  const printing = installed.filter(({ browser }) => browser === Name.CHROME || browser === Name.CHROMEHEADLESSSHELL)
  const byVersion = new Intl.Collator('en', { numeric: true })
  return printing.sort((a, b) => byVersion.compare(b.buildId, a.buildId))[0]?.executablePath
}

/**
 * Launches the browser that `findBrowser` finds: its sandbox is on unless the user is root, for whom Chromium has none.
 * Most start at once; where one does not, it is looked for anew with more care, and launched once more.
 * @param ended ends it, also while it starts
 * @returns when it is found and starting
 * @throws Failure where there is none; `running` rejects with one where it does not start
 */
export async function launchBrowser(ended: AbortSignal): Promise<{ readonly running: Promise<RunningBrowser> }> {
  const profile = makeProfile()
  const program = await findBrowser(downloadedBrowser, false).catch(async (error: unknown) => {
    await (await profile).remove()
    throw error
  })
  const launched = launch(program, await profile, ended).catch(async () => {
    ended.throwIfAborted()
    const careful = await findBrowser(downloadedBrowser)
    return launch(careful, await makeProfile(), ended).catch(async (error: unknown) => Promise.reject(await notStarted(careful, error)))
  })
  launched.catch(() => undefined)
  return { running: launched }
}

async function launch({ executable, origin, environment }: BrowserProgram, profile: Profile, ended: AbortSignal): Promise<RunningBrowser> {
  // Of a browser that dies as it starts, the driver may never hear.
  const { promise: abandoned, reject } = Promise.withResolvers<never>()
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error(`It did not start in ${STARTING / 1000} seconds.`)), STARTING)
  const signal = AbortSignal.any([late.signal, ended])
  signal.addEventListener('abort', () => reject(signal.reason as Error))
  const programs: ChildProcess[] = []
  try {
    signal.throwIfAborted()
    const options: LaunchOptions = {
      executablePath: executable,
      env: { ...process.env, ...environment, ...profile.environment },
      headless: 'shell',
      pipe: true,
      // A list of its own: the driver takes out of it what it merges with its own flags.
      args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      ...(profile.folder !== undefined && { userDataDir: profile.folder }),
      // Where the process of the page that it begins with is killed, that would be waited for in vain.
      waitForInitialPage: false,
      protocolTimeout: LONGEST,
      defaultViewport: SCREEN,
      signal,
    }
    const launching = tellOfProcesses(
      () => puppeteer.launch(options),
      (program) => {
        programs.push(program)
        // What cannot be run at all is told in an event, which nobody else listens to.
        program.on('error', reject)
      },
    )
    const started = launching.then(async (browser) => running(browser, origin, profile, await crashesOf(browser)))
    return await Promise.race([started, abandoned])
  } catch (error) {
    for (const program of programs) killGroup(program)
    await Promise.all(programs.map(endOf))
    await profile.remove()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** A page tells of its own crash, but not while it is being opened: then the browser does. */
async function crashesOf(browser: Browser): Promise<CDPSession> {
  const session = await browser.target().createCDPSession()
  await session.send('Target.setDiscoverTargets', { discover: true })
  return session
}

function running(browser: Browser, origin: BrowserProgram['origin'], profile: Profile, crashes: CDPSession): RunningBrowser {
  const program = browser.process()!
  // The page that it begins with is as fresh as any, and a new one has to start a process.
  let initial = browser.targets().find((target) => target.type() === TargetType.PAGE)
  crashes.once('Target.targetCrashed', () => (initial = undefined))
  return {
    origin,
    open: async () => {
      const begun = initial?.page().catch(() => undefined)
      initial = undefined
      const page = (await begun) ?? (await browser.newPage())
      // What nobody sees is not drawn: else a long page would be laid out for the screen after each change. Where that is refused, it is.
      await browser.setWindowBounds(await page.windowId(), { windowState: 'minimized' }).catch(() => undefined)
      return page
    },
    onCrash: (listener) => {
      crashes.on('Target.targetCrashed', listener)
      return () => void crashes.off('Target.targetCrashed', listener)
    },
    kill: () => killGroup(program),
    close: async () => {
      killGroup(program)
      await endOf(program)
      await profile.remove()
    },
  }
}
