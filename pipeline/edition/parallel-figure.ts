import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Tag } from '../model/language.ts'

/** What an edition has in the place of a block. */
interface Column {
  readonly tag: Tag
  readonly block: RootContent | undefined
}

/**
 * Joins pictures of parallel editions that are the same in all languages to one, which stands once over all columns: it is described
 * in each language, and so it is captioned.
 * @returns nothing where a block is no picture, or where a language has one of its own
 */
export function joinedFigure(columns: readonly Column[]): Paragraph | undefined {
  const figures = columns.flatMap(({ tag, block }) => figureOf(tag, block) ?? [])
  const [first, ...others] = figures
  if (!first || figures.length < columns.length) return undefined
  if (!others.every(({ image, caption }) => isSame(image, first.image) && !caption === !first.caption)) return undefined
  const descriptions = new Set(figures.flatMap(({ image }) => image.alt ?? []))
  const image: Image = { ...first.image, alt: [...descriptions].join(' · ') }
  const captions = figures.flatMap(({ tag, caption }) => (caption ? [cellOf(tag, caption)] : []))
  const children: PhrasingContent[] =
    captions.length > 0 ? [image, { type: 'emphasis', data: { hName: 'figcaption' }, children: captions }] : [image]
  return { ...first.paragraph, children }
}

/** A picture, and what its caption says. */
interface Figure {
  readonly tag: Tag
  readonly paragraph: Paragraph
  readonly image: Image
  readonly caption: PhrasingContent | undefined
}

function figureOf(tag: Tag, block: RootContent | undefined): Figure | undefined {
  if (block?.type !== 'paragraph') return undefined
  const [image, caption, ...more] = block.children
  if (image?.type !== 'image' || more.length > 0 || (caption && caption.data?.hName !== 'figcaption')) return undefined
  return { tag, paragraph: block, image, caption }
}

function isSame({ data }: Image, { data: other }: Image): boolean {
  const [one, two] = [data?.picture, other?.picture]
  return one !== undefined && one.name === two?.name && one.edition === two.edition
}

function cellOf(tag: Tag, caption: PhrasingContent): PhrasingContent {
  const { hName: _, ...data } = caption.data ?? {}
  return { ...caption, data: { ...data, language: tag, parallel: 'cell' } }
}
