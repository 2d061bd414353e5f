import { readBytes } from '../disk.ts'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One file of a static face: variable faces and synthesized ones can become Type 3 fonts in a PDF. */
export interface FontFile {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** The CSS `unicode-range` that the file covers. */
  readonly range: string
  readonly name: string
  readonly bytes: Uint8Array
}

const FAMILIES = [
  { family: 'Noto Serif', module: 'noto-serif' },
  { family: 'Noto Sans', module: 'noto-sans' },
] as const
const FACES = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
] as const
const SUBSETS = ['latin', 'latin-ext', 'cyrillic'] as const

/** The faces that pages are set in, from the packages of Fontsource (SIL Open Font License 1.1). */
export async function readFonts(): Promise<FontFile[]> {
  const require = createRequire(import.meta.url)
  const files = FAMILIES.flatMap(({ family, module }) => {
    const folder = dirname(require.resolve(`@fontsource/${module}/package.json`))
    const ranges = require(`@fontsource/${module}/unicode.json`) as Record<string, string>
    return FACES.flatMap(({ weight, style }) =>
      SUBSETS.map(async (subset): Promise<FontFile> => {
        const name = `${module}-${subset}-${weight}-${style}.woff2`
        const bytes = await readBytes(join(folder, 'files', name))
        if (!bytes) throw new Error(`The package @fontsource/${module} lacks ${name}.`)
        return { family, weight, style, range: ranges[subset]!, name, bytes }
      }),
    )
  })
  return Promise.all(files)
}

/** The `@font-face` rules of files at addresses. */
export function fontFaces(files: readonly FontFile[], address: (file: FontFile) => string): string {
  return files
    .map(
      (file) =>
        `@font-face{font-family:"${file.family}";font-weight:${file.weight};font-style:${file.style};font-display:block;` +
        `src:url("${address(file)}") format("woff2");unicode-range:${file.range}}`,
    )
    .join('\n')
}

/** The files that have a character of a text: what a page does not use need not be loaded with it. */
export function fontsFor(files: readonly FontFile[], text: string): FontFile[] {
  // Every page has letters of ASCII; they are too many to be looked at.
  const others = text.match(/[^\0-\x7F]/gu) ?? []
  const codePoints = new Set(['a', ...new Set(others)].map((character) => character.codePointAt(0)!))
  const used = new Map<string, boolean>()
  return files.filter(({ range }) => {
    if (!used.has(range)) used.set(range, overlaps(range, codePoints))
    return used.get(range)
  })
}

function overlaps(range: string, codePoints: ReadonlySet<number>): boolean {
  const spans = range.split(',').map((span) => {
    const [start, end] = span
      .trim()
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return [start!, end ?? start!] as const
  })
  return [...codePoints].some((point) => spans.some(([start, end]) => point >= start && point <= end))
}
