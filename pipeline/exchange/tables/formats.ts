import type { Archive } from '../../authoring/word/archive.ts'
import type { ExchangedTexts } from '../../model/exchange.ts'
import type { TableWords } from './columns.ts'
import { docxText, readDocxGrid } from './docx-read.ts'
import { writeDocxTable } from './docx-write.ts'
import { textsOfGrid } from './from-grid.ts'
import type { TableReading } from './grid.ts'
import { readXlsxGrid, XLSX_BOOK } from './xlsx-read.ts'
import { placeOf } from './xlsx-place.ts'
import { writeXlsx } from './xlsx-write.ts'
import { wording } from '../../wording.ts'

/**
 * A table for reviewers, as an office file. Pure: texts to bytes and back. Law: `read(write(texts))` equals the texts as far as a
 * table goes: the texts, what stood there at the export, and for each the state that its reader has chosen.
 */
export interface TableFormat {
  /** Ending of its files, with the dot. The edition itself may be a Word file too, and has another name. */
  readonly extension: string
  /** What people call it. */
  readonly name: string
  /** @throws Failure for texts that it cannot hold */
  write(texts: ExchangedTexts, words: TableWords): Uint8Array
  /** Tells whether an unpacked file is of this format. */
  isOwn(archive: Archive): boolean
  /** @throws Failure for a file that is damaged, has no table of ours, or rows that cannot be told apart */
  read(archive: Archive, file: string, reading: TableReading): ExchangedTexts
}

/** The formats, by the name on the command line. */
export const TABLE_FORMATS: Readonly<Record<string, TableFormat>> = {
  'docx-table': {
    extension: '.table.docx',
    name: 'Word (.docx)',
    write: writeDocxTable,
    isOwn: (archive) => docxText(archive) !== undefined,
    read: (archive, file, reading) =>
      textsOfGrid(
        readDocxGrid(archive, file, reading.keepsTracked),
        reading,
        file,
        (row, column) => wording`${{ column: column + 1 }} of row ${{ row }}`,
      ),
  },
  xlsx: {
    extension: '.table.xlsx',
    name: 'Excel (.xlsx)',
    write: writeXlsx,
    isOwn: (archive) => archive.has(XLSX_BOOK),
    read: (archive, file, reading) =>
      textsOfGrid(readXlsxGrid(archive, file), reading, file, (row, column) => wording`${{ place: placeOf(column, row) }}`),
  },
}
