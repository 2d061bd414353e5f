import { join } from 'node:path'
import { walk } from '../files/disk.ts'
import { nearestName } from '../files/slips.ts'

/** The names of the files that a document’s folder is read for. */
const READ = ['document.md', 'programme.yaml']
const MARKDOWN = /\.(?:md|markdown|mdown)$/i
const README = /(?:^|\/)readme\.\w+$/i

/**
 * The texts in the folders of documents that nothing reads: documents in folders within, Markdown beside `document.md`, and
 * what nearly has the name of a programme.
 * @param documents ids
 * @returns their paths below `content/`
 * @throws Failure for a folder that cannot be read
 */
export function unreadFiles(root: string, documents: readonly string[]): string[] {
  return documents.flatMap((id) => {
    const files = walk(join(root, 'content', id)).files.map((file) => file.replaceAll('\\', '/'))
    // Without a document, whatever is there may be it.
    const isUnread = files.includes('document.md') ? isNoPart : isNested
    return files.filter(isUnread).map((file) => `${id}/${file}`)
  })
}

/** True for a document in a folder within that of another. */
export function isNested(path: string): boolean {
  return path.endsWith('/document.md')
}

function isNoPart(file: string): boolean {
  if (READ.includes(file) || README.test(file)) return false
  return MARKDOWN.test(file) || (/^[^/]+\.ya?ml$/i.test(file) && nearestName(file, READ) === 'programme.yaml')
}
