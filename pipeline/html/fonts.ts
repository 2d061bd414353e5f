import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBytes, realPath } from '../files/disk.ts'
import { PRINTABLE, subsetsOf, type Subset } from '../language/printable.ts'

/** One file of a static face: variable faces and synthesized ones can become Type 3 fonts in a PDF. */
export interface FontFile {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** The CSS `unicode-range` that the file covers. */
  readonly range: string
  readonly name: string
  readonly format: 'woff2' | 'truetype'
  readonly bytes: Uint8Array
}

type Face = Pick<FontFile, 'weight' | 'style'>

/** A family in its package: SIL Open Font License 1.1, DejaVu the free licence of Bitstream Vera. */
interface Family extends Pick<FontFile, 'family' | 'format'> {
  readonly module: string
  readonly faces: readonly Face[]
  readonly subsets: readonly Subset[]
  /** Where it stands in: for what the text is set in, or code. */
  readonly sets: 'text' | 'code'
  /** In the package. */
  readonly fileOf: (subset: Subset, face: Face) => string
  /** By subset; those of Fontsource are told by the package. */
  readonly range?: string
}

const UPRIGHT: readonly Face[] = [400, 700].map((weight) => ({ weight, style: 'normal' }))
const ALL: readonly Face[] = [...UPRIGHT, ...UPRIGHT.map(({ weight }) => ({ weight, style: 'italic' as const }))]
/** Of two that have a letter, the browser takes the later. */
const LETTERS = ['latin', 'latin-ext', 'latin-a', 'cyrillic', 'vietnamese', 'greek', 'greek-ext', 'cyrillic-ext'] as const

const noto = (family: string, faces: readonly Face[], sets: Family['sets'], subsets: readonly Subset[]): Family => {
  const module = family.toLowerCase().replaceAll(' ', '-')
  const fileOf: Family['fileOf'] = (subset, { weight, style }) => `files/${module}-${subset}-${weight}-${style}.woff2`
  return { family, module: `@fontsource/${module}`, faces, subsets, sets, format: 'woff2', fileOf }
}

/** Of the files of Fontsource, one that a reader would wait for is parted: `.ci/faces.ts` makes it. */
const OWN: Subset = 'latin-a'
const dejaVu = (family: string, sets: Family['sets']): Family => ({
  family,
  module: 'dejavu-fonts-ttf',
  faces: UPRIGHT,
  subsets: ['signs'],
  sets,
  format: 'truetype',
  fileOf: (_, { weight }) => `ttf/${family.replaceAll(' ', '')}${weight === 700 ? '-Bold' : ''}.ttf`,
  // Not its own private signs, and not the few emoji that it has.
  range: 'U+0-DFFF,U+F900-1F2FF',
})

const FAMILIES: readonly Family[] = [
  noto('Noto Serif', ALL, 'text', LETTERS),
  noto('Noto Sans', ALL, 'text', LETTERS),
  noto('Noto Sans Mono', UPRIGHT, 'code', LETTERS),
  dejaVu('DejaVu Sans Mono', 'code'),
  dejaVu('DejaVu Sans', 'text'),
  { ...noto('Noto Emoji', UPRIGHT, 'text', ['emoji']), range: 'U+20-FFFFF' },
]

/** What the web pages bring: of all else, readers’ own systems have faces. */
const SHARED: ReadonlySet<Subset> = new Set(['latin', 'latin-ext', 'latin-a', 'cyrillic'])

const CODE = /<(code|pre|kbd|samp)\b[^]*?<\/\1>/g

/** The faces that a page is set from: what it does not use need not be loaded with it. @param page its HTML */
export async function fontsFor(page: string): Promise<FontFile[]> {
  const code = page.match(CODE)?.join('')
  return readFonts(subsetsOf(page), code === undefined ? new Set() : subsetsOf(code))
}

/** The files of the faces that hold some subsets for text, and some for code. */
export async function readFonts(text = SHARED, code: ReadonlySet<Subset> = text): Promise<FontFile[]> {
  const wanted = { text: text.union(code), code }
  const files = FAMILIES.flatMap((family) =>
    family.faces.flatMap((face) =>
      family.subsets.filter((subset) => wanted[family.sets].has(subset)).map((subset) => read(family, face, subset)),
    ),
  )
  return Promise.all(files)
}

/** Reads a face by the name of its file. Returns nothing for a name that no face has. */
export async function readFont(name: string): Promise<FontFile | undefined> {
  const find = (family: Family): Promise<FontFile> | undefined => {
    const faces = family.faces.flatMap((face) => family.subsets.map((subset) => [face, subset] as const))
    const found = faces.find(([face, subset]) => nameOf(family.fileOf(subset, face)) === name)
    return found && read(family, ...found)
  }
  return FAMILIES.map(find).find((each) => each !== undefined)
}

const known = new Map<string, Promise<FontFile>>()

/** Name of a file in its package. */
function nameOf(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}

function read({ family, module, format, fileOf, range }: Family, face: Face, subset: Subset): Promise<FontFile> {
  const path = fileOf(subset, face)
  const name = nameOf(path)
  const load = async (): Promise<FontFile> => {
    const require = createRequire(import.meta.url)
    const file =
      subset === OWN
        ? fileURLToPath(new URL(`faces/${name}`, import.meta.url))
        : join(dirname(require.resolve(`${module}/package.json`)), path)
    // A package may be a link to where packages are kept.
    const bytes = await readBytes(await realPath(file))
    if (!bytes) throw new Error(`${file} is missing.`)
    const ranges =
      range ?? (subset === OWN ? rangeOf(PRINTABLE[OWN]) : (require(`${module}/unicode.json`) as Record<string, string>)[subset]!)
    return { family, ...face, range: ranges, name, format, bytes }
  }
  const present = known.get(path) ?? load()
  known.set(path, present)
  return present
}

/** A list of ranges as CSS writes it. */
function rangeOf(list: string): string {
  return list
    .split(' ')
    .map((each) => `U+${each}`)
    .join()
}

/** The `@font-face` rules of files at addresses. */
export function fontFaces(files: readonly FontFile[], address: (file: FontFile) => string): string {
  return files
    .map(
      (file) =>
        `@font-face{font-family:"${file.family}";font-weight:${file.weight};font-style:${file.style};font-display:block;` +
        `src:url("${address(file)}") format("${file.format}");unicode-range:${file.range}}`,
    )
    .join('\n')
}
