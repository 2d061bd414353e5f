import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { cacheFolder } from './cache.js'
import { readText, writeIfChanged } from './disk.ts'
import type { Publication } from './model.ts'
import type { PageLayout } from './pdf/print.ts'
import { byName } from './schema.ts'

/** What the last build knows of the next: the layout of each edition. A wrong one costs a print, no more. */
export type Expectations = ReadonlyMap<string, PageLayout>

const page = v.pipe(v.number(), v.integer(), v.minValue(1))
const layout = v.object({
  pages: page,
  headings: byName(v.string(), page),
  ends: v.array(v.pipe(v.number(), v.integer())),
  digest: v.string(),
})
const schema = byName(v.string(), layout)

/** The layouts of a publication's last build; none where it is not known, or cannot be read. */
export async function readExpectations(publication: Publication): Promise<Expectations> {
  try {
    return v.parse(schema, JSON.parse((await readText(fileFor(publication))) ?? '{}'))
  } catch {
    return new Map()
  }
}

/** Keeps layouts for the next build. A cache that cannot be written is none. */
export async function writeExpectations(publication: Publication, expectations: Expectations): Promise<void> {
  const plain = Object.fromEntries(
    [...expectations].map(([name, { headings, ...rest }]) => [name, { ...rest, headings: Object.fromEntries(headings) }]),
  )
  await writeIfChanged(fileFor(publication), JSON.stringify(plain)).catch(() => undefined)
}

function fileFor({ root }: Publication): string {
  return join(cacheFolder(), 'layouts', `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`)
}
