/** The least that printing takes: launch, load each page, print it twice, close. `node floor.ts BROWSER PAGE…` */
import { readFileSync } from 'node:fs'
import puppeteer from 'puppeteer'

const [executablePath, ...pages] = process.argv.slice(2)
const browser = await puppeteer.launch({
  executablePath: executablePath!,
  headless: 'shell',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
for (const file of pages) {
  const page = await browser.newPage()
  await page.setContent(readFileSync(file, 'utf8'))
  for (let print = 0; print < 2; print++) await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  await page.close()
}
await browser.close()
