import { strayText, type StrayFile } from '../catalog/stray-files.ts'
import type { Publication } from '../model/publication.ts'

/** Formats the files of `locales/` that nothing reads, with what helps once for all of a kind. */
export function strayLines(strays: readonly StrayFile[], publication: Publication): string[] {
  return [...Map.groupBy(strays, ({ kind }) => kind).values()].flatMap((all) => {
    const { message, remedy } = strayText(all[0]!, publication)
    return ['', ...all.map(({ path }) => `STRAY ${path}: ${message}`), `      ${remedy}`]
  })
}
