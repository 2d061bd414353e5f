import type { Interface } from '../edition/interface.ts'
import { PAGE_NAME, versionIn } from '../html/file-names.ts'
import type { Theme } from '../html/theme.ts'
import { asFormer, versionLead } from '../html/version-note.ts'
import type { Artifact } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { Stand } from '../publish/front.ts'
import type { Shelf } from './shelves.ts'

/** Pages of former versions that lead to another page than before: their document, or their whole language, was removed, or is back. */
export function versionNotes(shelves: readonly Shelf[], stand: Stand, wordsOf: (tag: Tag) => Interface, theme: Theme): Artifact[] {
  const { files, before, textOf } = stand
  const libraries = new Set(shelves.map(({ tag }) => `${tag}/${PAGE_NAME}`))
  const isThere = (path: string): boolean => files.has(path) || libraries.has(path) || (path === PAGE_NAME && libraries.size > 0)
  return [...files.keys()].flatMap((path) => {
    const version = versionIn(path)
    if (!version || path !== `${version.folder}/${PAGE_NAME}`) return []
    const lead = versionLead(version.of, isThere)
    if (lead?.href === versionLead(version.of, (each) => before.has(each))?.href) return []
    const page = asFormer(textOf(path), version.day, lead, wordsOf(version.of.split('/')[0]!), theme)
    return [{ path, bytes: new TextEncoder().encode(page) }]
  })
}
