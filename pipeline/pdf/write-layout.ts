import type { Page } from './browser.ts'
import { folios } from './folios.ts'
import type { PageLayout } from './page-layout.ts'
import type { Preparation } from './preparation.ts'

/**
 * No browser has running heads (`string-set`); but a counter style may give each page number a text of its own, and a
 * margin box may show the page’s number in that style.
 * @throws Error where the contents want the page of a heading that is on none
 */
export async function writeLayout(
  page: Page,
  { pages, headings }: Pick<PageLayout, 'pages' | 'headings'>,
  { numbering }: Preparation,
): Promise<void> {
  const { labels, last } = folios(pages, numbering === 'roman-front' ? headings.get('text') : undefined)
  const homeless = await page.evaluate(
    (entries, count, numbers, lastNumbers) => {
      const starts = new Map(entries)
      const absent: string[] = []
      const begun: { start: number; title: string }[] = []
      for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
        const start = starts.get(element.dataset['pageOf'] ?? '')
        element.textContent = numbers[(start ?? 0) - 1] ?? ''
        if (start === undefined) absent.push(element.dataset['pageOf'] ?? '')
        else if (element.closest('[data-head]')) begun.push({ start, title: element.closest<HTMLElement>('[data-head]')!.dataset['head']! })
      }
      // The first that begins on the page, else the last before it.
      const sections = Array.from({ length: count }, (_, index) => {
        const own = begun.find(({ start }) => start === index + 1) ?? begun.findLast(({ start }) => start <= index)
        return own?.title ?? ''
      })
      const string = (text: string): string => `"${text.replaceAll(/["\\<>]/g, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`
      const counterStyle = (name: string, texts: readonly string[]): string =>
        `@counter-style ${name} { system: fixed; symbols: ${texts.map(string).join(' ')}; suffix: "" }`
      const style = document.querySelector('style[data-sections]') ?? document.head.appendChild(document.createElement('style'))
      style.setAttribute('data-sections', '')
      style.textContent = [counterStyle('section', sections), counterStyle('folio', numbers), counterStyle('last-folio', lastNumbers)].join(
        '\n',
      )
      return absent
    },
    [...headings],
    pages,
    labels,
    last,
  )
  if (homeless.length > 0)
    throw new Error(`The contents want the page of what no link of the page leads to, or what is not in it: ${homeless.join(', ')}`)
}
