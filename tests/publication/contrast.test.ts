import { readFileSync } from 'node:fs'
import { differenceEuclidean, hsl, wcagContrast } from 'culori'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  contrastOnDark,
  contrastOnLight,
  DARK,
  LEAST_CONTRAST,
  LIGHT,
  nearestOnLight,
  onDark,
} from '../../pipeline/publication/contrast.ts'

const style = (name: string): string => readFileSync(`templates/styles/${name}.css`, 'utf8')
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** The styles' own accents: what they stand for on light and on dark pages. */
const OWN = { light: '#a8481f', dark: '#e39a6f' }

test('the grounds are those of the styles', () => {
  for (const value of [LIGHT.ink, LIGHT.paper, OWN.light]) expect(style('shared')).toContain(value)
  for (const value of [DARK.ink, DARK.paper, OWN.dark]) expect(style('web')).toContain(value)
  for (const value of [LIGHT.print, LIGHT.keyPoints]) expect(style('print')).toContain(value)
})

test('the styles’ own accents can be read on each of them', () => {
  expect(contrastOnLight(OWN.light)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
  expect(contrastOnDark(OWN.dark)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
})

test('the contrast is never more than with paper', () => {
  fc.assert(
    fc.property(colour, (each) => {
      expect(contrastOnLight(each)).toBeLessThanOrEqual(Math.min(wcagContrast(each, LIGHT.paper), wcagContrast(each, LIGHT.print)))
    }),
  )
})

test('what is offered passes, and what passes is left as it is', () => {
  fc.assert(
    fc.property(colour, (each) => {
      const near = nearestOnLight(each)
      expect(contrastOnLight(near)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      if (contrastOnLight(each) >= LEAST_CONTRAST) expect(near).toBe(each)
      // No darker than it needs to be.
      else expect(contrastOnLight(near)).toBeLessThan(LEAST_CONTRAST + 0.15)
    }),
  )
})

test('an accent is read on dark screens as well, and is the same hue to the eye', () => {
  fc.assert(
    fc.property(colour, (each) => {
      const dark = onDark(each)
      expect(contrastOnDark(dark)).toBeGreaterThanOrEqual(7)
      const hueOf = (value: string): number => hsl(value)!.h ?? 0
      const apart = Math.abs(hueOf(dark) - hueOf(each))
      if ((hsl(each)!.s ?? 0) > 0.3 && differenceEuclidean('oklch')(each, '#000') > 0.3)
        expect(Math.min(apart, 360 - apart)).toBeLessThan(60)
    }),
  )
})
