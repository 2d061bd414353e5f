/**
 * The text of a page’s style element, as several. What a publication’s pages have alike is an element by itself, so that machines
 * that print many of them need it once.
 * @param fonts the rules of the page’s faces
 * @param alike what all pages of a kind have
 * @param own what the page alone has
 */
export function styleElements(fonts: string, alike: readonly string[], own = ''): string {
  return [fonts, alike.filter(Boolean).join('\n'), own].join('</style>\n<style>')
}
