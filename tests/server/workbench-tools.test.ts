import axe from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPrintingLater } from '../../pipeline/cli/prints.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { openBrowser } from '../html/screen.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const GLOSSARY = `terms:
  civil society:
    mk: { accepted: [граѓанско општество], stems: [граѓанск општеств] }
    sq: { accepted: [shoqëria civile], stems: [shoqëri civil] }
names:
  Ana Marku: { mk: Ана Марку, sq: Ana Marku, sr-Cyrl: Ана Марку }
`
const BODY = [
  'Civil society in the region met Ana Marku.',
  'The council met twice.',
  'The council of 12 towns.',
  'A council for all.',
  'Nothing is known of the council.',
]
const MACEDONIAN: Readonly<Record<string, string>> = {
  Paper: 'Труд',
  [BODY[0]!]: 'Граѓанското општество во регионот се сретна со Ана Марку.',
  [BODY[1]!]: 'Советот се сретна двапати.',
  [BODY[2]!]: 'Советот од 13 града.',
  [BODY[3]!]: 'Совет за сите.',
  [BODY[4]!]: 'Ништо не се знае за "советот".',
}

let publication: SmallPublication
let workbench: Workbench
let guarded: Workbench
let browser: Browser
let page: Page
const { printer } = openPrintingLater(true)

beforeAll(async () => {
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [mk, sq, sr-Cyrl, sr-Latn, en]\n',
    'content/paper/document.md': `---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\n${BODY.join('\n\n')}\n`,
    'locales/glossary.yaml': GLOSSARY,
  })
  publication.run('sync')
  const english = JSON.parse(publication.read('locales/en/paper.json')) as Record<string, string>
  publication.write('locales/mk/paper.json', JSON.stringify(Object.fromEntries(Object.entries(english).map(([key, text]) => [key, MACEDONIAN[text] ?? ''])), null, 2) + '\n') // prettier-ignore
  publication.run('sync')
  workbench = await openWorkbench(openProject(publication.root, { printer }), undefined)
  guarded = await openWorkbench(openProject(publication.root), undefined, { password: 'three wise geese' })
  browser = await openBrowser()
  page = await browser.newPage()
  await page.setViewport({ width: 1400, height: 900 })
})
afterAll(async () => {
  await browser.close()
  await printer.close()
  await workbench.close()
  await guarded.close()
  publication.remove()
})

const keyOf = (text: string): string => Object.entries(JSON.parse(publication.read('locales/en/paper.json')) as Record<string, string>).find(([, each]) => each === text)![0] // prettier-ignore
const segment = (text: string): string => `[data-key="${keyOf(text)}"]`
const texts = (): Record<string, string> => JSON.parse(publication.read('locales/mk/paper.json')) as Record<string, string>
const open = (path: string, from = workbench): Promise<unknown> => page.goto(from.address + path, { waitUntil: 'load' })

test('terms of a segment are marked in its source, with their settled forms and those that its translation has', async () => {
  await open(`mk/paper/#${encodeURIComponent(keyOf(BODY[0]!))}`)
  const at = segment(BODY[0]!)
  await page.waitForSelector(`${at} .terms .term`)
  expect(await page.$$eval(`${at} .words-of-source mark`, (all) => all.map(({ textContent }) => textContent))).toEqual([
    'Civil society',
    'Ana Marku',
  ])
  const listed = (): Promise<(string | null)[][]> =>
    page.$$eval(`${at} .term`, (all) => all.map((each) => ['.of', '.forms', '.used'].map((part) => each.querySelector(part)!.textContent)))
  expect(await listed()).toEqual([
    ['civil society', 'граѓанско општество', 'Граѓанското, општество'],
    ['Ana Marku', 'Ана Марку', 'Ана, Марку'],
  ])
  await page.keyboard.down('Control')
  await page.keyboard.press('KeyA')
  await page.keyboard.up('Control')
  await page.keyboard.type('Средба во регионот: ')
  await expect.poll(async () => (await listed()).map(([, , used]) => used)).toEqual(['', ''])
  // The terms are shown anew while one types.
  await page.$eval(`${at} .forms button`, (button) => (button as HTMLElement).click())
  await expect.poll(async () => (await listed())[0]).toEqual(['civil society', 'граѓанско општество', 'граѓанско, општество'])
})

