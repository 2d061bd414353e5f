import { join } from 'node:path'
import { list } from '../files/disk.ts'
import { isIdentifier, shown } from '../files/identifier.ts'
import { isTag } from '../language/registry.ts'
import type { Publication } from '../model/publication.ts'
import { wording, type Words } from '../wording.ts'
import { listOrphans } from './orphans.ts'
import { SITE } from './store.ts'

/** A file or a folder of `locales/` that nothing reads, though texts may be in it. */
export interface StrayFile {
  readonly kind: 'file' | 'folder'
  /** Relative to the root. */
  readonly path: string
}

/** Folders of `locales/` that are no language’s. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['ledger', 'notes', 'memory'])
const OWN_FILE = 'glossary.yaml'
/** Names that texts are kept under: with what a browser or an editor adds to them, too. */
const HAS_TEXTS = /\.(?:json|ya?ml)(?![a-z])/i
/** What editors and git leave beside a file, as it was before. */
const BACKUP = /^\.|(?:~|\.(?:bak|old|orig|rej|swp|tmp))$/i

/**
 * Finds what a translator saved under another name than the tool reads: `report (1).json`, `report.json.txt`, a folder `al`. A
 * language without an edition is being prepared, and a document that was removed keeps its translations: neither is strayed.
 */
export async function strayFiles(publication: Publication): Promise<StrayFile[]> {
  const { root, documents } = publication
  const at = await list(join(root, 'locales'))
  if (!at) return []
  const known = new Set([...documents, SITE, ...(await listOrphans(publication))])
  const isRead = (name: string): boolean => {
    const id = name.slice(0, -'.json'.length)
    return name.endsWith('.json') && isIdentifier(id) && known.has(id)
  }
  const isStray = (name: string): boolean => HAS_TEXTS.test(name) && !BACKUP.test(name)
  const strays: StrayFile[] = at.files.filter((name) => name !== OWN_FILE && isStray(name)).map((name) => fileAt(`locales/${shown(name)}`))
  for (const folder of at.folders.filter((name) => !OWN_FOLDERS.has(name) && !name.startsWith('.'))) {
    const files = (await list(join(root, 'locales', folder)))?.files.filter(isStray) ?? []
    if (!isTag(folder)) strays.push(...(files.length > 0 ? [{ kind: 'folder', path: `locales/${shown(folder)}/` } as const] : []))
    else strays.push(...files.filter((name) => !isRead(name)).map((name) => fileAt(`locales/${folder}/${shown(name)}`)))
  }
  return strays
}

function fileAt(path: string): StrayFile {
  return { kind: 'file', path }
}

/** So many names are given as examples. */
const MOST_NAMED = 4

/** What is said of a stray file or folder, and what helps. */
export function strayText({ kind }: StrayFile, { editions, documents }: Publication): { message: string; expected: Words; remedy: string } {
  if (kind === 'folder')
    return {
      message: 'This folder is named as no language: what stands in it is in no edition.',
      expected: wording`a folder named as its language, such as ${{
        names: editions
          .slice(0, MOST_NAMED)
          .map((tag) => `locales/${tag}`)
          .join(', '),
      }}`,
      remedy: 'Move its files into the folder of their language; if they have newer texts than the files there, in the place of those.',
    }
  return {
    message: 'Nothing reads this file: what stands in it is in no edition.',
    expected: wording`a file named as its document, in the folder of its language, such as ${{
      names: documents
        .slice(0, MOST_NAMED)
        .map((id) => `${id}.json`)
        .join(', '),
    }}`,
    remedy:
      'If it has the newer texts, put it in the place of the file of its document, under that name; else remove it, or keep it outside locales/.',
  }
}
