import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { openCache } from './cache.js'
import { readText } from './disk.ts'
import { writeIfChanged } from './disk/write.ts'
import { clearAbandoned } from './disk/unfinished.ts'
import type { Publication } from './model/publication.ts'
import type { PageLayout } from './pdf/layout.ts'

/** What the last build knows of the next: the layout of each edition. A wrong number costs a print, no more. */
export type Expectations = ReadonlyMap<string, PageLayout>

/** Layouts as JSON holds them, and the digest by which they are known to be as this program wrote them. */
interface Kept {
  readonly digest: string
  readonly layouts: readonly (readonly [name: string, layout: Plain])[]
}

type Plain = Omit<PageLayout, 'headings'> & { readonly headings: readonly (readonly [id: string, page: number])[] }

/** Changes with the form in which layouts are kept: another is not read. */
const FORM = 'layouts 6'

/**
 * The layouts of a publication's last build; none where it is not known, or cannot be read. What was changed since is not
 * read either: pages could end elsewhere for it.
 */
export async function readExpectations(publication: Publication): Promise<Expectations> {
  const file = fileFor(publication)
  if (file === undefined) return new Map()
  try {
    const { digest, layouts } = JSON.parse((await readText(file))!) as Kept
    if (digest !== digestOf(layouts)) return new Map()
    return new Map(layouts.map(([name, { headings, ...rest }]) => [name, { ...rest, headings: new Map(headings) }]))
  } catch {
    return new Map()
  }
}

/** Keeps layouts for the next build. A cache that cannot be written is none. */
export async function writeExpectations(publication: Publication, expectations: Expectations): Promise<void> {
  const file = fileFor(publication)
  if (file === undefined) return
  const layouts = [...expectations].map(([name, { headings, ...rest }]) => [name, { ...rest, headings: [...headings] }] as const)
  const kept: Kept = { digest: digestOf(layouts), layouts }
  await writeIfChanged(file, JSON.stringify(kept)).catch(() => undefined)
  await clearAbandoned([dirname(file)])
}

function digestOf(layouts: Kept['layouts']): string {
  return createHash('sha256')
    .update(`${FORM}\n${JSON.stringify(layouts)}`)
    .digest('hex')
}

function fileFor({ root }: Publication): string | undefined {
  const { folder } = openCache()
  return folder && join(folder, 'layouts', `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`)
}
