import type { Publication } from '../model/publication.ts'
import { PAGE_NAME } from './file-names.ts'

/** The address of a file of the output where the publication’s site stands; a folder’s page by its folder. Nothing where no site is named. */
export function siteAddress({ url }: Pick<Publication, 'url'>, path: string): string | undefined {
  if (url === undefined) return undefined
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${url}${encoded.endsWith(PAGE_NAME) ? encoded.slice(0, -PAGE_NAME.length) : encoded}`
}
