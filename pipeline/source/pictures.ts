import type { Nodes } from 'mdast'
import { shown } from '../files/identifier.ts'
import type { ParsedDocument, FileFault, Nowhere, Place } from '../model/document.ts'
import { problem, type Problem } from '../problem.ts'
import { PUBLICATION_FILE } from '../publication/publication.ts'
import { locate, type Beside, type Located } from './beside.ts'
import { linkDefinitions, resourceOf } from './links.ts'
import { parseInline } from './markdown.ts'
import { nodesIn } from './nodes.ts'

/** Media type of SVG drawings. */
export const SVG = 'image/svg+xml'

/** Media types that browsers and PDFs show, by file extension. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: SVG,
}

const ENDINGS = Object.keys(MEDIA_TYPES).join(', ')

/** A picture with its place in a document. */
export interface PictureAt {
  /** Address as written in the Markdown. */
  readonly url: string
  readonly place: Place
}

/** Pictures of a document in reading order, including the cover and texts of front matter and programme. */
export function picturesIn(
  { tree, front: { cover }, passages }: Pick<ParsedDocument, 'tree' | 'front' | 'passages'>,
  file: string,
): PictureAt[] {
  const definitions = linkDefinitions(tree)
  const pictures: PictureAt[] = cover ? [{ url: cover.picture, place: cover.place }] : []
  const collect = (node: Nodes, placeOf: (node: Nodes) => Place): void => {
    for (const each of nodesIn(node)) {
      const resource = each.type === 'image' || each.type === 'imageReference' ? resourceOf(each, definitions) : undefined
      if (resource) pictures.push({ url: resource.url, place: placeOf(each) })
    }
  }
  for (const { node, kind, text, place } of passages) {
    if ((node === undefined || kind === 'caption') && text.includes('!['))
      collect({ type: 'root', children: parseInline(text) }, () => place)
  }
  collect(tree, ({ position }) => ({ file, line: position?.start.line ?? 1, column: position?.start.column ?? 1 }))
  return pictures
}

/**
 * Finds the pictures beside a document.
 * @returns names of existing pictures by address, and the problems of the others at each of their places
 */
export function placePictures(
  { id, language }: Pick<ParsedDocument, 'id' | 'language'>,
  standing: readonly PictureAt[],
  beside: Beside,
): { readonly names: ReadonlyMap<string, string>; readonly missing: Map<string, readonly Problem[]> } {
  const names = new Map<string, string>()
  const missing = new Map<string, Problem[]>()
  for (const { url, place } of standing) {
    const file = locate(id, url, beside)
    const isPicture = file.kind === 'file' && mediaType(file.name) !== undefined
    if (isPicture) {
      names.set(url, file.name)
      continue
    }
    const found = notShown(url, file, place, `content/${id}`)
    const problems = missing.get(url) ?? []
    problems.push(Object.assign(found, { edition: language, document: id }))
    missing.set(url, problems)
  }
  return { names, missing }
}

/**
 * The problem of an address that is not a usable picture.
 * @param folder the folder that was searched
 */
export function notShown(url: string, located: Located, place: Place, folder: string): Problem {
  return located.kind === 'file' ? foreignFormat(located.name, place) : misplacedPicture(url, located, place, folder)
}

/** Media type of a picture’s file name. Absent for other files. */
export function mediaType(name: string): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined
}

interface Wording {
  readonly message: string
  readonly expected: string
  readonly remedy: string
}

const BESIDE = 'a file in the folder of document.md, by its name alone or with the folder it lies in there: map.png, figures/map.png'
const COPY = 'Put a copy of the picture beside document.md, and write its name alone.'

