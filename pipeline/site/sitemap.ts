import { PAGE_NAME } from '../html/file-names.ts'
import { siteAddress } from '../html/site-address.ts'
import type { Publication } from '../model/publication.ts'
import { documentOf, element } from './feed.ts'
import type { Shelf } from './shelves.ts'

/** Addresses of all pages, each final edition with its translations (sitemaps.org; Google’s `xhtml:link`). Nothing without the address of the site. */
export function sitemapOf(publication: Publication, shelves: readonly Shelf[]): string | undefined {
  if (publication.url === undefined) return undefined
  const at = (path: string): string => siteAddress(publication, path)!
  const page = (path: string, ...more: Parameters<typeof element>[2][]) => element('url', {}, element('loc', {}, at(path)), ...more)
  const editions = shelves.flatMap(({ tag, final }) => final.map(({ document, date }) => ({ tag, document, date })))
  const byDocument = Map.groupBy(editions, ({ document }) => document)
  const alternate = (tag: string, document: string) =>
    element('xhtml:link', { rel: 'alternate', hreflang: tag, href: at(`${tag}/${document}/${PAGE_NAME}`) })
  return documentOf(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      page(PAGE_NAME),
      ...shelves.map(({ tag }) => page(`${tag}/${PAGE_NAME}`)),
      ...editions.map(({ tag, document, date }) =>
        page(
          `${tag}/${document}/${PAGE_NAME}`,
          element('lastmod', {}, date),
          ...byDocument.get(document)!.map((each) => alternate(each.tag, document)),
        ),
      ),
    ),
  )
}

/** What crawlers may read: everything. It counts where the site is not below a path. */
export function robotsOf(publication: Publication): string | undefined {
  const sitemap = siteAddress(publication, 'sitemap.xml')
  return sitemap && `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`
}
