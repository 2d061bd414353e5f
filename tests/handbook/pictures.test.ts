import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexColours } from '../../pipeline/pdf/palette.ts'
import { encodePng } from '../../pipeline/pdf/png.ts'
import { openBrowser } from '../html/screen.ts'
import { scenesOf, TAGS, type Scene } from './scenes.ts'

/** What is opened in each run: the pages are the same in every language, but for their words. */
const OPENED = process.env['HANDBOOK_PICTURES'] === undefined ? (['en'] as const) : TAGS

/**
 * The words that the pages of the handbook’s pictures showed when they were taken. Where the pages have others now, the pictures
 * are no longer true, and are taken anew with: HANDBOOK_PICTURES=1 npx vitest run --config .ci/vitest.ts --root . tests/handbook/pictures.test.ts
 */
const SEEN = 'tests/handbook/seen.json'
const FOLDER = 'templates/handbook/content/handbook'
const isTaking = process.env['HANDBOOK_PICTURES'] !== undefined

const before = isTaking ? {} : (JSON.parse(readFileSync(SEEN, 'utf8')) as Record<string, string[]>)
const now: Record<string, string[]> = {}
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  if (isTaking) writeFileSync(SEEN, `${JSON.stringify(now, null, 2)}\n`)
})

test.each(OPENED)('the pictures in %s are still true', async (tag) => {
  for await (const scene of scenesOf(tag, browser)) {
    now[scene.name] = await wordsOf(scene)
    if (isTaking) await take(scene)
    else expect({ [scene.name]: now[scene.name] }).toEqual({ [scene.name]: before[scene.name] })
  }
})

test.each(TAGS.filter((tag) => tag !== 'en'))('the pictures in %s have the words that buttons have now', (tag) => {
  const seen = isTaking ? now : before
  const [english, own] = ['en', tag].map((each) => JSON.parse(readFileSync(`pipeline/language/packs/${each}/workbench.json`, 'utf8')) as Record<string, string>) // prettier-ignore
  const shown = ['tasks', 'desk', 'finding'].flatMap((name) =>
    Object.keys(english!).flatMap((id) => (seen[name]!.includes(english![id]!) ? [{ name: `${name}.${tag}`, words: own![id]! }] : [])),
  )
  expect(shown.length).toBeGreaterThan(10)
  expect(shown.filter(({ name, words }) => !seen[name]!.includes(words))).toEqual([])
})

/** The words of a scene’s parts as they are seen, a line each. */
async function wordsOf({ page, parts }: Scene): Promise<string[]> {
  const texts = await page.$$eval(parts, (all) => all.map((each) => each.shadowRoot?.querySelector('section')?.innerText ?? (each as HTMLElement).innerText)) // prettier-ignore
  return texts.flatMap((text) => text.split('\n').map((line) => line.trim())).filter((line) => line !== '')
}

/** Takes the picture of a scene, and writes it by a palette. */
async function take({ name, page }: Scene): Promise<void> {
  const bytes = await page.screenshot({ encoding: 'base64' })
  const { pixels, ...size } = await pixelsOf(bytes, page)
  writeFileSync(join(FOLDER, `${name}.png`), encodePng(size, indexColours(pixels)))
}

/** The pixels of a picture, which the browser knows how to read. */
async function pixelsOf(png: string, page: Page): Promise<{ pixels: Uint8Array<ArrayBuffer>; width: number; height: number }> {
  const blank = await page.browser().newPage()
  const { data, width, height } = await blank.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const read = new FileReader()
    read.readAsDataURL(new Blob([context.getImageData(0, 0, image.width, image.height).data]))
    await new Promise((resolve) => read.addEventListener('load', resolve))
    return { data: (read.result as string).split(',')[1]!, width: image.width, height: image.height }
  }, png)
  await blank.close()
  return { pixels: new Uint8Array(Buffer.from(data, 'base64')), width, height }
}
