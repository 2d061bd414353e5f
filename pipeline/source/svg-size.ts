/** Units of length that are the same on every screen and paper, in px (CSS Values 4, 6.2). */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6 }

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`
const LENGTH = new RegExp(`^\\s*(${NUMBER})\\s*([a-z]*)\\s*$`, 'i')
const VIEW = new RegExp(`^\\s*${NUMBER}[\\s,]+${NUMBER}[\\s,]+(${NUMBER})[\\s,]+(${NUMBER})\\s*$`, 'i')

/**
 * How large a drawing is, in px: as its width and height say, where one lacks by the shape of its view, where both lack
 * as its view says. Browsers would stretch one without a size of its own over the line.
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

/** A length in px; nothing for one that is no length above zero, or depends on what is around. */
function lengthOf(value: string | null | undefined): number | undefined {
  const [, number, unit] = LENGTH.exec(value ?? '') ?? []
  const length = Number(number) * (UNITS[unit?.toLowerCase() ?? ''] ?? Number.NaN)
  return length > 0 && Number.isFinite(length) ? length : undefined
}
