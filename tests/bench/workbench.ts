/**
 * How long a translator waits in the workbench: from a key press to what the checks say of it, and from a save to the edition that
 * shows it, in a real browser; on this publication’s document, and on one of 5,000 texts among 200 documents.
 * `npm run bench:workbench -- [rounds]`
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'puppeteer'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench } from '../../pipeline/server/workbench.ts'
import { openBrowser } from '../html/screen.ts'
import { nodeOptions } from '../node-options.ts'
import { writeManyDocuments } from './many-documents.ts'

const rounds = Number(process.argv[2] ?? 15)
const place = mkdtempSync(join(tmpdir(), 'editions-workbench-'))
const CHECKS = 100
const PREVIEW = 300

/** Milliseconds: the median, and the longest. */
interface Waited {
  readonly median: number
  readonly longest: number
}

function waitedOf(times: readonly number[]): Waited {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)]!, longest: sorted.at(-1)! }
}

function tell(name: string, limit: number, { median, longest }: Waited): void {
  const isMet = median <= limit
  console.log(
    `  ${name.padEnd(24)} ${median.toFixed(0).padStart(6)} ms  longest ${longest.toFixed(0).padStart(6)} ms  limit ${limit} ms${isMet ? '' : '  MISSED'}`,
  )
  if (!isMet) process.exitCode = 1
}

/** Of the text: without Control it is that of the line. */
async function toTheEnd(page: Page): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press('End')
  await page.keyboard.up('Control')
}

/** From a quotation mark typed to the finding that there is, and from its removal to none. */
async function waitForChecks(page: Page, key: string): Promise<Waited> {
  const field = `[data-key="${key}"] textarea`
  await page.focus(field)
  await toTheEnd(page)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    // Before the key, which might come first otherwise.
    const change = await page.evaluateHandle((at) => {
      let start = 0
      document.addEventListener('keydown', ({ timeStamp }) => (start = timeStamp), { once: true })
      const findings = document.querySelector(`[data-key="${at}"] .findings`)!
      const { promise, resolve: end } = Promise.withResolvers<number>()
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => end(performance.now() - start))
      })
      observer.observe(findings, { childList: true })
      return { promise }
    }, key)
    await page.keyboard.press(round % 2 === 0 ? '"' : 'Backspace')
    times.push(await change.evaluate(({ promise }) => promise))
    await new Promise((end) => setTimeout(end, 150))
  }
  return waitedOf(times)
}

/** Runs in the page: milliseconds from the key press to now, when the edition shows a text that ends so. */
function shownSince(wanted: string): Promise<number> {
  return new Promise((end) => {
    const look = (): void => {
      const text = document.querySelector('iframe')?.contentDocument?.querySelector('[data-current]')?.textContent ?? ''
      if (text.endsWith(wanted)) end(performance.now() - Number(document.body.dataset['pressed']))
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** From the last key press before a save to the text in the edition beside it, which shows what is typed: more than from the save. */
async function waitForEdition(page: Page, key: string): Promise<Waited> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.focus(`[data-key="${key}"] textarea`)
    await toTheEnd(page)
    await page.keyboard.type(String(round))
    // Before the key, which might come first otherwise.
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ timeStamp }) => (document.body.dataset['pressed'] = String(timeStamp)), { once: true })
    })
    await page.keyboard.press('x')
    await page.keyboard.down('Control')
    await page.keyboard.press('KeyS')
    await page.keyboard.up('Control')
    times.push(await page.evaluate(shownSince, `${round}x`))
    await new Promise((end) => setTimeout(end, 1500))
  }
  return waitedOf(times)
}

async function measure(browser: Browser, name: string, root: string, id: string, tag: string): Promise<void> {
  console.log(name)
  const workbench = await openWorkbench(openProject(root), undefined)
  const page = await browser.newPage()
  await page.setViewport({ width: 1400, height: 900 })
  const start = performance.now()
  await page.goto(`${workbench.address}${tag}/${id}/`)
  console.log(`  opened in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const key = await page.$$eval('.segment.paragraph', (all) => all[Math.floor(all.length / 2)]!.getAttribute('data-key')!)
  await page.focus(`[data-key="${key}"] textarea`)
  await new Promise((end) => setTimeout(end, 3000))
  tell('key press to checks', CHECKS, await waitForChecks(page, key))
  await page.click('.tools [data-do="preview"]')
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.querySelector('[data-current]') != null, {
    timeout: 120_000,
  })
  tell('save to edition shown', PREVIEW, await waitForEdition(page, key))
  await page.close()
  await workbench.close()
}

const LONG = 5_000

/** A publication of 200 documents, one of which has 5,000 texts. */
function writeLarge(root: string): void {
  mkdirSync(root)
  writeManyDocuments(root, 199)
  const words = [
    'The council met the partners',
    'The report of the region',
    'Schools and families',
    'The training of teachers',
    'A network of experts',
  ]
  const body = Array.from({ length: LONG }, (_, at) =>
    at % 25 === 0 ? `## Part ${at / 25 + 1} of the work` : `${words[at % 5]!} has its number ${at} in this list of things.`,
  )
  mkdirSync(join(root, 'content/long'))
  writeFileSync(
    join(root, 'content/long/document.md'),
    `---\ntitle: Long\nkind: report\ndescription: A long one.\ndate: 2020-01-01\n---\n\n${body.join('\n\n')}\n`,
  )
  sync(root)
  const english = JSON.parse(readFileSync(join(root, 'locales/en/long.json'), 'utf8')) as Record<string, string>
  const translated = Object.fromEntries(
    Object.entries(english).map(([key, text]) => [
      key,
      text.replace(/\D+/g, (part) => (/^\S/.test(part) ? 'Puna ka numrin ' : ' në këtë listë.')),
    ]),
  )
  writeFileSync(join(root, 'locales/sq/long.json'), `${JSON.stringify(translated, null, 2)}\n`)
  sync(root)
}

function sync(root: string): void {
  const { status, stderr } = spawnSync('node', [...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', root, 'sync'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

const browser = await openBrowser()
try {
  const own = join(place, 'own')
  for (const folder of ['content', 'locales']) cpSync(folder, join(own, folder), { recursive: true })
  await measure(browser, 'This publication’s document', own, 'conference-summary', 'mk')
  const large = join(place, 'large')
  writeLarge(large)
  await measure(browser, `${LONG} texts, 200 documents`, large, 'long', 'sq')
} finally {
  await browser.close()
  rmSync(place, { recursive: true })
}
