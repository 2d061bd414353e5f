import { imageSize } from 'image-size'
import type { Interface } from '../edition/interface.ts'
import type { Picture } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'

/** From so much wider than high on, a logo is mostly the name in letters of its own. */
const WORDMARK = 2.5

/** A publisher’s logo as templates show it. */
export interface LogoView {
  readonly address: string
  /** How much wider than high it is: the style sets logos of any shape to the same area. */
  readonly ratio: string
  /** Whether it stands in the place of the publisher’s name, and not beside it. */
  readonly isName: boolean
}

/** What a page shows of a logo. */
export function logoView({ bytes }: Picture, address: string): LogoView {
  const { width, height } = imageSize(bytes)
  return { address, ratio: (width / height).toFixed(3), isName: width / height >= WORDMARK }
}

/** What tells who publishes: a logo, the name in words, or both. */
export function publisherView(logo: LogoView | undefined, { logoWords }: Publication, words: Interface) {
  const alternative = words.message(logoWords === undefined ? 'publisher' : 'publisher.logo').text
  return { logo: logo !== undefined && { ...logo, alternative }, isPublisherNamed: !logo?.isName }
}
