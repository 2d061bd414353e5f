import { pagePath } from '../html/file-names.ts'
import type { Artifact } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { Stand } from '../publish/front.ts'
import { searchedPage } from '../search/searched-page.ts'
import { lineOf, linesIn, shardFrom, SEARCH_NAME, searchFile, shardsOf, slotOf, type Member, type Shard } from '../search/shards.ts'
import type { Shelf } from './shelves.ts'

/** The files of a library’s search: new ones, and the paths of those that stand. */
export interface SearchFiles {
  readonly artifacts: Iterable<Artifact>
  readonly standing: readonly string[]
}

/**
 * Makes what a library is searched in. A shard is made of the pages of its documents; lines of documents whose pages have not
 * changed are taken from the shards that stand, so that a changed page alone is read.
 */
export function searchFiles({ tag, final, drafts }: Shelf, { files, before, isStanding: isThere, textOf }: Stand): SearchFiles {
  const members = [...final, ...drafts].map(({ document }): Member => ({
    document,
    sha256: files.get(pagePath({ tag, document }))!.sha256,
  }))
  const shards = shardsOf(members)
  const isStanding = ({ name }: Shard): boolean => isThere(`${tag}/${name}`)
  const isUnchanged = ({ document, sha256 }: Member): boolean => before.get(pagePath({ tag, document }))?.sha256 === sha256
  const missing = shards.filter((shard) => !isStanding(shard))
  const names = shards.map(({ name }) => name).sort()
  return {
    artifacts: artifacts(),
    standing: shards.filter(isStanding).map(({ name }) => `${tag}/${name}`),
  }

  function* artifacts(): Generator<Artifact> {
    yield searchFile(`${tag}/${SEARCH_NAME}`, tag, names)
    const known = missing.some((shard) => shard.members.some(isUnchanged)) ? linesBefore(tag, before, textOf, missing) : NO_LINES
    const lineFor = (member: Member): string =>
      (isUnchanged(member) ? known.get(member.document) : undefined) ??
      lineOf(searchedPage(member.document, textOf(pagePath({ tag, document: member.document }))))
    for (const { name, members: own } of missing)
      yield { path: `${tag}/${name}`, bytes: new TextEncoder().encode(shardFrom(own.map(lineFor))) }
  }
}

const NO_LINES: ReadonlyMap<string, string> = new Map()

/** Lines of the shards that stand, as far as those that are missing may need them. */
function linesBefore(tag: Tag, before: Stand['before'], textOf: Stand['textOf'], missing: readonly Shard[]): ReadonlyMap<string, string> {
  const slots = [...before.keys()].flatMap((path) => {
    const [language, name = '', ...more] = path.split('/')
    const slot = language === tag && more.length === 0 ? slotOf(name) : undefined
    return slot === undefined ? [] : [{ path, slot }]
  })
  // Where the number of shards stays, a document stays in its slot.
  const wanted = new Set(missing.map(({ slot }) => slot))
  const same = slots.filter(({ slot }) => wanted.has(slot))
  const read = same.length === wanted.size ? same : slots
  return new Map(read.flatMap(({ path }) => [...linesIn(textOf(path))]))
}
