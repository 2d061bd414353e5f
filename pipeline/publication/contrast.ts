import { createRequire } from 'node:module'
import type * as Culori from 'culori'

// Read from one file: as modules it is hundreds, which take a hundred milliseconds to load.
const culori = createRequire(import.meta.url)('culori/require') as typeof Culori
const { converter, formatHex, interpolate, toGamut, wcagContrast } = culori

/** Colours of the styles (templates/styles): what letters of the accent stand on is made of them. */
export const LIGHT = { paper: '#fbf9f4', print: '#ffffff', ink: '#1b2a41', keyPoints: '#f6f4ee' } as const
export const DARK = { paper: '#14181f', ink: '#e8e6e1' } as const

/** How much of the accent, or of the ink, colours the ground of a callout, and of key points on a screen. */
const CALLOUT = 0.06
const KEY_POINTS = 0.05

/** What letters need on their ground: WCAG 2.2, 1.4.3. Rules and markers need 3 : 1 (1.4.11), which is less. */
export const LEAST_CONTRAST = 4.5

/** A dark screen glares: there the accent is as light as gives its letters this, the enhanced contrast (1.4.6). */
const DARK_CONTRAST = 7

/** The least contrast of an accent with the grounds of light pages on which its letters stand. */
export function contrastOnLight(accent: string): number {
  return leastContrast(accent, [
    LIGHT.paper,
    LIGHT.print,
    LIGHT.keyPoints,
    mixed(LIGHT.paper, LIGHT.ink, KEY_POINTS),
    mixed(LIGHT.paper, accent, CALLOUT),
  ])
}

/** The same of dark screens. */
export function contrastOnDark(accent: string): number {
  return leastContrast(accent, [DARK.paper, mixed(DARK.paper, DARK.ink, KEY_POINTS), mixed(DARK.paper, accent, CALLOUT)])
}

/** The nearest colour of the same hue that is dark enough for light pages; the colour itself where it is. */
export function nearestOnLight(accent: string): string {
  return nearest(accent, (each) => contrastOnLight(each) >= LEAST_CONTRAST, 0)
}

/** The same hue for dark screens. */
export function onDark(accent: string): string {
  return nearest(accent, (each) => contrastOnDark(each) >= DARK_CONTRAST, 1)
}

/** Steps of lightness, of which no eye tells two apart. */
const STEPS = 400

/**
 * A colour with as little change of its lightness in OKLCH as makes it pass, towards black (0) or white (1), which passes.
 * What a screen cannot show so strongly is shown paler.
 */
function nearest(colour: string, passes: (colour: string) => boolean, end: 0 | 1): string {
  const start = converter('oklch')(colour)!
  for (let step = 0; step < STEPS; step++) {
    const lightness = start.l + ((end - start.l) * step) / STEPS
    const each = step === 0 ? colour : formatHex(toGamut('rgb', 'oklch')({ ...start, l: lightness }))
    if (passes(each)) return each
  }
  return end === 0 ? '#000000' : '#ffffff'
}

function leastContrast(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => wcagContrast(colour, ground)))
}

/** `color-mix(in srgb, …)`, as the styles use it. */
function mixed(ground: string, colour: string, share: number): string {
  return formatHex(interpolate([ground, colour], 'rgb')(share))
}
