import { PAGE_NAME, pdfName, zipName } from '../html/file-names.ts'
import type { Format, Named } from './format.ts'

/** The output formats, by the name on the command line. */
export const FORMATS = {
  html: {
    fileOf: () => PAGE_NAME,
    label: 'HTML',
    isPrinted: false,
    needs: [],
    hasAssets: true,
    load: async () => (await import('./html.ts')).beginPage,
  },
  pdf: {
    fileOf: pdfName,
    label: 'PDF',
    isPrinted: true,
    needs: [],
    hasAssets: false,
    load: async () => (await import('./pdf.ts')).beginPrint,
  },
  zip: {
    fileOf: zipName,
    label: 'ZIP',
    isPrinted: false,
    needs: ['html', 'pdf'],
    hasAssets: true,
    load: async () => (await import('./package.ts')).beginPackage,
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

/** Formats, with those that they are made of, in the order of the registry. */
export function withNeeded(formats: readonly FormatName[]): FormatName[] {
  const needed = new Set<string>(formats.flatMap((format) => [format, ...FORMATS[format].needs]))
  return FORMAT_NAMES.filter((format) => needed.has(format))
}

/** The format of a file in an edition’s folder. Files beside the page belong to HTML. */
export function formatOfFile(name: string, edition: Named): FormatName {
  return FORMAT_NAMES.find((format) => FORMATS[format].fileOf(edition) === name) ?? 'html'
}

/** True if any of the formats has a property. */
export function isAny(formats: readonly FormatName[], property: 'isPrinted' | 'hasAssets'): boolean {
  return formats.some((format) => FORMATS[format][property])
}

/** True for the web page of an edition. @param path relative to the output folder */
export function isPage(path: string): boolean {
  return path.split('/').length === 3 && path.endsWith(`/${PAGE_NAME}`)
}

/** True for the page of all languages, and for the library of a language. @param path relative to the output folder */
export function isFrontPage(path: string): boolean {
  return path === PAGE_NAME || (path.split('/').length === 2 && path.endsWith(`/${PAGE_NAME}`))
}

/** Path of an edition’s web page, relative to the output folder. */
export function pagePath(edition: Named): string {
  return `${edition.tag}/${edition.document}/${PAGE_NAME}`
}
