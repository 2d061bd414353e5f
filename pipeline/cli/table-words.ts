import { knownWords, tableWords } from '../exchange/tables/words.ts'
import type { KnownWords, TableWords } from '../exchange/tables/columns.ts'
import { workbenchTexts } from '../language/interface-texts.ts'
import { knownTags } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'

/** The words of tables in a language: English where it has none of its own. @throws Failure where a file of them is malformed */
export async function wordsOfTables(root: string, tag: Tag): Promise<TableWords> {
  return tableWords(await workbenchTexts(root, tag), await workbenchTexts(root, SOURCE_TAG))
}

/** The words of tables in all languages. @throws Failure as `wordsOfTables` does */
export async function wordsOfAllTables(root: string): Promise<KnownWords> {
  return knownWords(await Promise.all([SOURCE_TAG, ...knownTags()].map((tag) => workbenchTexts(root, tag))))
}
