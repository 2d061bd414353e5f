import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { fontFaces, readFonts } from '../../pipeline/html/fonts.ts'
import { BrowserFault, createGuard } from '../../pipeline/pdf/guard.ts'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { printEdition } from '../../pipeline/pdf/print.ts'
import type { BrowserPage } from '../../pipeline/pdf/browser-page.ts'
import { browsersOf } from '../processes.ts'

/** In milliseconds: long enough for this small page on a busy machine. */
const DEADLINE = 5_000

let pool: BrowserPool
let html: string

beforeAll(async () => {
  const faces = fontFaces(await readFonts(), ({ bytes }) => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`)
  html = `<!doctype html><html lang="en"><head><title>Test</title><style>${faces} body{font-family:"Noto Serif"}</style></head><body><p>Text.</p></body></html>`
})

afterEach(async () => {
  await pool.close()
  const left = browsersOf(process.pid)
  if (left.length > 0) throw new Error(`The pool left ${left.length} processes.`)
})

const signal = (role: string, name: NodeJS.Signals | 0): void => {
  const found = browsersOf(process.pid).filter((each) => each.role === role)
  expect(found.length).toBeGreaterThan(0)
  for (const { pid } of found) process.kill(pid, name)
}

/** Prints after something was done to the browser, so many times; and what came of it. */
const printing = (harm: () => void, times: number) => {
  let tries = 0
  const job = async (sheet: BrowserPage): Promise<Uint8Array> => {
    if (tries++ < times) harm()
    return sheet.print()
  }
  return pool.withPage(html, job).then(
    (bytes) => ({ bytes, tries }),
    (error: Error) => ({ error: error.message, tries }),
  )
}

describe.each([
  ['a page’s process is killed', () => signal('renderer', 'SIGKILL'), /crashed/],
  ['the browser is killed', () => signal('browser', 'SIGKILL'), /ended/],
  ['the browser hangs', () => signal('browser', 'SIGSTOP'), /did not answer/],
  ['a page’s process hangs', () => signal('renderer', 'SIGSTOP'), /did not answer/],
])('where %s', (_, harm, says) => {
  test('the print is tried again, in a new browser', async () => {
    pool = await openBrowserPool(DEADLINE)
    const expected = (await printEdition(pool, html)).bytes.byteLength
    const result = await printing(harm, 1)
    expect(result).toMatchObject({ tries: 2 })
    expect('bytes' in result && result.bytes.byteLength).toBe(expected)
  })

  test('twice, it is reported, and the pool goes on', async () => {
    pool = await openBrowserPool(DEADLINE)
    expect(await printing(harm, 2)).toMatchObject({ tries: 2, error: expect.stringMatching(says) as string })
    expect(await printing(() => undefined, 0)).toMatchObject({ tries: 1 })
  })
})

test('those that were in the same browser are printed all the same', async () => {
  pool = await openBrowserPool(DEADLINE)
  const all = await Promise.all(Array.from({ length: 4 }, (_, index) => printing(() => signal('browser', 'SIGKILL'), index === 0 ? 1 : 0)))
  expect(all.filter((result) => !('bytes' in result))).toEqual([])
})

test('a browser is given so many pages, and then another takes its place', async () => {
  pool = await openBrowserPool(DEADLINE, 2)
  const browsers = new Set<number>()
  for (let page = 0; page < 5; page++) {
    await pool.withPage(html, async () => {
      const own = browsersOf(process.pid).filter(({ role }) => role === 'browser')
      expect(own).toHaveLength(1)
      browsers.add(own[0]!.pid)
    })
  }
  expect(browsers.size).toBe(3)
})

test.each(['browser', 'renderer'])('where the %s is killed while the page is loaded, the print is tried again', async (role) => {
  const long = html.replace('<p>Text.</p>', '<p>Text.</p>'.repeat(10_000))
  for (const delay of [15, 45, 75, 90, 105]) {
    pool = await openBrowserPool(DEADLINE)
    let asked = 0
    let harmed: Promise<void> | undefined
    const page = async (): Promise<string> => {
      // A page's process is there a moment after its page was asked for.
      if (asked++ === 0) {
        const found = vi.waitFor(() => signal(role, 0), { timeout: DEADLINE, interval: 5 })
        harmed = found.then(() => pause(delay)).then(() => signal(role, 'SIGKILL'))
      }
      return long
    }
    // Where it is loaded before, it is held until then.
    const result = await pool.withPage(page, () => harmed!.then(() => 'loaded'))
    expect(result).toBe('loaded')
    expect(asked).toBeLessThanOrEqual(2)
    await pool.close()
  }
})

test('where the process of the page that the browser begins with is killed, another page is opened', async () => {
  for (const delay of [0, 40, 200]) {
    pool = await openBrowserPool(DEADLINE)
    await vi.waitFor(() => signal('renderer', 0), { timeout: DEADLINE, interval: 5 })
    await pause(delay)
    signal('renderer', 'SIGKILL')
    await pause(delay)
    await expect(pool.withPage(html, async () => 'loaded')).resolves.toBe('loaded')
    await pool.close()
  }
})

test('a pool that is closed ends its browser while it starts, and while it prints, and starts no other', async () => {
  for (const delay of [0, 20, 40, 60, 80, 100]) {
    pool = await openBrowserPool(DEADLINE)
    await pause(delay)
    await pool.close()
    expect(browsersOf(process.pid)).toEqual([])
    await expect(pool.withPage(html, (sheet) => sheet.print())).rejects.toThrow(/aborted|ended/)
  }
  pool = await openBrowserPool(DEADLINE)
  const cut = pool.withPage(html, async (sheet) => {
    await pool.close()
    return sheet.print()
  })
  await expect(cut).rejects.toBeInstanceOf(BrowserFault)
})

test('what the driver says of a frame that is gone is a fault of the browser, all else the page’s own', async () => {
  pool = await openBrowserPool(DEADLINE)
  const guard = createGuard(new Promise<never>(() => undefined), DEADLINE)
  await expect(guard(Promise.reject(new Error('Navigating frame was detached')))).rejects.toBeInstanceOf(BrowserFault)
  await expect(guard(Promise.reject(new Error('The page is wrong.')))).rejects.toThrow('The page is wrong.')
})