test('the edition shows what is typed as it is typed, as wide as a phone or a page, and as a PDF', async () => {
  const at = segment(BODY[1]!)
  await page.click('.tools [data-do="preview"]')
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.querySelector('[data-current]') != null)
  await page.focus(`${at} textarea`)
  await page.keyboard.press('End')
  await page.keyboard.type(' *Трипати* <b>')
  const shown = (): Promise<string> =>
    page.$eval('iframe', (frame) => frame.contentDocument?.querySelector('[data-current]')?.innerHTML ?? '')
  await expect.poll(shown).toBe('Советот се сретна двапати. <em>Трипати</em> &#x3C;b>'.replace('&#x3C;', '&lt;').replace('b>', 'b&gt;'))
  expect(texts()[keyOf(BODY[1]!)]).toBe('Советот се сретна двапати.')
  const widthWith = async (name: string): Promise<number> => {
    await page.click(`.preview-tools [data-width="${name}"]`)
    return page.$eval('iframe', (frame) => frame.contentDocument!.documentElement.clientWidth)
  }
  expect(await widthWith('390')).toBe(390)
  expect(await widthWith('1000')).toBe(1000)
  const address = await page.$eval('.preview-tools a', (link) => link.href)
  const printed = await fetch(address)
  expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await printed.text()).slice(0, 5)).toBe('%PDF-')
  for (const path of ['mk/paper/paper.sq.pdf', 'xx/paper/paper.xx.pdf', 'mk/nothing/nothing.mk.pdf', 'mk/paper/..%2f..%2fsecret'])
    expect([path, (await fetch(`${workbench.address}printed/${path}`)).status]).toEqual([path, 404])
})

test('a word that no dictionary has is told while it is typed', async () => {
  const headers = { 'content-type': 'application/json', 'x-editions-token': await page.$eval('meta[name="editions-token"]', (meta) => meta.content) } // prettier-ignore
  const body = JSON.stringify({ key: keyOf(BODY[3]!), text: 'Конферренција за сите.' })
  const rules = async (): Promise<string[]> => {
    const answer = await fetch(`${workbench.address}api/editions/mk/documents/paper/check`, { method: 'POST', headers, body })
    return ((await answer.json()) as { problems: { rule: string; found?: string }[] }).problems.map(
      ({ rule, found }) => `${rule} ${found ?? ''}`,
    )
  }
  await expect.poll(rules).toContain('spelling Конферренција')
})

test('a term is replaced in four texts after each was seen, and all is taken back', async () => {
  const before = publication.read('locales/mk/paper.json')
  await open('search/mk/?q=sovet')
  expect(await page.$$eval('#found mark', (all) => all.length)).toBe(4)
  await page.$eval('#find', (field) => ((field as HTMLInputElement).value = ''))
  await page.type('#find', 'совет')
  await page.type('#put', 'одбор')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.change')
  expect(await page.$$eval('.change ins', (all) => all.map(({ textContent }) => textContent))).toEqual([
    'Одборот',
    'Одборот',
    'Одбор',
    'одборот',
  ])
  await page.click('[data-do="replace"]')
  await page.waitForSelector('.said [data-do="undo"]')
  expect(Object.values(texts()).filter((text) => /одбор/i.test(text))).toHaveLength(4)
  await page.keyboard.press('Enter')
  await expect.poll(() => publication.read('locales/mk/paper.json')).toBe(before)
})

/** The rules that go by colours and sizes; the others find the same in every window. */
const OF_LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']

/** Writes over a text that is typed: all that stands at a segment is shown then, with the edition. */
const showAll = async (tag: string): Promise<void> => {
  const at = segment(BODY[2]!)
  await page.click('.tools [data-do="preview"]')
  await page.type(`${at} textarea`, '"')
  const file = `locales/${tag}/paper.json`
  const before = JSON.parse(publication.read(file)) as Record<string, string>
  const key = keyOf(BODY[2]!)
  const other = `${before[key]}.`
  publication.write(file, `${JSON.stringify({ ...before, [key]: other }, null, 2)}\n`)
  await page.waitForFunction((theirs, text) => document.querySelector(theirs)?.textContent === text, {}, `${at} .theirs`, other)
  await page.$eval(`${at} [data-do="history"]`, (button) => (button as HTMLElement).click())
  await page.waitForSelector(`${at} .former`)
  await page.$eval(`${at} [data-do="discard"], ${at} [data-do="take"]`, (button) => button.scrollIntoView())
}
const showChanges = async (): Promise<void> => {
  await page.type('#find', 'совет')
  await page.type('#put', 'одбор')
  await page.click('#replace button')
  await page.waitForSelector('.change, .said:not(:empty)')
}
const showForm = async (): Promise<void> => {
  await page.click('[data-do="reply"]')
  await page.waitForSelector('dialog[open], .form')
}
const sheetOf = (tag: string): string => `${tag}/paper/#${encodeURIComponent(keyOf(BODY[2]!))}`

