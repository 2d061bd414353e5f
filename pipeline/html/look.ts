import type { Look } from '../model/publication.ts'

/** What the style takes from the publisher’s look, as custom properties, before the style itself; nothing where that is the styles’ own. */
export function lookStyle({ accent, text }: Look): string {
  const properties = [
    ...(accent ? [`--own-accent: ${accent.light}`, `--own-accent-on-dark: ${accent.dark}`, `--own-turn: ${turnOf(accent.light)}`] : []),
    ...(text === 'sans' ? ['--own-text: var(--sans)'] : []),
  ]
  return properties.length > 0 ? `:root { ${properties.join('; ')} }` : ''
}

/** The mark before the second line of code that goes on: a drawing reads no properties of the page. */
function turnOf(colour: string): string {
  return `url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 12.5" width="9" height="12.5"><path d="M1 2.5v4h6.5M5 4l2.5 2.5L5 9" fill="none" stroke="%23${colour.slice(1)}" stroke-width=".8"/></svg>')`
}
