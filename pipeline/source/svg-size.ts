/** Absolute units of length in px (CSS Values 4, 6.2). */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6 }

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`
const LENGTH = new RegExp(`^\\s*(${NUMBER})\\s*([a-z]*)\\s*$`, 'i')
const VIEW = new RegExp(`^\\s*${NUMBER}[\\s,]+${NUMBER}[\\s,]+(${NUMBER})[\\s,]+(${NUMBER})\\s*$`, 'i')

/**
 * Size of a drawing in px, from its width and height. If one is missing, it follows from the proportions of the view box; if both
 * are, from its size. Browsers would stretch a drawing without size to the width of the line.
 */
export function sizeOf(
  attributes: Readonly<Record<string, string | null | undefined>>,
): { readonly width: number; readonly height: number } | undefined {
  const [across, down] = [lengthOf(attributes['width']), lengthOf(attributes['height'])]
  const view = VIEW.exec(attributes['viewBox'] ?? '')
  const [viewWidth, viewHeight] = [Number(view?.[1] ?? 0), Number(view?.[2] ?? 0)]
  const seen = viewWidth > 0 && viewHeight > 0
  if (!seen) return across !== undefined && down !== undefined ? { width: across, height: down } : undefined
  const width = across ?? (down === undefined ? viewWidth : (down * viewWidth) / viewHeight)
  return { width, height: down ?? (width * viewHeight) / viewWidth }
}

/** A length in px. Absent if it is not positive, or depends on the surroundings. */
function lengthOf(value: string | null | undefined): number | undefined {
  const [, number, unit] = LENGTH.exec(value ?? '') ?? []
  const length = Number(number) * (UNITS[unit?.toLowerCase() ?? ''] ?? Number.NaN)
  return length > 0 && Number.isFinite(length) ? length : undefined
}
