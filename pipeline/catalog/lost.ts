import { lastWith } from '../history/last-with.ts'
import type { Catalog } from '../model/catalog.ts'
import { Failure } from '../problem.ts'
import { digestOf, isEmptied, type Answer, type Ledger } from './ledger.ts'
import { isComplete } from './locales.ts'
import type { KeyedText } from './reconcile.ts'
import { parseCatalog } from './store.ts'

/** Translations in a ledger that are missing from their file, though their English is unchanged. */
export interface Lost {
  readonly file: string
  readonly ledger: string
  readonly answers: ReadonlyMap<string, Answer>
  /** True if no translation is left: the file was deleted, emptied or replaced. */
  readonly all: boolean
}

/**
 * Finds translations that locale files lost since their ledgers were written. Derived locales are left out, because overrides may
 * be removed freely.
 */
export function lostIn(segments: readonly KeyedText[], translations: readonly Catalog[], ledgers: readonly Ledger[]): Lost[] {
  return translations.flatMap((catalog, index) => (isComplete(catalog.tag) ? lostFrom(segments, catalog, ledgers[index]!) : []))
}

function lostFrom(segments: readonly KeyedText[], { file, entries }: Catalog, ledger: Ledger): Lost[] {
  const has = (key: string): boolean => (entries.get(key)?.text ?? '') !== ''
  const lost = segments.flatMap(({ key }) => {
    const answer = has(key) ? undefined : ledger.answers.get(key)
    return answer && !isEmptied(answer) ? [[key, answer] as const] : []
  })
  if (lost.length === 0) return []
  return [{ file, ledger: ledger.file, answers: new Map(lost), all: !segments.some(({ key }) => has(key)) }]
}

/**
 * The git command that restores lost translations, or shows them if other translations are left in the file. Absent if git does
 * not have them.
 */
export async function commandFor(root: string, { file, ledger, answers, all }: Lost): Promise<string | undefined> {
  const found = await lastWith(root, [file, ledger], (content) => {
    const texts = textsIn(content, file)
    return [...answers].filter(([key, { digest }]) => digestOf(texts.get(key) ?? '') === digest).length
  })
  if (!found) return undefined
  const commit = found.commit.slice(0, 12)
  return all ? `git checkout ${commit} -- ${found.files.join(' ')}` : `git show ${commit}:./${file}`
}

function textsIn(content: string, file: string): Map<string, string> {
  try {
    return new Map([...parseCatalog(content, file)].map(([key, { text }]) => [key, text]))
  } catch (error) {
    if (error instanceof Failure) return new Map()
    throw error
  }
}
