import { lastWith } from '../history/last-with.ts'
import type { Catalog } from '../model/catalog.ts'
import { Failure } from '../problem.ts'
import { digestOf, type Answer, type Ledger } from './ledger.ts'
import { isComplete } from './locales.ts'
import type { KeyedText } from './reconcile.ts'
import { parseCatalog } from './store.ts'

/** Translations that the ledger knows and that are gone from their file, though their English stands as before. */
export interface Lost {
  readonly file: string
  readonly ledger: string
  readonly answers: ReadonlyMap<string, Answer>
  /** Whether no translation is left: the file was deleted, emptied or replaced. */
  readonly all: boolean
}

/** What locale files have lost since their ledgers were written. What is derived has overrides alone, which come and go. */
export function lostIn(segments: readonly KeyedText[], translations: readonly Catalog[], ledgers: readonly Ledger[]): Lost[] {
  return translations.flatMap((catalog, index) => (isComplete(catalog.tag) ? lostFrom(segments, catalog, ledgers[index]!) : []))
}

function lostFrom(segments: readonly KeyedText[], { file, entries }: Catalog, ledger: Ledger): Lost[] {
  const has = (key: string): boolean => (entries.get(key)?.text ?? '') !== ''
  const lost = segments.flatMap(({ key }) => {
    const answer = has(key) ? undefined : ledger.answers.get(key)
    return answer ? [[key, answer] as const] : []
  })
  if (lost.length === 0) return []
  return [{ file, ledger: ledger.file, answers: new Map(lost), all: !segments.some(({ key }) => has(key)) }]
}

/** The command that brings lost translations back, or shows them where others stand beside; nothing where git does not have them. */
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
