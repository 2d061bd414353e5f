import type { Browser, HTTPRequest, KeyInput, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../html/screen.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { createWork, type SmallWork } from './workbench-publication.ts'

let work: SmallWork
let workbench: Workbench
let browser: Browser
let page: Page

beforeAll(async () => {
  work = createWork()
  workbench = await openWorkbench(openProject(work.root), undefined)
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await workbench.close()
  work.remove()
})

const field = (key: string): string => `[data-key="${key}"] textarea`
const valueOf = (key: string, on = page): Promise<string> => on.$eval(field(key), (each) => (each as HTMLTextAreaElement).value)
const currentKey = (): Promise<string | null> => page.$eval('.segment.current', (each) => each.getAttribute('data-key'))
const shows = (selector: string, text: string, on = page): Promise<unknown> =>
  on.waitForFunction((at, wanted) => document.querySelector(at)?.textContent.includes(wanted), {}, selector, text)
const saveAndNext = async (): Promise<void> => {
  await page.keyboard.down('Control')
  await page.keyboard.press('Enter')
  await page.keyboard.up('Control')
}
const replaceText = async (key: string, text: string, on = page): Promise<void> => {
  await on.focus(field(key))
  await on.keyboard.down('Control')
  await on.keyboard.press('KeyA')
  await on.keyboard.up('Control')
  await on.keyboard.type(text)
}
const isSaved = async (key: string, text: string): Promise<void> => {
  await expect.poll(() => work.texts()[key]).toBe(text)
}
const wait = { waitUntil: 'load' } as const

test('the list says what is to be done, in the translator’s language, and leads to the first of it', async () => {
  await page.setExtraHTTPHeaders({ 'Accept-Language': 'sr-RS,sr;q=0.9,en;q=0.5' })
  await page.goto(workbench.address, wait)
  expect(await page.$eval('html', ({ lang }) => lang)).toBe('sr-Cyrl')
  await Promise.all([page.waitForNavigation(wait), page.click('.cards a')])
  expect(await page.$eval('.counts', ({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())).toBe(
    '1 непреведен 1 застарео 1 са налазима још 10 речи',
  )
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Следећи задатак')
  await Promise.all([page.waitForNavigation(wait), page.keyboard.press('Enter')])
  await page.waitForSelector('.segment.current')
  expect(await currentKey()).toBe(work.keyOf('Nobody'))
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
})

test('what is missing is translated, seen in Latin as well, and saved with a key, which leads on', async () => {
  const key = work.keyOf('Nobody')
  await page.keyboard.type('Ово још нико није превео.')
  await shows(`[data-key="${key}"] [data-script="sr-Latn"]`, 'Ovo još niko nije preveo.')
  await saveAndNext()
  await isSaved(key, 'Ово још нико није превео.')
  await shows('.said', 'Сачувано')
  expect(await currentKey()).toBe(work.keyOf('The report has'))
  await page.waitForFunction(() => !document.querySelector('.top .counts')!.textContent.includes('непреведен'))
})

test('what is stale shows what has changed in the English, and counts for it when it is saved', async () => {
  const key = work.keyOf('The report has')
  expect(await page.$$eval(`[data-key="${key}"] :is(ins, del)`, (all) => all.map(({ tagName, textContent }) => `${tagName} ${textContent}`))).toEqual(['DEL 12', 'INS 14']) // prettier-ignore
  await shows(`[data-key="${key}"] .findings`, '14')
  await replaceText(key, 'Извештај има 14 поглавља.')
  await page.waitForFunction((at) => document.querySelector(at)?.childElementCount === 0, {}, `[data-key="${key}"] .findings`)
  await saveAndNext()
  await isSaved(key, 'Извештај има 14 поглавља.')
  await expect.poll(() => page.$eval(`[data-key="${key}"]`, (each) => each.getAttribute('data-task'))).toBe('done')
  expect(work.run('status', '--json').said).toContain('"stale": 0')
})

test('a flagged quote is put right with one click', async () => {
  const key = work.keyOf('She said')
  expect(await currentKey()).toBe(key)
  await page.click(`[data-key="${key}"] [data-do="mend"]`)
  expect(await valueOf(key)).toBe('Рекла је: „Мир и поверење.”')
  await saveAndNext()
  await isSaved(key, 'Рекла је: „Мир и поверење.”')
  await shows('.said', 'Све је готово')
})

test('where two write the same text, the second sees both, keeps what was typed, and decides', async () => {
  const key = work.keyOf('Two people')
  await replaceText(key, 'Моја реченица.')
  work.setText(key, 'Туђа реченица.')
  await shows(`[data-key="${key}"] .conflict .theirs`, 'Туђа реченица.')
  expect(await valueOf(key)).toBe('Моја реченица.')
  await shows(`[data-key="${key}"] .theirs ins`, 'Туђа')
  await page.click(`[data-key="${key}"] [data-do="keep"]`)
  await isSaved(key, 'Моја реченица.')
  expect(JSON.stringify(work.texts())).not.toContain('Туђа')
})

test('where two change different words, the text with both is offered, and is saved when the second saves it', async () => {
  const key = work.keyOf('Two people')
  work.setText(key, 'Двоје људи ово пишу истовремено.')
  await expect.poll(() => valueOf(key)).toBe('Двоје људи ово пишу истовремено.')
  await replaceText(key, 'Двоје људи ово пишу сада.')
  work.setText(key, 'Троје људи ово пишу истовремено.')
  await shows(`[data-key="${key}"] .conflict .merged`, 'Троје људи ово пишу сада.')
  await page.focus(`[data-key="${key}"] [data-do="merge"]`)
  await page.keyboard.press('Enter')
  expect(await valueOf(key)).toBe('Троје људи ово пишу сада.')
  expect(work.texts()[key]).toBe('Троје људи ово пишу истовремено.')
  await saveAndNext()
  await isSaved(key, 'Троје људи ово пишу сада.')
  await page.waitForFunction((at) => document.querySelector(at)?.matches(':not(.typed)'), {}, `[data-key="${key}"]`)
})

test('a page that did not hear of another text is told when it saves', async () => {
  const key = work.keyOf('Two people')
  const deaf = await browser.newPage()
  await deaf.evaluateOnNewDocument(() => {
    // What a network that is cut off leaves of it.
    Object.assign(globalThis, { EventSource: class extends EventTarget {} })
  })
  await deaf.goto(`${workbench.address}sr-Cyrl/paper/#${encodeURIComponent(key)}`, wait)
  work.setText(key, 'Трећа реченица.')
  await replaceText(key, 'Четврта реченица.', deaf)
  await deaf.locator(`[data-key="${key}"] [data-do="save"]`).click()
  await shows(`[data-key="${key}"] .conflict .theirs`, 'Трећа реченица.', deaf)
  expect(await valueOf(key, deaf)).toBe('Четврта реченица.')
  expect(work.texts()[key]).toBe('Трећа реченица.')
  await deaf.click(`[data-key="${key}"] [data-do="take"]`)
  expect(await valueOf(key, deaf)).toBe('Трећа реченица.')
  await deaf.close()
})

test('what is half typed when a page closes is there again, and what was saved elsewhere does not take it away', async () => {
  const key = work.keyOf('The last')
  await replaceText(key, 'Пола реч')
  await page.close({ runBeforeUnload: false })
  work.setText(work.keyOf('This sentence'), 'Ова реченица је измењена.')
  page = await browser.newPage()
  await page.goto(`${workbench.address}sr-Cyrl/paper/`, wait)
  expect(await valueOf(key)).toBe('Пола реч')
  await shows(`[data-key="${key}"] .draft`, 'још није сачувано')
  expect(await valueOf(work.keyOf('This sentence'))).toBe('Ова реченица је измењена.')
  expect(work.texts()[key]).toBe('Последња од свих реченица.')
  await page.focus(field(key))
  await page.keyboard.press('End')
  await page.keyboard.type('енице.')
  await saveAndNext()
  await isSaved(key, 'Пола реченице.')
  await page.reload(wait)
  expect(await page.$(`[data-key="${key}"] .draft`)).toBeNull()
})

test('a paragraph that its author adds comes by itself, and what is typed stays', async () => {
  const key = work.keyOf('The last')
  await replaceText(key, 'Нешто друго')
  work.write('content/paper/document.md', `${work.read('content/paper/document.md')}\nOne more sentence.\n`)
  await shows('#segments', 'One more sentence.')
  await page.waitForSelector(`[data-key="${key}"] .draft`)
  expect(await valueOf(key)).toBe('Нешто друго')
})

test('the edition stands beside the texts, at the one that is worked on, as it was saved last', async () => {
  await page.setViewport({ width: 1400, height: 800 })
  await page.click('.tools [data-do="preview"]')
  const key = work.keyOf('The last')
  const textOf = (): Promise<string> =>
    page.$eval('iframe', (frame) => frame.contentDocument?.querySelector('[data-current]')?.textContent ?? '')
  await page.focus(field(key))
  await expect.poll(textOf).toBe('Пола реченице.')
  await replaceText(key, 'Цела реченица.')
  await page.keyboard.down('Control')
  await page.keyboard.press('KeyS')
  await page.keyboard.up('Control')
  await expect.poll(textOf).toBe('Цела реченица.')
  const pressParagraph = async (): Promise<string | null> => {
    await page.$eval('iframe', (frame) => {
      const paragraphs = [...frame.contentDocument!.querySelectorAll('p')]
      paragraphs.find(({ textContent }) => textContent.includes('превео'))?.click()
    })
    return currentKey()
  }
  await expect.poll(pressParagraph).toBe(work.keyOf('Nobody'))
  // What stands around the text leads to its segment as well, and back.
  await page.$eval('iframe', (frame) => frame.contentDocument!.querySelector('h1')!.click())
  expect(await currentKey()).toBe('front.title')
  await expect.poll(textOf).toBe('Рад')
})

const press = async (key: KeyInput, ...held: readonly KeyInput[]): Promise<void> => {
  for (const each of held) await page.keyboard.down(each)
  await page.keyboard.press(key)
  for (const each of held.toReversed()) await page.keyboard.up(each)
}
const notes = (): string => work.read('locales/notes/paper.json')

test('a question is asked with keys, under the name that is asked for once, and its author answers it for all languages', async () => {
  const key = work.keyOf('This sentence')
  await page.focus(field(key))
  await press('KeyQ', 'Alt')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('Ана')
  await page.keyboard.press('Enter')
  await page.waitForSelector(`[data-key="${key}"] .form textarea:focus`)
  await page.keyboard.type('Which sent')
  // What is typed is there again after a crash.
  await page.reload(wait)
  await page.focus(field(key))
  await press('KeyQ', 'Alt')
  await page.waitForSelector(`[data-key="${key}"] .form textarea:focus`)
  await page.keyboard.press('End')
  await page.keyboard.type('ence?')
  // Who presses twice asks once.
  await press('Enter', 'Control')
  await press('Enter', 'Control')
  await shows(`[data-key="${key}"] .question.open`, 'Which sentence?')
  expect(notes().match(/Which sentence\?/g)).toHaveLength(1)
  await shows(`[data-key="${key}"] .question.open`, 'Ана')
  expect(notes()).toContain('"by":"Ана"')
  await expect.poll(() => page.$eval(`[data-key="${key}"]`, (each) => each.getAttribute('data-task'))).toBe('asked')
  const author = await browser.newPage()
  await author.goto(workbench.address, wait)
  await Promise.all([author.waitForNavigation(wait), author.click('.also a')])
  await shows('.question', 'Which sentence?', author)
  await author.click('[data-do="reply"]')
  await author.waitForSelector('.form textarea:focus')
  await author.keyboard.type('The one that stays.')
  await Promise.all([author.waitForNavigation(wait), author.click('.form .main')])
  await shows('.reply', 'The one that stays.', author)
  await author.close()
  await shows(`[data-key="${key}"] .reply`, 'The one that stays.')
  await expect.poll(() => page.$eval(`[data-key="${key}"]`, (each) => each.getAttribute('data-task'))).toBe('done')
})

test('the last change is taken back with a key, and a former text put back with one click', async () => {
  const key = work.keyOf('This sentence')
  const before = work.texts()[key]!
  await replaceText(key, 'Сасвим друга реченица.')
  await press('KeyS', 'Control')
  await isSaved(key, 'Сасвим друга реченица.')
  await shows('.said', 'Сачувано')
  await press('KeyZ', 'Alt')
  await isSaved(key, before)
  await expect.poll(() => valueOf(key)).toBe(before)
  await press('KeyH', 'Alt')
  await shows(`[data-key="${key}"] .former`, 'Сасвим друга реченица.')
  await page.waitForSelector(`[data-key="${key}"] .former button:focus`)
  await page.keyboard.press('Enter')
  await isSaved(key, 'Сасвим друга реченица.')
  await expect.poll(() => valueOf(key)).toBe('Сасвим друга реченица.')
})

test('what is opened while the server answers stays open, and who has gone on to another text is not called back', async () => {
  const [key, other] = [work.keyOf('This sentence'), work.keyOf('Nobody')]
  let part: string | undefined
  let held: HTTPRequest[] = []
  const hold = (request: HTTPRequest): void => {
    if (part !== undefined && request.url().includes(part)) held.push(request)
    else void request.continue()
  }
  await page.setRequestInterception(true)
  page.on('request', hold)
  const undone = async (slow: string, meanwhile: () => Promise<unknown>): Promise<void> => {
    part = slow
    held = []
    await page.focus(field(key))
    await press('KeyZ', 'Alt')
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await meanwhile()
    await page.$eval('.said', (said) => said.replaceChildren())
    part = undefined
    for (const each of held) await each.continue()
    await page.waitForFunction(() => document.querySelector('.said')?.textContent !== '')
  }
  const renewing = `?segment=${encodeURIComponent(key)}`
  for (const slow of ['/undo', renewing]) {
    await undone(slow, async () => {
      await press('KeyH', 'Alt')
      await page.waitForSelector(`[data-key="${key}"] .former button:focus`)
    })
    expect(await page.$$(`[data-key="${key}"] .former button:focus`)).toHaveLength(1)
    await page.focus(field(key))
    await page.keyboard.press('Escape')
    await page.click(`[data-key="${key}"] .panel [data-do="close"]`)
  }
  await undone(renewing, () => page.focus(field(other)))
  expect(await page.evaluate((at) => document.querySelector(at) === document.activeElement, field(other))).toBe(true)
  page.off('request', hold)
  await page.setRequestInterception(false)
})

test('who works on a section is shown there, and a second reader reviews it with keys alone', async () => {
  const heading = work.keyOf('Language')
  await page.focus(field(heading))
  await press('KeyC', 'Alt')
  await shows(`[data-key="${heading}"] .claim`, 'Ана')
  await press('KeyC', 'Alt')
  await page.waitForFunction((at) => document.querySelector(at) === null, {}, `[data-key="${heading}"] .claim`)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe(heading)
  await page.keyboard.press('KeyR')
  const isReviewed = (key: string): Promise<boolean> =>
    page.$eval(`[data-key="${key}"] .state`, (each) => each.textContent.includes('Прегледано'))
  await expect.poll(() => isReviewed(heading)).toBe(true)
  await page.focus(field(heading))
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect.poll(currentKey).toBe(work.keyOf('Nobody'))
  await press('KeyR', 'Shift')
  await expect.poll(() => isReviewed(work.keyOf('The report has'))).toBe(true)
  await expect.poll(() => work.read('locales/ledger/sr-Cyrl/paper.json').match(/"by": "Ана"/g)?.length ?? 0).toBeGreaterThan(4)
  await page.keyboard.press('?')
  await page.waitForSelector('#keys[open]')
  await page.keyboard.press('?')
  await page.waitForSelector('#keys:not([open])')
})

test('a text that is emptied is to be translated again', async () => {
  const key = work.keyOf('Nobody')
  await page.focus(field(key))
  await press('KeyA', 'Control')
  await page.keyboard.press('Delete')
  await press('KeyS', 'Control')
  await isSaved(key, '')
  await expect.poll(() => page.$eval(`[data-key="${key}"]`, (each) => each.getAttribute('data-task'))).toBe('missing')
})

test('a page that was open goes on with a workbench that was started anew, and hears of what it missed', async () => {
  const [key, other] = [work.keyOf('The last'), work.keyOf('Two people')]
  await replaceText(key, 'Писано пре новог почетка.')
  const { port } = new URL(workbench.address)
  await workbench.close()
  work.setText(other, 'Написано док нико није слушао.')
  workbench = await openWorkbench(openProject(work.root), Number(port))
  await expect.poll(() => valueOf(other)).toBe('Написано док нико није слушао.')
  expect(await valueOf(key)).toBe('Писано пре новог почетка.')
  await page.focus(field(key))
  await press('KeyS', 'Control')
  await isSaved(key, 'Писано пре новог почетка.')
})

test('what is typed for a text that its author removes is still there to be taken', async () => {
  const key = work.keyOf('One more')
  await replaceText(key, 'Још једна рече')
  const document = work.read('content/paper/document.md')
  work.write('content/paper/document.md', document.replace('\nOne more sentence.\n', ''))
  await shows('.left-over', 'Још једна рече')
  expect(await page.$(field(key))).toBeNull()
  await page.click('.left-over button')
  await page.reload(wait)
  expect(await page.$('.left-over')).toBeNull()
})

test('what is refused is told in the translator’s language', async () => {
  const key = work.keyOf('This sentence')
  work.setText(key, 'Измењено у уређивачу.')
  await expect.poll(() => valueOf(key)).toBe('Измењено у уређивачу.')
  await page.focus(field(key))
  await press('KeyZ', 'Alt')
  await shows('.said', 'нема шта да се поништи')
  await page.$eval(field(key), (each) => ((each as HTMLTextAreaElement).value = 'реч '.repeat(80_000)))
  await press('KeyS', 'Control')
  await shows('.said', 'предугачак')
  expect(work.texts()[key]).toBe('Измењено у уређивачу.')
})
