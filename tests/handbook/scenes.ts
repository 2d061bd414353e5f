import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { build } from '../../pipeline/build.ts'
import { Failure } from '../../pipeline/problem.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { openPreview } from '../../pipeline/server/preview.ts'
import { openWorkbench } from '../../pipeline/server/workbench.ts'
import { openPage } from '../html/screen.ts'
import { samplePublication, type Sample } from './sample.ts'

/** A page as a picture of the handbook shows it. */
export interface Scene {
  /** Name of the picture’s file, without the ending. */
  readonly name: string
  /** The page, with what is to be seen in its window. */
  readonly page: Page
  /** What is seen, by a selector: the words of these parts are told beside the picture. */
  readonly parts: string
}

/** The languages that the handbook shows pages in. */
export const TAGS = ['en', 'sq', 'mk', 'sr-Cyrl'] as const

/** The name of a picture: that of the original has no tag. */
const named = (name: string, tag: string): string => (tag === 'en' ? name : `${name}.${tag}`)

/** A window: narrow enough for its words to be read on paper. */
const WINDOW = { width: 840, height: 640, deviceScaleFactor: 1.5 }
const requestFor = (tag: string) => ({ documents: [], editions: [tag], formats: ['html'], out: 'output', strict: false }) as const
const WAIT = { waitUntil: 'load' } as const

/** Opens the pages of the handbook’s pictures in a language, each as it is seen, one after the other. */
export async function* scenesOf(tag: string, browser: Browser): AsyncGenerator<Scene> {
  const sample = await samplePublication(tag)
  try {
    yield* workbenchScenes(sample, tag, browser)
    yield* publishedScenes(sample, tag, browser)
    if (tag === 'en') yield* previewScenes(sample, browser)
  } finally {
    sample.remove()
  }
}

async function* workbenchScenes({ root, keys }: Sample, tag: string, browser: Browser): AsyncGenerator<Scene> {
  const workbench = await openWorkbench(openProject(root), undefined)
  const page = await browser.newPage()
  try {
    await page.setViewport({ ...WINDOW, height: 560 })
    await page.goto(`${workbench.address}${tag}/`, WAIT)
    yield { name: named('tasks', tag), page, parts: 'h1, main .button, .cards' }
    await page.setViewport(WINDOW)
    await page.goto(`${workbench.address}${tag}/conference-summary/#${keys.stale}`, WAIT)
    // Terms are settled for translations from English.
    await page.waitForSelector(tag === 'en' ? '.segment.current .difference' : '.segment.current .term')
    yield { name: named('desk', tag), page, parts: '.top, .segment.current' }
    await page.goto(`${workbench.address}${tag}/`, WAIT)
    await page.setViewport({ ...WINDOW, height: 620 })
    await page.goto(`${workbench.address}${tag}/conference-summary/#${keys.flagged}`, WAIT)
    await page.waitForSelector('.segment.current .finding')
    await page.$eval('.segment.current', (each) => each.scrollIntoView({ block: 'center' }))
    yield { name: named('finding', tag), page, parts: '.segment.current' }
  } finally {
    await page.close()
    await workbench.close()
  }
}

async function* publishedScenes({ root }: Sample, tag: string, browser: Browser): AsyncGenerator<Scene> {
  await build(openProject(root), requestFor(tag), () => undefined)
  for (const [name, path, parts] of [
    ['draft', 'conference-summary/index.html', '.draft'],
    ['library', 'index.html', 'main'],
  ] as const) {
    const page = await openPage(browser, join(root, 'output', tag, path), WINDOW)
    await page.setViewport(WINDOW)
    yield { name: named(name, tag), page, parts }
    await page.close()
  }
}

async function* previewScenes({ root, ...sample }: Sample, browser: Browser): AsyncGenerator<Scene> {
  const preview = await openPreview(join(root, 'output'), undefined)
  const page = await browser.newPage()
  try {
    await page.setViewport(WINDOW)
    await page.goto(`${preview.address}en/conference-summary/`, { waitUntil: 'load' })
    const document = 'content/conference-summary/document.md'
    sample.write(document, sample.read(document).replace('\nkind:', '\nsubtitel: Two days in Prishtina\nkind:'))
    const { failures } = await build(openProject(root), requestFor('en'), () => undefined).catch((failure: unknown) => ({ failures: failure instanceof Failure ? [failure] : [] })) // prettier-ignore
    preview.tell([], failures.flatMap(({ problems }) => problems)) // prettier-ignore
    await page.waitForSelector('#editions-problems')
    yield { name: 'problem', page, parts: '#editions-problems' }
  } finally {
    await page.close()
    await preview.close()
  }
}
