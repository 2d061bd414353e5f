import { imageSize } from 'image-size'
import type { Picture } from '../model/document.ts'

/** How much wider than high a picture is that takes the margin too: a panorama, a chart of many columns, a map of a region. */
const BROAD = 1.7
/** One of fewer pixels has room enough in the text. */
const LEAST_WIDTH = 700

/** Whether a picture is to be shown over text and margin, by its shape and its size. */
export function isBroad({ bytes }: Picture): boolean {
  const { width, height, orientation } = imageSize(bytes)
  // A camera that was held upright says so (Exif 3.0, 4.6.5.1.6): five and more turn the picture by a quarter.
  const [across, down] = orientation !== undefined && orientation >= 5 ? [height, width] : [width, height]
  return across / down >= BROAD && across >= LEAST_WIDTH
}
