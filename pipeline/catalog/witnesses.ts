import type { History, Witness } from '../history/witness.ts'
import type { Tag } from '../model/language.ts'
import { ledgerFile } from './ledger.ts'
import { recordedIn } from './read-ledger.ts'
import { isKnown, type Texts, type WitnessOf } from './reconcile.ts'
import { SITE, catalogFile } from './store.ts'

/** Path of the source interface texts of the last sync, which translators saw. */
export function siteMemory(source: Tag): string {
  return `locales/ledger/${source}/${SITE}.json`
}

/** The answers of git. */
export interface Witnesses {
  readonly witnessOf: WitnessOf
  /** True if git was asked. The answers then depend on the repository. */
  readonly isAsked: boolean
}

/**
 * Asks git about the writers of texts that the ledgers do not know, because they were translated or edited since the last sync.
 * @param names present and former ids of the document
 * @param shared new keys, with the keys under which their texts were written
 */
export async function findWitnesses(
  history: History,
  { english, translations, ledgers }: Texts,
  names: readonly string[],
  shared: ReadonlyMap<string, string> = new Map(),
): Promise<Witnesses> {
  const answers = new Map<Tag, ReadonlyMap<string, Witness>>()
  let isAsked = false
  for (const [index, { tag, entries }] of translations.entries()) {
    const questions = [...entries].flatMap(([key, { text }]) => {
      const beside = english.entries.get(key)?.text
      return text === '' || beside === undefined || isKnown(ledgers[index]!.answers.get(key), text)
        ? []
        : [{ key, writtenAt: shared.get(key) ?? key, text, english: beside }]
    })
    isAsked ||= questions.length > 0
    const paths = names.map((name) => catalogFile(tag, name))
    answers.set(
      tag,
      await history.ask(
        {
          paths,
          englishBeside: (path) => sourceBeside(english.tag, path),
          ledgerBeside: (path) => ledgerFile(tag, nameIn(path)),
          recordedIn,
        },
        questions,
      ),
    )
  }
  return { witnessOf: (tag, key) => answers.get(tag)?.get(key), isAsked }
}

/** The document of a locale file. */
function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}

/**
 * English files that a translator saw beside a locale file. For the interface it is the file of the last sync, or the English
 * file before the first.
 */
function sourceBeside(source: Tag, path: string): string[] {
  const name = nameIn(path)
  return [...(name === SITE ? [siteMemory(source)] : []), catalogFile(source, name)]
}
