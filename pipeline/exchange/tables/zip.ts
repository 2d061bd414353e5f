import { strToU8, zipSync } from 'fflate'

/** When the parts were made: the first day that a ZIP can tell. Its dates are of no time zone. */
const DATE = new Date(1980, 0, 1)

/** Packs the parts of an office file, the same to the byte whenever and wherever it is made. @param parts path → XML, in order */
export function packOffice(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.entries(parts).map(
    ([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const,
  )
  return zipSync(Object.fromEntries(files), { mtime: DATE, level: 6 })
}
