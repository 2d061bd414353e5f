import { asCalled } from '../files/called.ts'
import { versionIn } from '../html/file-names.ts'
import { problem, type Finding, type Problem } from '../problem.ts'
import type { Lead, LinkedFile } from './leads.ts'

const remedyOfAll = (): string =>
  `Publish again with ${asCalled('build')}, every document, edition and format into this folder, and copy the folder whole.`

/**
 * Verifies links between published files. A relative address must lead to a file in the manifest, and its fragment to a target in
 * it. A link to an edition of the same document that is absent from the folder is advice, given once, because that edition may be
 * built later. What other pages a former version leads to may have moved on.
 * @param linked the readable pages, styles and PDFs by path
 * @param listed the paths in the manifest
 */
export function verifyLinks(linked: ReadonlyMap<string, LinkedFile>, listed: ReadonlySet<string>): Problem[] {
  const folders = new Set([...listed].map(folderOf))
  const unbuilt = new Set<string>()
  return [...linked].flatMap(([file, { leads }]) =>
    leads.flatMap((lead) => {
      if (isElsewhere(lead.address)) return []
      const target = targetOf(lead.address, file)
      const finding = (what: Pick<Finding, 'message' | 'expected' | 'severity'>, remedy = remedyOfAll()): Problem[] => [
        problem({ rule: 'published-link', file, position: lead.position, found: foundAt(lead), remedy, ...what }),
      ]
      if (target && listed.has(target.path)) {
        const { path, fragment } = target
        const places = linked.get(path)?.places
        if (!places || fragment === '' || fragment === BEGINNING || places.has(fragment)) return []
        if (hasMovedOn(file, path)) return []
        return finding({ message: 'This leads to no place in its page.', expected: `a place named ${fragment} in ${path}` })
      }
      const folder = target && lead.isTranslation ? folderOf(target.path) : undefined
      if (target && hasMovedOn(file, target.path)) return []
      if (folder === undefined || folders.has(folder)) {
        const expected = target ? `${target.path}, which the manifest does not list` : 'a path of a file in this folder'
        return finding({ message: 'This leads to no file that is published.', expected })
      }
      if (unbuilt.has(folder)) return []
      unbuilt.add(folder)
      return finding(
        { message: 'This leads to an edition that is not in this folder.', expected: target?.path, severity: 'info' },
        `Build it into the same folder with ${asCalled('build')} before you publish.`,
      )
    }),
  )
}

/** Fragment for the beginning of a page, which no element needs to have (HTML, 7.4.6.4). */
const BEGINNING = 'top'

/** True for a file of a former version and a page or a PDF out of its folder: that may be another by now, or gone. */
function hasMovedOn(file: string, target: string): boolean {
  const folder = versionIn(file)?.folder
  return folder !== undefined && folderOf(target) !== folder && /\.(?:html|pdf)$/.test(target)
}

/** Folder of an edition, such as `sq/report`. */
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}

/** True for an address with a scheme or a host. */
function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)
}

/** Base address that represents the folder. Paths must stay below it. */
const ROOT = 'https://publication.invalid/folder/'

/** Resolves a relative address to a file of the folder and a fragment. Returns nothing if it leaves the folder. */
function targetOf(address: string, file: string): { readonly path: string; readonly fragment: string } | undefined {
  try {
    const { href, pathname, hash } = new URL(address, ROOT + file.split('/').map(encodeURIComponent).join('/'))
    if (!href.startsWith(ROOT)) return undefined
    return { path: decodeURIComponent(pathname.slice(new URL(ROOT).pathname.length)), fragment: decodeURIComponent(hash.slice(1)) }
  } catch {
    return undefined
  }
}

function foundAt({ address, page }: Lead): string {
  return page === undefined ? address : `${address} on page ${page}`
}