/** Texts of problems with a picture’s address. */
const WORDINGS: Readonly<Record<FileFault, Wording>> = {
  elsewhere: {
    message: 'This picture lies on the web: the print reaches no network, and a web page would tell others who reads it.',
    expected: BESIDE,
    remedy: 'Save the picture beside document.md, and write its name alone.',
  },
  absolute: { message: 'This is a path on one machine or one website, which no other has.', expected: BESIDE, remedy: COPY },
  outside: { message: 'This path leads out of the document’s own folder.', expected: BESIDE, remedy: COPY },
  backslash: { message: 'Folders are parted by /, not by \\.', expected: BESIDE, remedy: 'Write / in the place of each \\.' },
  name: {
    message: 'A file of this name cannot be published.',
    expected: 'a name that does not begin with a full stop, has no colon, and is not that of a file of the edition itself',
    remedy: 'Rename the file, and write the new name here.',
  },
  link: {
    message: 'No file stands in this place: a symbolic link, which is not followed, or a pipe or device.',
    expected: 'the file or folder itself',
    remedy: 'Put the file in its place; in that of a link, a copy of what it leads to.',
  },
  folder: {
    message: 'This is a folder, not a picture.',
    expected: `a file name that ends in ${ENDINGS}`,
    remedy: 'Write the name of the picture’s file.',
  },
  case: {
    message: 'The picture’s file is there, but capitals and small letters differ in its name: on a web server it would be missing.',
    expected: 'the name as the file has it',
    remedy: 'Write the name as the file has it.',
  },
  twin: {
    message:
      'Two files have this name, and differ in capitals alone, or in how an accent is stored: on Windows and on a Mac they are one, and nobody can tell which.',
    expected: BESIDE,
    remedy: 'Give one of the files another name, and write it here.',
  },
  missing: { message: 'The picture is not there.', expected: BESIDE, remedy: 'Add the file, or correct the name.' },
}

/** Text of the problem of a picture with a data address. */
const WRITTEN_OUT: Wording = {
  message: 'This picture is written out in the text, in letters: no person could look after it there.',
  expected: BESIDE,
  remedy: 'Save the picture as a file beside document.md, and write its name alone.',
}

/** Text of the problem of a picture without address. */
const UNNAMED: Wording = {
  message: 'This picture names no file.',
  expected: BESIDE,
  remedy: 'Write the name of the picture’s file between the round brackets, or remove the brackets and the exclamation mark.',
}

/** The file named in texts as the picture’s neighbour. */
const OWNER = 'document.md'

function ownerOf({ file }: Place): string {
  return file === PUBLICATION_FILE ? 'publication.yaml' : OWNER
}

/** The problem of a picture’s address. */
export function misplacedPicture(
  address: string,
  { fault, near }: Nowhere & { readonly fault: FileFault },
  place: Place,
  folder: string,
): Problem {
  const { message, expected, remedy } = address === '' ? UNNAMED : /^data:/i.test(address) ? WRITTEN_OUT : WORDINGS[fault]
  const [likest] = near
  const owner = ownerOf(place)
  return problem({
    rule: 'picture',
    file: place.file,
    position: place,
    message: message.replace(OWNER, owner),
    found: address === '' ? 'nothing between the round brackets' : shown(address),
    expected:
      likest === undefined
        ? fault === 'missing'
          ? `a file ${folder}/${shown(address.replace(/^\.\//, ''))}`
          : expected.replace(OWNER, owner)
        : near.map(shown).join(', or '),
    remedy: `${remedy.replace(OWNER, owner)}${likest === undefined || fault === 'case' || fault === 'twin' ? '' : ` A file with a name like it is there: ${shown(likest)}`}`,
  })
}

/** The problem of a file whose name is not a picture’s. */
function foreignFormat(name: string, place: Place): Problem {
  const ending = /\.([^./]+)$/.exec(name)?.[1]
  return problem({
    rule: 'picture',
    file: place.file,
    position: place,
    message:
      ending === undefined
        ? 'The name of this file does not say what kind of picture it is.'
        : `Pictures of the format ${shown(ending)} are not taken.`,
    found: shown(name),
    expected: `a file name that ends in ${ENDINGS}`,
    remedy: 'Open the picture in a program for pictures, save it as PNG or JPEG beside document.md, and write the new name here.'.replace(
      OWNER,
      ownerOf(place),
    ),
  })
}
