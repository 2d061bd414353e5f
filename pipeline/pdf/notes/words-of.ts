/** What the first paragraph of each of some notes says, or all of one that begins with none; runs in the page. */
export function wordsOf(names: readonly string[]): string[] {
  return names.map((name) => {
    const note = document.getElementById(name)
    return (note?.querySelector('p') ?? note)?.textContent ?? ''
  })
}
