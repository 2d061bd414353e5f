import { imageSize } from 'image-size'
import type { Picture } from '../model/document.ts'
import type { Artifact } from '../model/edition.ts'
import { stillOf } from '../source/picture-file.ts'
import { base64 } from './base64.ts'
import type { Addresses } from './body.ts'

/** The endings of pictures by their media types. */
const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/svg+xml': 'svg' }

/** A picture as a book has it: its path as the book’s pages name it. */
export interface BookPicture extends Artifact {
  readonly mediaType: string
  /** As it is shown, in pixels. */
  readonly size: Size
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Draws a page of the size of its style as PNG. */
type Draw = (html: string, size: Size) => Promise<Uint8Array>

/** The pictures that a page of a book shows, each once, in the order in which it shows them. */
export interface ShownPictures {
  readonly address: Addresses['picture']
  /** All that were shown. One of a kind that books do not have is drawn as PNG. */
  files(draw: Draw): Promise<BookPicture[]>
}

/**
 * @param kinds media types that the book may have
 * @param density how many pixels a drawn picture has for each that it is shown in
 */
export function showPictures(kinds: readonly string[], density = 1): ShownPictures {
  const paths = new Map<Picture, string>()
  return {
    address: (picture) => {
      const ending = kinds.includes(picture.mediaType) ? ENDINGS[picture.mediaType]! : 'png'
      const path = paths.get(picture) ?? `pictures/${paths.size + 1}.${ending}`
      paths.set(picture, path)
      return path
    },
    files: (draw) =>
      Promise.all(
        [...paths].map(async ([picture, path]) => {
          const { mediaType, bytes } = picture
          const { width, height } = imageSize(bytes)
          const size = { width, height }
          if (kinds.includes(mediaType)) return { path, mediaType, size, bytes: stillOf(bytes, mediaType) }
          const drawn = { width: width * density, height: height * density }
          return { path, mediaType: 'image/png', size, bytes: await draw(pageOf(picture, drawn), drawn) }
        }),
      ),
  }
}

/** A page that shows a picture in a size. */
function pageOf({ mediaType, bytes }: Picture, { width, height }: Size): string {
  const style = `@page { size: ${width}px ${height}px; margin: 0 } body { margin: 0 } img { display: block; width: ${width}px; height: ${height}px }`
  return `<!doctype html><style>${style}</style><img src="data:${mediaType};base64,${base64(bytes)}">`
}
