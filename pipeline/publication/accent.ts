import * as v from 'valibot'
import type { Look } from '../model/publication.ts'
import { failure, type Position } from '../problem.ts'

const A_COLOUR = 'a colour in quotation marks, such as "#1f5c4d"'

/** A colour as editors and web pages write it. */
export const colour = v.pipe(
  v.string(A_COLOUR),
  v.trim(),
  v.regex(/^#?(?:[\da-f]{3}|[\da-f]{6})$/i, `${A_COLOUR}: # and three or six of the signs 0–9 and a–f`),
  v.transform((written) => whole(written.replace('#', '').toLowerCase())),
)

/**
 * An accent for light and for dark pages.
 * @throws Failure where it cannot be read on light ones, with the nearest that can
 */
export async function accentOf(given: string, file: string, position: Position): Promise<NonNullable<Look['accent']>> {
  // What knows colours is loaded where there is one.
  const { contrastOnLight, LEAST_CONTRAST, nearestOnLight, onDark } = await import('./contrast.ts')
  const contrast = contrastOnLight(given)
  if (contrast >= LEAST_CONTRAST) return { light: given, dark: onDark(given) }
  const near = nearestOnLight(given)
  throw failure({
    rule: 'accent',
    file,
    position,
    message: 'This colour is too light for an accent: its words, labels and numbers are hard to read on paper.',
    found: `“${given}”, a contrast of ${ratio(contrast)}`,
    expected: `at least ${ratio(LEAST_CONTRAST)} on the page and on the grounds of callouts and key points, for words and for the lines and signs beside them (WCAG 2.2, 1.4.3 and 1.4.11)`,
    remedy: `Write accent: "${near}", the nearest of this hue that can be read (${ratio(contrastOnLight(near))}); on dark screens it becomes ${onDark(near)} by itself.`,
  })
}

/** Rounded down: what does not pass is never told as if it did. */
function ratio(contrast: number): string {
  return `${Math.floor(contrast * 10) / 10} : 1`
}

/** `1bc` is short for `#11bbcc`. */
function whole(hex: string): string {
  return `#${hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex}`
}
