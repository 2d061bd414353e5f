/**
 * The text of a page’s style element, as several. What a publication’s pages have alike is an element by itself, so that machines
 * that print many of them need it once. It comes last: of two elements the browser takes the later one’s rules for a page, also where
 * those of the earlier are for the first page alone.
 * @param fonts the rules of the page’s faces
 * @param alike what all pages of a kind have
 * @param own what the page alone has
 */
export function styleElements(fonts: string, alike: readonly string[], own = ''): string {
  return [fonts, own, alike.filter(Boolean).join('\n')].join('</style>\n<style>')
}
