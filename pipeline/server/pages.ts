const STYLE =
  'body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}a{display:inline-block;padding:.4rem 0;color:inherit}@media(prefers-color-scheme:dark){body{background:#1a1a1a;color:#eee}}'

/** A page of a preview, with what reloads it. @param version that of the output when the page was read from it, or before */
export function withReload(html: string, version: number): string {
  const script = `<script src="/.editions/reload.js" data-version="${version}" defer></script>`
  const end = html.lastIndexOf('</body>')
  return end < 0 ? `${html}${script}` : `${html.slice(0, end)}${script}${html.slice(end)}`
}

/** What stands at the front while no web page is built. */
export function emptyPage(): string {
  return page('Preview', '<h1>Preview</h1><p>Nothing is built yet.</p>')
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
