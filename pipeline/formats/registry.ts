import { PAGE_NAME, pdfName } from '../html/file-names.ts'
import type { Format, Named } from './format.ts'

/** The formats in which editions are published, by the name that people type. Nothing else tells one from another. */
export const FORMATS = {
  html: {
    fileOf: () => PAGE_NAME,
    label: 'HTML',
    isPrinted: false,
    hasAssets: true,
    load: async () => (await import('./html.ts')).beginPage,
  },
  pdf: {
    fileOf: pdfName,
    label: 'PDF',
    isPrinted: true,
    hasAssets: false,
    load: async () => (await import('./pdf.ts')).beginPrint,
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

/** The format that a file in the folder of an edition belongs to. What lies beside the pages belongs to them. */
export function formatOfFile(name: string, edition: Named): FormatName {
  return FORMAT_NAMES.find((format) => FORMATS[format].fileOf(edition) === name) ?? 'html'
}

/** Whether some of the formats have a property. */
export function isAny(formats: readonly FormatName[], property: 'isPrinted' | 'hasAssets'): boolean {
  return formats.some((format) => FORMATS[format][property])
}

/** Where an edition is published for reading, relative to the output folder. */
export function pagePath(edition: Named): string {
  return `${edition.tag}/${edition.document}/${PAGE_NAME}`
}
