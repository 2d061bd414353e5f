import { slug } from 'github-slugger'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { lookAt } from '../files/sighting.ts'
import { IDENTIFIER_FORM, isDeviceName, isIdentifier, shown } from '../files/identifier.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'
import { skeleton, today } from './skeleton.ts'
import { writeNew } from './write-new.ts'

/**
 * Adds a document: its folder with a `document.md` that has a front matter.
 * @param title made from the id where none is given
 * @returns the paths that were written
 * @throws Failure where the id is none, or there is such a folder
 */
export async function newDocument({ root }: Publication, id: string, title: string = titleOf(id)): Promise<string[]> {
  refuseId(root, id)
  const document = await skeleton('new.md', { title: stringify({ title }, { lineWidth: 0 }).trimEnd(), date: today() })
  return writeNew(root, new Map([[`content/${id}/document.md`, document]]), 'Choose another name.')
}

/** @throws Failure where a text cannot be the id of a new document, or is that of one */
export function refuseId(root: string, id: string): void {
  if (!isIdentifier(id) || isDeviceName(id) || id === 'site') {
    const nearest = slug(id.normalize('NFKD').replaceAll(/[^\w\s-]|_/gu, ''))
      .replaceAll(/-+/g, '-')
      .replaceAll(/^-|-$/g, '')
    const isHelp = nearest !== id && isIdentifier(nearest)
    throw failure({
      rule: 'document-id',
      file: 'content/',
      message: 'This cannot be the name of a document’s folder.',
      found: shown(id),
      expected: isHelp ? `perhaps ${nearest}` : IDENTIFIER_FORM,
      remedy: 'Choose such a name; the title is given with --title, and may be any.',
    })
  }
  if (lookAt(join(root, 'content', id)).kind !== 'nothing') {
    throw failure({
      rule: 'exists',
      file: `content/${id}`,
      message: 'There is a folder of this name already; nothing was written.',
      remedy: 'Choose another name.',
    })
  }
}

/** `annual-report-2025` → `Annual report 2025` */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
