import { autonym } from '../language/formats.ts'
import { isTag } from '../language/registry.ts'

const STYLE =
  'body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}h2{margin:2rem 0 .5rem;font-size:1.25rem}ul{padding:0;list-style:none}a{display:inline-block;padding:.4rem 0;color:inherit}@media(prefers-color-scheme:dark){body{background:#1a1a1a;color:#eee}}'

/** A page of a preview, with what reloads it. @param version that of the output when the page was read from it, or before */
export function withReload(html: string, version: number): string {
  const script = `<script src="/.editions/reload.js" data-version="${version}" defer></script>`
  const end = html.lastIndexOf('</body>')
  return end < 0 ? `${html}${script}` : `${html.slice(0, end)}${script}${html.slice(end)}`
}

/** What is published, by document. @param paths of the output folder */
export function listPage(paths: readonly string[]): string {
  const pages = paths.flatMap((path) => {
    const [tag = '', document = '', name] = path.split('/')
    return name === 'index.html' && isTag(tag) ? [{ tag, document }] : []
  })
  const byDocument = Map.groupBy(pages, ({ document }) => document)
  const sections = [...byDocument].map(([document, editions]) => {
    const items = editions.map(({ tag }) => {
      const pdf = `${tag}/${document}/${document}.${tag}.pdf`
      const printed = paths.includes(pdf) ? ` · <a href="/${encodeURI(pdf)}">PDF</a>` : ''
      return `<li><a href="/${encodeURI(`${tag}/${document}/`)}" lang="${tag}">${escaped(autonym(tag))}</a>${printed}</li>`
    })
    return `<h2>${escaped(document)}</h2><ul>${items.join('')}</ul>`
  })
  return page('Preview', `<h1>Preview</h1>${sections.length > 0 ? sections.join('') : '<p>Nothing is built yet.</p>'}`)
}

/** What stands where there is no page. */
export function missingPage(path: string): string {
  return page('Not there', `<h1>There is no such page</h1><p>${escaped(path)}</p><p><a href="/">All pages</a></p>`)
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