/** Each page, and what is done to have all of it shown. */
const PAGES: readonly [path: (tag: string) => string, show?: (tag: string) => Promise<unknown>][] = [
  [() => ''],
  [(tag) => `${tag}/`],
  [sheetOf, showAll],
  [sheetOf, () => page.click('.tools [data-do="person"]')],
  [sheetOf, () => page.click('.tools [data-do="keys"]')],
  [(tag) => `search/${tag}/?q=council`, showChanges],
  [() => 'questions/', showForm],
  [(tag) => `${tag}/nothing/`],
]

const LOOKS = ([320, 768, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const))

test('nothing keeps anybody from reading or using a page: in three languages, light and dark, on a phone, a tablet and a desk', async () => {
  const found: string[] = []
  await open(sheetOf('mk'))
  await page.click(`${segment(BODY[2]!)} [data-do="ask"]`)
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('Ана')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.form textarea:focus')
  await page.keyboard.type('Which council?')
  await page.click('.form .main')
  await page.waitForSelector('.question.open')
  const look = async (tag: string, path: string, show?: (tag: string) => Promise<unknown>, from = workbench): Promise<void> => {
    await open(path, from)
    await show?.(tag)
    // What was typed stands before a text that there is, the other sign behind it: both together are offered.
    if (show === showAll && tag === 'mk') await page.waitForSelector('.conflict .merged:not([hidden])')
    await page.evaluate(axe.source)
    let rules: string[] | undefined
    // Colours are the same in every language; its words fill lines of their own.
    for (const [width, scheme] of tag === 'mk' ? LOOKS : [LOOKS[0]!, LOOKS.at(-1)!]) {
      await page.setViewport({ width, height: 800 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      const violations = await page.evaluate(async (only) => {
        const options = { resultTypes: ['violations' as const], iframes: false, ...(only && { runOnly: only }) }
        const { violations: all } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options)
        return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.failureSummary?.slice(0, 200)}`)
      }, rules)
      rules = OF_LOOKS
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      found.push(...[...violations, ...(isWide ? ['wider than the window'] : [])].map((each) => `${path} ${width} ${scheme} ${each}`))
    }
  }
  for (const tag of ['mk', 'sq', 'sr-Cyrl']) {
    await page.setExtraHTTPHeaders({ 'Accept-Language': tag })
    for (const [path, show] of PAGES) await look(tag, path(tag), show)
    await look(tag, 'enter', undefined, guarded)
  }
  expect(found).toEqual([])
})

test('everything that can be pressed or written in is reached with the Tab key', async () => {
  await page.setViewport({ width: 1400, height: 900 })
  for (const [path, show] of PAGES) {
    await open(path('mk'))
    await show?.('mk')
    const usable = (): Promise<string[]> =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('a, button, input, textarea, select, summary, [data-do]')]
        const [dialog] = document.querySelectorAll('dialog[open]')
        const shown = all.filter((each) => each.checkVisibility() && !each.matches(':disabled') && (!dialog || dialog.contains(each)))
        return shown.filter((each) => !each.matches('[data-reached]')).map((each) => each.outerHTML.slice(0, 120))
      })
    const most = 4 * (await usable()).length + 100
    let unreached: string[] = []
    for (let presses = 0; presses < most; presses++) {
      await page.keyboard.press('Tab')
      await page.evaluate(() => document.activeElement?.setAttribute('data-reached', ''))
      if (presses % 25 === 24 && (unreached = await usable()).length === 0) break
    }
    expect([path('mk'), unreached]).toEqual([path('mk'), []])
  }
})
