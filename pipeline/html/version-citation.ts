const CANONICAL = /<link rel="canonical" href="([^"]+)">/
/** How the page is cited, and where programs that cite it find its PDF. */
const CITING = /<section\b[^>]*\bclass="cite"[^]*?<\/section>|<meta name="citation_pdf_url" content="[^"]+">/g

/**
 * A page that is cited by its own address: whoever cites a former version has read that, and not the newest.
 * @param page as it was published
 * @param folder of the former version in the output: `sq/report.2018-06-08`
 */
export function citedAsVersion(page: string, folder: string): string {
  const address = CANONICAL.exec(page)?.[1]
  if (address === undefined) return page
  const own = new URL(`../${encodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1))}/`, address).href
  // In files to download the address is written as addresses have it.
  const forms = [address, encodeURIComponent(address)].map((written, at) => [written, at === 0 ? own : encodeURIComponent(own)] as const)
  return page.replace(CITING, (block) => forms.reduce((text, [from, to]) => text.replaceAll(from, () => to), block))
}
