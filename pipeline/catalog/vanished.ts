import { dirname } from 'node:path'
import { asCalled } from '../files/called.ts'
import { lastStanding, type LastStanding } from '../history/last-standing.ts'
import type { Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'
import { Failure } from '../problem.ts'
import type { Ledger } from './ledger.ts'
import { parseLedger } from './ledger-form.ts'
import { isComplete } from './locales.ts'
import type { Texts } from './reconcile.ts'
import { SITE, parseCatalog } from './store.ts'
import type { TextCollection } from './text-collection.ts'

/** Texts that are gone from `locales/` together with the ledger that would tell of them, or what the tool remembered of texts. */
export interface Vanished {
  readonly kind: 'translations' | 'ledger' | 'keys'
  readonly tag: Tag
  readonly document: string
  readonly file: string
  /** How many texts stood there. */
  readonly count: number
  /** The git command that restores all that vanished with it. Absent if git does not have it. */
  readonly command: string | undefined
}

/** How many translations a document had in the last build. */
export type CountBuilt = (document: string, tag: Tag) => number

/** A file in which nothing is left. */
type Missing = Pick<Vanished, 'kind' | 'tag' | 'document' | 'file'> & { readonly english: ReadonlyMap<string, { readonly text: string }> }

/**
 * Finds what vanished from `locales/` unseen by its ledgers. Git is asked where a document has no translation in a language, or
 * lacks a file of the tool’s memory; where git does not know, the last build tells.
 */
export async function vanishedIn(root: string, collection: TextCollection, countBuilt: CountBuilt): Promise<Vanished[]> {
  const missing = [...collection.documents, collection.site].flatMap((texts) => missingIn(texts, collection))
  if (missing.length === 0) return []
  const known = new Map(missing.map((each) => [each.file, each]))
  const standing = await lastStanding(root, [...known.keys()], (file, content) => countIn(content, known.get(file)!) > 0)
  const commands = commandsFor(standing, foldersIn(collection))
  // Who restores translations restores their ledger with them.
  const told = missing.filter(
    ({ kind, tag, document }) =>
      kind !== 'ledger' || !missing.some((other) => other.kind === 'translations' && other.tag === tag && other.document === document),
  )
  return told.flatMap(({ english, ...each }) => {
    const last = standing.get(each.file)
    if (last) return [{ ...each, count: countIn(last.content, { english, ...each }), command: commands.get(last.commit) }]
    const count = each.kind === 'translations' ? countBuilt(each.document, each.tag) : 0
    return count > 0 ? [{ ...each, count, command: undefined }] : []
  })
}

function missingIn({ english, translations, ledgers }: Texts, { lost }: TextCollection): Missing[] {
  const { namespace: document, entries } = english
  const isGone = (catalog: Catalog): boolean =>
    !lost.some(({ file }) => file === catalog.file) &&
    // A cell may be the same in the language, and is taken over.
    [...catalog.entries].every(([key, { text }]) => text === '' || text === entries.get(key)?.text)
  const isUnknown = document !== SITE && english.digest === undefined
  return [
    ...(isUnknown ? [{ kind: 'keys' as const, tag: english.tag, document, file: english.file, english: entries }] : []),
    ...translations.flatMap((catalog, index) => {
      // A language with all interface texts of its own has none to translate.
      if (!isComplete(catalog.tag) || catalog.entries.size === 0) return []
      const { file, digest }: Ledger = ledgers[index]!
      const each = { tag: catalog.tag, document, english: entries }
      return [
        ...(isGone(catalog) ? [{ ...each, kind: 'translations' as const, file: catalog.file }] : []),
        ...(digest === undefined ? [{ ...each, kind: 'ledger' as const, file }] : []),
      ]
    }),
  ]
}

/** How many texts a former content has that are not the source’s own. */
function countIn(content: string, { kind, file, english }: Missing): number {
  try {
    if (kind === 'ledger') {
      const { answers, retired } = parseLedger(content, file)
      return answers.size + retired.length
    }
    const texts = [...parseCatalog(content, file)].filter(([, { text }]) => text !== '')
    return kind === 'keys' ? texts.length : texts.filter(([key, { text }]) => text !== english.get(key)?.text).length
  } catch (error) {
    if (error instanceof Failure) return 0
    throw error
  }
}

/** The folders of locale files and ledgers in which a file stands. */
function foldersIn({ documents, site }: TextCollection): Set<string> {
  const files = [...documents, site].flatMap(({ english, translations, ledgers }) => [english, ...translations, ...ledgers])
  return new Set(files.flatMap(({ file, digest }) => (digest === undefined ? [] : [dirname(file)])))
}

/**
 * The command that restores the files that last stood in a commit, by commit.
 * @param folders in which other files stand: of another the whole is restored
 */
function commandsFor(standing: ReadonlyMap<string, LastStanding>, folders: ReadonlySet<string>): Map<string, string> {
  const byCommit = Map.groupBy(standing, ([, { commit }]) => commit)
  const placeOf = (file: string): string => (folders.has(dirname(file)) ? file : dirname(file))
  return new Map(
    [...byCommit].map(([commit, files]) => {
      const places = new Set(files.map(([file]) => placeOf(file)))
      return [commit, `git checkout ${commit.slice(0, 12)} -- ${[...places].join(' ')}`]
    }),
  )
}

/** What is said of what vanished, and what helps. */
export function vanishedText({ kind, tag, document, count, command }: Vanished): { readonly message: string; readonly remedy: string } {
  const texts = count === 1 ? '1 translation' : `${count} translations`
  const message = {
    translations: `${texts} that stood in this file ${count === 1 ? 'is' : 'are'} gone, and the ledger does not know of ${count === 1 ? 'it' : 'them'}.`,
    ledger: `The tool’s memory of ${texts} is gone: which source each answers, what was reviewed, and former translations.`,
    keys: `The keys of this document’s ${count === 1 ? 'text' : `${count} texts`} are gone: each text gets one anew, and the translation of a text that was edited meanwhile is not found again.`,
  }[kind]
  return {
    message,
    remedy:
      command === undefined
        ? `Git does not have it; the last build did. Look for a copy of the file; output/${tag}/${document}/index.html shows the texts until the next build.`
        : `Git has it. In the folder of the publication, run: ${command}  and then: ${asCalled('sync')}. Where it was removed on purpose, nothing is to be done.`,
  }
}
