import type { ExportFile } from './export-file.ts'
import { SITE } from '../catalog/store.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import type { ExchangedTexts } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import { Failure, problem } from '../problem.ts'
import { PUBLICATION_FILE } from '../publication/publication.ts'
import { exchanged } from './exchanged.ts'
import { TERMS } from './export-terms.ts'
import { sheetFor } from './import.ts'
import { memoryOf } from './memory.ts'
import { EXCHANGE_FORMATS } from './registry.ts'
import type { TableWords } from './tables/columns.ts'
import { TABLE_FORMATS } from './tables/formats.ts'
import { writeTmx } from './tmx.ts'
import { unwritableSign } from './writable.ts'
import { wording } from '../wording.ts'

/** The whole memory of a language, in which nothing is edited. */
export const MEMORY = 'tmx'

/** The formats on the command line. */
export const FORMAT_NAMES = [...Object.keys(EXCHANGE_FORMATS), MEMORY, TERMS, ...Object.keys(TABLE_FORMATS)]

export function isFormat(name: string): boolean {
  return FORMAT_NAMES.includes(name)
}

/**
 * The files of an export, one for each document; of a memory, one in all.
 * @param format one of `FORMAT_NAMES`
 * @param document the only one, if it is named
 * @param words of tables, in the language
 * @throws Failure with every text that would not come back as it is
 */
export function exportFiles(
  collection: TextCollection,
  tag: Tag,
  format: string,
  document: string | undefined,
  words: TableWords,
): ExportFile[] {
  if (format === MEMORY) return [memoryFileOf(collection, tag, document)]
  const table = TABLE_FORMATS[format]
  const { extension } = table ?? EXCHANGE_FORMATS[format]!
  const ids = [...collection.documents.flatMap((each) => (each.english.tag === tag ? [] : [each.document.id])), SITE]
  const sheets = (document === undefined ? ids : [document]).map((id) => sheetFor(collection, { document: id, tag }, PUBLICATION_FILE))
  return sheets
    .filter(({ segments }) => segments.length > 0)
    .map((sheet) => {
      const name = `${sheet.document}.${tag}${extension}`
      const texts = exchanged(sheet, tag, collection.questions)
      refuseUnwritable(texts, name)
      const content = table ? table.write(texts, words) : EXCHANGE_FORMATS[format]!.write(texts)
      return { name, content, count: sheet.segments.length }
    })
}

function memoryFileOf(collection: TextCollection, tag: Tag, document: string | undefined): ExportFile {
  const units = memoryOf(collection, tag, document)
  return {
    name: `${document ?? 'memory'}.${tag}.${MEMORY}`,
    content: writeTmx(units, collection.site.english.tag, tag),
    count: units.length,
  }
}

/** @throws Failure with every text that would not come back as it is */
function refuseUnwritable({ units }: ExchangedTexts, file: string): void {
  const problems = units.flatMap(({ key, source, text, basis = '', place }) => {
    const sign = unwritableSign([source, text, basis].join('\n'))
    if (sign === undefined) return []
    return problem({
      rule: 'exchange',
      file: place?.file ?? file,
      position: place && { line: place.line, column: place.column },
      message: wording`The text “${{ key }}” or its translation has a sign that no such file can hold.`,
      found: wording`${{ sign: `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }}, which no editor shows`,
      expected: 'letters and signs that can be seen',
      remedy: 'Remove the sign: write the words around it anew.',
    })
  })
  if (problems.length > 0) throw new Failure(...problems)
}
