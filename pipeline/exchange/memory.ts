import { UNKNOWN } from '../catalog/ledger.ts'
import { knownTranslations } from '../catalog/suggestions.ts'
import { SITE } from '../catalog/store.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { tagNamed } from '../language/gettext-name.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'
import type { MemoryUnit, ReadUnit } from './tmx.ts'
import { wording } from '../wording.ts'

/** All translations into a language with the source that each answers: those that stand, stale ones too, then former ones. */
export function memoryOf(collection: TextCollection, tag: Tag, document?: string): MemoryUnit[] {
  const sourceOf = new Map([...collection.documents.map((each) => [each.document.id, each.english.tag] as const), [SITE, collection.site.english.tag] as const]) // prettier-ignore
  const own = knownTranslations(collection, tag).filter(
    (each) => each.basis !== UNKNOWN && (document === undefined || each.document === document),
  )
  const inOrder = own.toSorted((a, b) => Number(a.retired) - Number(b.retired))
  return inOrder.map(({ document: id, key, basis, text, retired }) => ({ context: `${id}/${key}`, isRetired: retired, source: sourceOf.get(id)!, sourceText: basis, text })) // prettier-ignore
}

/** Pairs of a source and its translation, by language. */
type Pairs = ReadonlyMap<Tag, readonly { readonly source: string; readonly text: string }[]>

/** The pairs of a file. */
export interface FilePairs {
  readonly file: string
  readonly pairs: Pairs
}

/**
 * The pairs of a memory that the publication has a use for.
 * @throws Failure where there is none
 */
export function foreignPairs(
  { file, units }: { readonly file: string; readonly units: readonly ReadUnit[] },
  { editions, source }: Pick<Publication, 'editions' | 'source'>,
): Pairs {
  const tags = [...new Set(editions.map((tag) => originOf(tag) ?? tag))].filter((tag) => tag !== source)
  const pairs = pairsOf(units, source, tags)
  if (pairs.size > 0) return pairs
  throw failure({
    rule: 'exchange',
    file,
    message: 'This memory has no translation that the publication has a use for.',
    found: [...new Set(units.flatMap((unit) => unit.map(({ language }) => language)))].join(', ') || 'no texts',
    expected: wording`texts in ${{ source }} with translations into one of ${{ tags: tags.join(', ') }}`,
    remedy: 'Export the memory of these languages from the tool that it comes from.',
  })
}

/** What a memory has for the languages that are translated into, from the publication’s own. */
function pairsOf(units: readonly ReadUnit[], source: Tag, tags: readonly Tag[]): Pairs {
  const pairs = new Map<Tag, { source: string; text: string }[]>()
  for (const unit of units) {
    const named = unit.map(({ language, text }) => ({ text: text.trim(), tag: tagNamed(language, [source, ...tags]) }))
    const original = named.find(({ tag, text }) => tag === source && text !== '')
    if (!original) continue
    for (const { tag, text } of named) {
      if (tag === undefined || tag === source || text === '') continue
      const own = pairs.get(tag) ?? []
      own.push({ source: original.text, text })
      pairs.set(tag, own)
    }
  }
  return pairs
}
