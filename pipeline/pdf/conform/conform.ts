import { createHash } from 'node:crypto'
import { PDFArray, PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFDict } from '@cantoo/pdf-lib'
import type { Preparation } from '../preparation.ts'
import { hastenCrossReferences } from './cross-references.ts'
import { hastenStreams } from './library-streams.ts'
import { declareColours } from './colour.ts'
import { describeDocument, IDENTIFIER_PLACE } from './metadata.ts'
import { writeGlyphValues } from './glyph-values.ts'
import { openPrinted, type Row } from './printed-file.ts'
import { nameHyphens, pruneEmpty, releaseDrawings, releaseRepeatedCells, releaseRepeatedLabels } from './rows/artifacts.ts'
import { nameBookmarks } from './rows/bookmarks.ts'
import { boundFigures } from './rows/figures.ts'
import { describeLinks, joinLinks, relateLinks } from './rows/links.ts'
import { readMarks } from './rows/marks.ts'
import { moveNotes } from './rows/notes.ts'
import { labelPages } from './rows/page-labels.ts'
import { dropProfiles } from './rows/pictures.ts'
import { refuseDrawnTwice, refuseFaults, refuseForeignFaces, refuseLostText, refuseMuteFigures } from './rows/refusals.ts'
import { refuseOtherTexts } from './rows/texts.ts'
import { completeContents, completeLists, completeTables, dissolveGroups, levelHeadings, mapRoles, nameLabels } from './rows/structure.ts'
import { dropUnreachable } from './unreachable.ts'
import { writeTree } from './write-tree.ts'

/**
 * What the pages lack and what mends it, in the order in which that can be done. Opening the file has noted the artifacts
 * (7.1-3). No row after these changes what a page paints, so that the pages are packed while the others are done.
 */
const CONTENT_ROWS: readonly Row[] = [
  { clause: '7.2', requires: 'languages have their tags, and cells a place of their own', mend: refuseFaults },
  { clause: '7.21.4, 7.21.8', requires: 'every character has a glyph in a face of the page', mend: refuseForeignFaces },
  { clause: '7.20', requires: 'content is drawn once', mend: refuseDrawnTwice },
  { clause: '7.1', requires: 'what is shown can be read', mend: refuseLostText },
  { clause: '7.8', requires: 'what is repeated on every page is an artifact', mend: releaseRepeatedCells },
  { clause: '7.8', requires: 'a label on two pages is read once', mend: releaseRepeatedLabels },
  { clause: '7.1, 7.2', requires: 'every element has the type that its meaning has', mend: readMarks },
  { clause: '7.1, 7.9', requires: 'a note is read after what calls it', mend: moveNotes },
  { clause: '7.1', requires: 'what the page says is in the print, and nothing else', mend: refuseOtherTexts },
  { clause: '7.1', requires: 'what is painted is tagged or an artifact', mend: releaseDrawings },
  { clause: '7.2', requires: 'text can be read as whole words', mend: nameHyphens },
]

/** The same for the structure over the pages, and for the document. */
const STRUCTURE_ROWS: readonly Row[] = [
  { clause: '7.18.1', requires: 'a link’s annotation covers its words', mend: joinLinks },
  { clause: 'ISO 32000-1, 12.6.4.7', requires: 'what lies beside the file is named from there', mend: relateLinks },
  { clause: '7.18.5', requires: 'a link stands in a Link and says where it leads', mend: describeLinks },
  { clause: '7.1', requires: 'text stands in paragraphs', mend: dissolveGroups },
  { clause: '7.1', requires: 'nothing is tagged that is not there', mend: pruneEmpty },
  { clause: '7.2, 7.6', requires: 'a list’s item has its label and its body', mend: completeLists },
  { clause: '7.6', requires: 'a list’s labels can be read', mend: nameLabels },
  { clause: '7.2, 7.5', requires: 'a table has its head and its body', mend: completeTables },
  { clause: '7.2', requires: 'an entry of the contents refers to its chapter', mend: completeContents },
  { clause: '7.3', requires: 'a figure says what it shows', mend: refuseMuteFigures },
  { clause: 'ISO 32000-1, 14.8.5.4.3', requires: 'a figure says where it stands', mend: boundFigures },
  { clause: '7.4.2', requires: 'no level of headings is left out', mend: levelHeadings },
  { clause: '7.1', requires: 'every type is a standard one or stands for one', mend: mapRoles },
  { clause: '7.1', requires: 'content and structure lead to each other', mend: writeTree },
  { clause: 'ISO 32000-1, 12.3.3', requires: 'a bookmark has the words of its heading', mend: nameBookmarks },
  { clause: 'ISO 32000-1, 12.4.2', requires: 'viewers show the numbers that the pages bear', mend: labelPages },
  { clause: '7.1; ISO 19005-2, 6.6', requires: 'the document is described', mend: describeDocument },
  { clause: 'ISO 19005-2, 6.2.3', requires: 'colours are defined', mend: declareColours },
  { clause: 'ISO 19005-2, 6.2.4.2', requires: 'a picture’s colours have a profile that is known, or the document’s', mend: dropProfiles },
]

hastenCrossReferences()
hastenStreams()

/**
 * Makes a printed PDF one that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). The same input gives the
 * same bytes; nothing else is read or kept.
 * @param preparation what the page said of itself when it was readied for the print
 * @throws Error for what no step after the print can mend, in words for who made the page
 */
export async function conform(printed: Uint8Array, preparation: Preparation, date: Date): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { parseSpeed: Infinity, updateMetadata: false, throwOnInvalidObject: true })
  const file = openPrinted(document, preparation, date)
  for (const { mend } of CONTENT_ROWS) mend(file)
  const packed = Promise.all([
    writeGlyphValues(document.context),
    ...[...file.contentStreams.values()].map((contentStream) => contentStream.write()),
  ])
  // What a row refuses is what is reported.
  packed.catch(() => undefined)
  for (const { mend } of STRUCTURE_ROWS) mend(file)
  dropEmpty(file.catalog)
  dropUnreachable(file)
  await packed
  const { context } = document
  const identifier = PDFArray.withContext(context)
  for (let part = 0; part < 2; part++) identifier.push(PDFHexString.of(IDENTIFIER_PLACE))
  context.trailerInfo.ID = identifier
  context.header = PDFHeader.forVersion(1, 7)
  return identify(
    await document.save({ useObjectStreams: true, objectsPerTick: Infinity, addDefaultPage: false, updateFieldAppearances: false }),
  )
}

/** The saved file needs no form, which the library puts there. */
function dropEmpty(catalog: PDFDict): void {
  catalog.delete(PDFName.of('AcroForm'))
}

/** Writes the digest of the bytes wherever the identifier stands: in the trailer and in the metadata. */
function identify(bytes: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, IDENTIFIER_PLACE.length)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let places = 0
  for (let at = file.indexOf(IDENTIFIER_PLACE); at >= 0; at = file.indexOf(IDENTIFIER_PLACE, at + 1)) {
    file.write(digest, at, 'latin1')
    places++
  }
  if (places !== 4) throw new Error(`The PDF has its identifier in ${places} places, not in four.`)
  return bytes
}
