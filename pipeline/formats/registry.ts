import { bookName, cardName, coverName, mailName, PAGE_NAME, pdfName, zipName } from '../html/file-names.ts'
import { FORMAT_NAMES, type FormatName } from '../model/format-name.ts'
import { isSearchFile } from '../search/shards.ts'
import type { Format, Named } from './format.ts'

/** The output formats, by the name on the command line. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  html: {
    filesOf: () => [PAGE_NAME],
    label: 'HTML',
    isPrinted: false,
    needs: [],
    hasAssets: true,
    load: async () => (await import('./html.ts')).beginPage,
  },
  pdf: {
    filesOf: (edition) => [pdfName(edition)],
    label: 'PDF',
    isPrinted: true,
    needs: [],
    hasAssets: false,
    load: async () => (await import('./pdf.ts')).beginPrint,
  },
  zip: {
    filesOf: (edition) => [zipName(edition)],
    label: 'ZIP',
    isPrinted: false,
    needs: ['html', 'pdf'],
    hasAssets: true,
    load: async () => (await import('./package.ts')).beginPackage,
  },
  press: {
    filesOf: (edition) => [cardName(edition), coverName(edition), mailName(edition)],
    label: 'card',
    isPrinted: true,
    needs: ['html', 'pdf'],
    hasAssets: false,
    load: async () => (await import('./press.ts')).beginPress,
  },
  epub: {
    filesOf: (edition) => [bookName(edition, 'epub')],
    label: 'EPUB',
    isPrinted: true,
    needs: ['pdf'],
    hasAssets: false,
    load: async () => (await import('./epub.ts')).beginEpub,
  },
  docx: {
    filesOf: (edition) => [bookName(edition, 'docx')],
    label: 'DOCX',
    isPrinted: true,
    needs: [],
    hasAssets: false,
    load: async () => (await import('./docx.ts')).beginDocx,
  },
}

/** Formats, with those that they are made of, in the order of the registry. */
export function withNeeded(formats: readonly FormatName[]): FormatName[] {
  const needed = new Set<string>(formats.flatMap((format) => [format, ...FORMATS[format].needs]))
  return FORMAT_NAMES.filter((format) => needed.has(format))
}

/** The format of a file in an edition’s folder. Files beside the page belong to HTML. */
export function formatOfFile(name: string, edition: Named): FormatName {
  return FORMAT_NAMES.find((format) => FORMATS[format].filesOf(edition).includes(name)) ?? 'html'
}

/** True if what is asked for may be printed: an empty list means what the publication says, which is still to be read. */
export function mayPrint(formats: readonly FormatName[]): boolean {
  return formats.length === 0 || isAny(withNeeded(formats), 'isPrinted')
}

/** True if any of the formats has a property. */
export function isAny(formats: readonly FormatName[], property: 'isPrinted' | 'hasAssets'): boolean {
  return formats.some((format) => FORMATS[format][property])
}

/** True for the web page of an edition. @param path relative to the output folder */
export function isPage(path: string): boolean {
  return path.split('/').length === 3 && path.endsWith(`/${PAGE_NAME}`)
}

/** Names of files that lead to all editions, and to those of a language, in its folder. */
const FRONT = {
  all: [PAGE_NAME, '404.html', 'robots.txt', 'sitemap.xml'],
  language: [PAGE_NAME, 'about.html', 'feed.xml', 'opensearch.xml'],
} as const

/** True for a file that leads to editions. @param path relative to the output folder */
export function isFrontPage(path: string): boolean {
  const [first = '', second, ...more] = path.split('/')
  const names: readonly string[] = second === undefined ? FRONT.all : FRONT.language
  return more.length === 0 && (names.includes(second ?? first) || (second !== undefined && isSearchFile(second)))
}
