import { asCalled } from '../files/called.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import type { ExchangedTexts } from '../model/exchange.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, failure } from '../problem.ts'
import { addresseeOf, type Addressee } from './addressed.ts'
import { sheetOf, type Sheet } from './exchanged.ts'
import type { Plan } from './plan.ts'
import { planTool } from './plan-tool.ts'
import { planTable } from './tables/plan-table.ts'
import { wording } from '../wording.ts'

/** The texts of a file, which may be of several documents. */
export interface ReadFile {
  readonly file: string
  readonly all: readonly ExchangedTexts[]
}

/** What the import of a part of a file would do. */
export interface FilePlan extends Plan {
  readonly file: string
}

/**
 * Plans the import of files: all of them, or none.
 * @param on the day, ISO 8601
 * @param reviewer who found right what is reviewed in files of translators’ tools
 * @throws Failure with everything that is refused in any of them
 */
export function planFiles(
  publication: Publication,
  collection: TextCollection,
  files: readonly ReadFile[],
  on: string,
  reviewer?: string,
): FilePlan[] {
  const parts = files.flatMap(({ file, all }) => all.map((texts) => ({ file, texts })))
  const taken = new Map<string, string>()
  const outcomes = parts.map(({ file, texts }) => {
    try {
      const to = addresseeOf(texts, publication, file)
      refuseSecond(to, taken, file)
      const sheet = sheetFor(collection, to, file)
      const { table } = texts
      const questions = collection.questions.get(to.document)?.byKey ?? new Map()
      if (!table) return { ...planTool(sheet, to.tag, texts.units, { questions, on, reviewer }, file), file }
      return { ...planTable(sheet, to.tag, { ...texts, table }, questions, on, file), file }
    } catch (error) {
      if (error instanceof Failure) return error
      throw error
    }
  })
  const problems = outcomes.flatMap((outcome) => (outcome instanceof Failure ? outcome.problems : []))
  if (problems.length > 0) throw new Failure(...problems)
  return outcomes.flatMap((outcome) => (outcome instanceof Failure ? [] : [outcome]))
}

/** A document’s sheet in a language. @throws Failure where it cannot be read, or is written in this language */
export function sheetFor(collection: TextCollection, { document, tag }: Addressee, file: string): Sheet {
  const sheet = sheetOf(collection, document, tag)
  if (!sheet) throw new Failure(...collection.failures.flatMap(({ problems }) => problems))
  if (sheet.texts.translations.some((catalog) => catalog.tag === tag)) return sheet
  throw failure({
    rule: 'exchange',
    file,
    message: wording`“${{ document }}” is written in ${{ tag }}: there is nothing to translate.`,
    found: tag,
    expected: wording`one of ${{ names: sheet.texts.translations.map((catalog) => catalog.tag).join(', ') }}`,
    remedy: wording`Name the language of a translation: ${{ command: asCalled('export --edition TAG --format po') }}`,
  })
}

function refuseSecond({ document, tag }: Addressee, taken: Map<string, string>, file: string): void {
  const name = `${tag} ${document}`
  const other = taken.get(name)
  if (other === undefined) return void taken.set(name, file)
  throw failure({
    rule: 'exchange',
    file,
    message: wording`This file has texts of “${{ document }}” in ${{ tag }}, and so has another that was named.`,
    found: other,
    expected: 'one file for each document and language',
    remedy: 'Import one after the other: the second is then held against what the first has brought.',
  })
}
