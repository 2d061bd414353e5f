import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer'
import { lookAs } from '../html/screen.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What keeps anybody from reading a page (WCAG 2.2 AA, as far as axe finds it) on a phone, a tablet and a desk, light and dark, its width included. */
export async function barriersIn(page: Page): Promise<string[]> {
  const barriers: string[] = []
  await page.evaluate(axe)
  for (const width of [320, 768, 1280]) {
    await lookAs(page, { width })
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) barriers.push(`${width}: wider than its window`)
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      const found = await page.evaluate(async () => {
        const { violations } = (await (globalThis as unknown as { axe: { run: () => Promise<unknown> } }).axe.run()) as AxeResults
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      barriers.push(...found.map((each) => `${width} ${value} ${each}`))
    }
  }
  return barriers
}
