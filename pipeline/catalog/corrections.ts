import { isMinor, kindOfChange } from '../compare/change.ts'
import type { History } from '../history/witness.ts'
import type { Catalog, Correction, Corrections, Doubt } from '../model/catalog.ts'
import type { Tag } from '../model/language.ts'
import { isComplete } from './locales.ts'
import type { Texts } from './reconcile.ts'
import { catalogFile } from './store.ts'

/**
 * What was corrected in each edition since a document was published, as git knows it. Changes of punctuation are none, and
 * neither are texts that have no translation now.
 * @param names present and former ids of the document
 * @param published ISO 8601
 */
export async function correctionsSince(
  history: History,
  { english, translations }: Pick<Texts, 'english' | 'translations'>,
  names: readonly string[],
  published: string,
): Promise<Corrections> {
  const byTag = new Map<Tag, readonly Correction[]>()
  let doubt: Doubt | undefined
  for (const catalog of [english, ...translations.filter(({ tag }) => isComplete(tag))]) {
    const since = await history.since(names.map((name) => catalogFile(catalog.tag, name)), published) // prettier-ignore
    if (typeof since === 'string') doubt ??= since
    else if (since) byTag.set(catalog.tag, correctionsIn(catalog, since.former, since.changedOn))
  }
  return { byTag, doubt }
}

function correctionsIn({ entries }: Catalog, former: ReadonlyMap<string, string>, changedOn: ReadonlyMap<string, string>): Correction[] {
  const present = new Set([...entries.values()].map(({ text }) => text))
  const formerTexts = new Set(former.values())
  const edited = [...entries].flatMap(([key, { text: after }]) => {
    const before = former.get(key) ?? ''
    const isOther = after !== '' && after !== before && (before === '' ? !formerTexts.has(after) : !isMinor(kindOfChange(before, after)))
    return isOther ? [{ key, before, after, on: changedOn.get(key) }] : []
  })
  // A text whose key alone was renamed is still there.
  const removed = [...former].flatMap(([key, before]) =>
    before === '' || entries.has(key) || present.has(before) ? [] : [{ key, before, after: '', on: changedOn.get(key) }],
  )
  return [...edited, ...removed]
}
