import type { BrowserProgram } from './browser-program.ts'
import { delimiter, join } from 'node:path'
import { isExecutable } from '../files/programs.ts'
import { failure } from '../problem.ts'
import { noBrowser } from './no-browser.ts'
import { pinnedBrowser } from './pinned.ts'

const VARIABLE = 'EDITIONS_BROWSER'
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'chrome.exe']
const CHROMIUM_ON_MAC = '/Applications/Chromium.app/Contents/MacOS/Chromium'

/**
 * Finds the browser to print with: the one that EDITIONS_BROWSER names, the pinned one, puppeteer's, one on the
 * path, Google Chrome where its installer puts it.
 * @param cached gives the path of the browser that puppeteer downloaded, if any
 * @param tried whether the pinned one is tried first, which takes a while: where it did not start, it may want its own libraries
 * @throws Failure where there is none, or EDITIONS_BROWSER names no program
 */
export async function findBrowser(cached: () => Promise<string | undefined>, tried = true): Promise<BrowserProgram> {
  const chosen = process.env[VARIABLE]
  if (chosen) {
    if (await isExecutable(chosen)) return { executable: chosen, origin: VARIABLE, environment: {} }
    throw failure({
      rule: 'browser',
      file: chosen,
      message: `${VARIABLE} does not name a program.`,
      found: chosen,
      expected: 'the path of a Chrome or Chromium',
      remedy: `Correct the variable, or unset it to print with the browser that npm installed.`,
    })
  }
  const pinned = await pinnedBrowser(tried)
  if (pinned?.starts) return pinned.program
  const downloaded = await cached()
  if (downloaded !== undefined && (await isExecutable(downloaded)))
    return { executable: downloaded, origin: 'puppeteer’s cache', environment: {} }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const candidate of [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), CHROMIUM_ON_MAC]) {
    if (await isExecutable(candidate)) return { executable: candidate, origin: 'the path', environment: {} }
  }
  const chrome = await installedChrome()
  if (chrome !== undefined) return { executable: chrome, origin: 'the system', environment: {} }
  // Why it does not start is told by who starts it: there is no other.
  if (pinned) return pinned.program
  throw noBrowser(process.platform)
}

/** The path of Google Chrome where its installer puts it on this system, if it is there. */
async function installedChrome(): Promise<string | undefined> {
  const { Browser, ChromeReleaseChannel, computeSystemExecutablePath } = await import('@puppeteer/browsers')
  try {
    return computeSystemExecutablePath({ browser: Browser.CHROME, channel: ChromeReleaseChannel.STABLE })
  } catch {
    return undefined
  }
}
