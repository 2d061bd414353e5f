import puppeteer, { type Browser, type Page } from 'puppeteer'
import { failure } from '../problem.ts'
import { findBrowser, type BrowserProgram } from './executable.ts'
import { makeProfile, type Profile } from './profile.ts'

export type { Page } from 'puppeteer'

/** A browser at work. */
export interface RunningBrowser {
  /** Such as `153.0.8010.0`. */
  readonly version: string
  /** A fresh page, which shares nothing with those before it. */
  open(): Promise<Page>
  /** Ends its process group, which is its own alone, at once. */
  kill(): void
  /** Ends it, a hanging one too, and removes its profile. */
  close(): Promise<void>
}

/** How long the browser may take to end by itself, in milliseconds, before it is killed. */
const CLOSING = 5_000

/** How long each step of its start may take, in milliseconds. Who works with it later has a deadline of their own. */
const STARTING = 120_000

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
 * The program to print with, as `findBrowser` finds it.
 * @throws Failure where there is none
 */
export function findProgram(): Promise<BrowserProgram> {
  return findBrowser(() => puppeteer.executablePath().catch(() => undefined))
}

/**
 * Launches the browser, and once more where that fails: its sandbox is on unless the user is root, for whom Chromium has
 * none.
 * @throws Failure where it does not start
 */
export async function launchBrowser(program: BrowserProgram): Promise<RunningBrowser> {
  try {
    return await launch(program).catch(() => launch(program))
  } catch (error) {
    throw failure({
      rule: 'browser',
      file: program.executable,
      message: 'The browser does not start.',
      found: String(error),
      expected: 'a Chrome or Chromium whose sandbox works here',
      // Ubuntu since 23.10 grants user namespaces, which the sandbox needs, to installed browsers only.
      remedy:
        'Where the system keeps programs from making user namespaces, install Google Chrome and set EDITIONS_BROWSER to its path. Web pages alone need no browser: npm start -- --format html',
    })
  }
}

async function launch({ executable, environment }: BrowserProgram): Promise<RunningBrowser> {
  const profile = await makeProfile()
  try {
    const browser = await puppeteer.launch({
      executablePath: executable,
      env: { ...process.env, ...environment },
      headless: 'shell',
      pipe: true,
      args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
      ...(profile.folder !== undefined && { userDataDir: profile.folder }),
      protocolTimeout: STARTING,
    })
    return running(browser, (await browser.version()).replace(/^.*\//, ''), profile)
  } catch (error) {
    await profile.remove()
    throw error
  }
}

function running(browser: Browser, version: string, profile: Profile): RunningBrowser {
  const program = browser.process()
  const kill = (): void => {
    if (program?.pid === undefined || program.exitCode !== null || program.signalCode !== null) return
    if (process.platform === 'win32') program.kill('SIGKILL')
    else process.kill(-program.pid, 'SIGKILL')
  }
  return {
    version,
    open: () => browser.newPage(),
    kill,
    close: async () => {
      const late = setTimeout(kill, CLOSING)
      await browser.close().finally(() => clearTimeout(late))
      await profile.remove()
    },
  }
}
