import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { digestOf } from '../../files/swap.ts'
import { kindOfFile } from '../../source/file-kinds.ts'
import { beginning, placeText, type Notice } from '../notice.ts'
import type { FoundPicture } from '../reading.ts'

/** Names that programs give to pictures for those who do not see them. */
const NO_WORDS =
  /^(?:(?:picture|image|graphics?|grafik|bild|slika|figur[ae]|imazh|слика|photo|chart|object|text box|diagram)?\s*\d*|.*\.(?:png|jpe?g|gif|emf|wmf|tiff?|bmp|svg|webp))$/iu
/** What Word adds where it described a picture itself. */
const GENERATED = /\s*(?:Description automatically generated|AI-generated content may be incorrect)[^.]*\.?\s*$/i

/** Pictures of a document by file name, and by digest. */
export interface NamedPictures {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly notices: readonly Notice[]
}

/** Names of pictures by the SHA-256 of their bytes. */
export type KnownPictures = ReadonlyMap<string, string>

/**
 * Names the pictures of a tree, in place: as a picture of the same bytes is named already, else `picture-1.png` and on.
 * @param known of pictures that lie beside the document, or lay there
 * @returns their files, and what is to be said of pictures
 */
export function namePictures(tree: Root, pictures: ReadonlyMap<string, FoundPicture>, known: KnownPictures): NamedPictures {
  const files = new Map<string, Uint8Array>()
  const notices: Notice[] = []
  const names = new Map(known)
  const beside = new Set(known.values())
  const taken = new Set([...beside].map((name) => name.replace(/\.\w+$/, '')))
  let number = 0
  const next = (ending: string): string => {
    do number++
    while (taken.has(`picture-${number}`))
    return `picture-${number}.${ending}`
  }
  const first = new Map<string, string>()
  let heading = ''
  visit(tree, (node) => {
    if (node.type === 'heading') heading = node.children.map((child) => ('value' in child ? child.value : '')).join('')
    if (node.type !== 'image') return
    node.alt = wordsFor(node)
    const found = pictures.get(node.url)
    const place = placeText(heading, node.title ?? '')
    if (!found) {
      if (/^[\w.-]+$/.test(node.url) && !beside.has(node.url)) notices.push({ kind: 'lost', what: `A picture lies beside the file, and was not taken: ${beginning(node.url, 80)}.`, place, remedy: 'Copy it beside document.md.' }) // prettier-ignore
      else if (!beside.has(node.url)) notices.push({ kind: 'lost', what: `A picture lies elsewhere, and was not fetched: ${beginning(node.url, 80)}.`, place, remedy: 'Save it beside document.md, and write its name there.' }) // prettier-ignore
      return
    }
    const digest = digestOf(found.bytes)
    const ending = kindOfFile(found.bytes)?.ending
    const name = names.get(digest) ?? next(ending ?? 'png')
    names.set(digest, name)
    if (ending !== undefined) files.set(name, found.bytes)
    else if (!known.has(digest) && !first.has(digest)) notices.push({ kind: 'lost', what: `A picture is in a format that browsers do not show (${formatOf(found)}).`, place, remedy: `In Word, right-click it and choose Save as Picture, type PNG; save it beside document.md as ${name}.` }) // prettier-ignore
    first.set(digest, name)
    node.url = name
    if (node.alt === '' && !known.has(digest)) notices.push({ kind: 'note', what: `A picture has no alternative text: ${name}.`, place, remedy: 'In document.md, say between its square brackets what it shows, for those who do not see it.' }) // prettier-ignore
  })
  return { files, notices }
}

function wordsFor({ alt }: Image): string {
  const words = (alt ?? '').replace(GENERATED, '').replaceAll(/\s+/g, ' ').trim()
  return NO_WORDS.test(words) ? '' : words
}

function formatOf({ bytes, mediaType }: FoundPicture): string {
  return kindOfFile(bytes)?.name ?? mediaType.replace(/^image\/(?:x-)?/, '').toUpperCase()
}
