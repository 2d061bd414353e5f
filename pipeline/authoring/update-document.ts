import { join } from 'node:path'
import { isMap, parseDocument, type Document as YamlDocument } from 'yaml'
import { authoredFile } from '../catalog/authored-file.ts'
import { asCalled } from '../files/called.ts'
import { readBytes, walk } from '../files/disk.ts'
import { digestOf, readRevision, replace, type Revision } from '../files/swap.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, failure, problem } from '../problem.ts'
import { recordOf } from './add-document.ts'
import type { AuthoredFile } from './authored-file.ts'
import { blocksOf, joinBlocks, mergeBlocks, replaceBlocks, type Conflict } from './markdown/blocks.ts'
import { importedFrom, type Imported } from './imported.ts'
import { markdownText } from './markdown/markdown-text.ts'
import { keepLabels } from './markdown/note-labels.ts'
import { beginning, type Notice } from './notice.ts'
import type { KnownPictures } from './markdown/picture-names.ts'
import { readAuthored } from './read-authored.ts'
import { isPictureName, readRecord, recordBytes, type AuthoredRecord } from './record.ts'
import { unusable } from './refusals.ts'

/** A document whose text was taken anew from its author’s file, or would be. */
export interface UpdatedDocument {
  readonly imported: Imported
  /** Paths relative to the root that were written, or would be. */
  readonly files: readonly string[]
  /** Blocks of the document before and after. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly notices: readonly Notice[]
}

/** Text of a document after its front matter. */
const FRONT = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/

const LANGUAGE = /^language: *["']?([\w-]+)/m

/** Refuses an edition in another language than the document’s: its text would take the place of the source. */
function refuseTranslation(edition: Tag | undefined, language: Tag, file: string): void {
  if (edition === undefined || edition === language) return
  throw unusable(file, {
    message: 'This file is an edition in another language: its text would take the place of the source.',
    found: `an edition in ${edition}`,
    expected: `a text in ${language}, the language that the document is written in`,
    remedy: `Correct a translation in locales/${edition}/, or in the workbench: ${asCalled('workbench')}`,
  })
}

/**
 * Takes an author’s revised file into a document. What was edited by hand since the last file stays; the front matter stays but
 * for a title that the author changed.
 * @param isDry writes nothing
 * @throws Failure where there is no such document, the file cannot be read, or file and hand changed the same words: nothing is
 * written then
 */
export async function updateDocument(
  { root, source }: Publication,
  id: string,
  file: AuthoredFile,
  isDry: boolean,
): Promise<UpdatedDocument> {
  const path = `content/${id}/document.md`
  const read = await readRevision(join(root, path))
  if (!read) throw failure({ rule: 'no-document', file: path, message: 'There is no such document.', remedy: `Look at the names of the folders in content/; a new document is added so: ${asCalled('new its-name --from report.docx')}` }) // prettier-ignore
  const { record, digest } = await readRecord(root, id)
  const beside = await picturesBeside(root, id)
  const knownPictures: KnownPictures = new Map([...beside.names, ...Object.entries(record?.pictures ?? {})])
  const text = read.text.replaceAll('\r\n', '\n')
  const front = FRONT.exec(text)?.[0] ?? ''
  const reading = await readAuthored(file.bytes, file.name)
  refuseTranslation(reading.edition, LANGUAGE.exec(front)?.[1] ?? source, file.name)
  const imported = importedFrom(reading, { name: file.name, title: '', source, knownPictures })
  const before = blocksOf(text.slice(front.length))
  keepLabels(imported.tree, record?.blocks ?? before)
  const theirs = blocksOf(markdownText(imported.tree))
  const merged = record ? mergeBlocks(record.blocks, before, theirs) : { blocks: replaceBlocks(before, theirs), conflicts: [], kept: 0 }
  if (merged.conflicts.length > 0) throw conflicting(path, text, front.length, before, merged.conflicts)
  const { front: newFront, notices } = frontWith(front, imported, record)
  const written = `${newFront.trimEnd()}\n\n${joinBlocks(merged.blocks)}`
  const former = record || sameWords(before, merged.blocks) ? undefined : await freeName(root, id)
  const pictures = [...imported.pictures].filter(([name]) => !beside.files.has(name) && written.includes(name))
  const changes = new Map<string, Uint8Array>([
    ...pictures.map(([name, bytes]) => [`content/${id}/${name}`, bytes] as const),
    ...(former === undefined ? [] : [[former, new TextEncoder().encode(read.text)] as const]),
    ...(written === text ? [] : [[path, encoded(written, read)] as const]),
  ])
  if (!isDry) {
    for (const [each, bytes] of changes) await replace(join(root, each), bytes, each === path ? read.digest : undefined)
    // Last, so that a run that was cut short begins again.
    await replace(join(root, authoredFile(id)), recordBytes(withFormer(recordOf(imported, file.name), record)), digest)
  }
  return {
    imported,
    files: [...changes.keys()],
    before,
    after: merged.blocks,
    notices: [
      ...imported.notices.filter(({ asks }) => asks !== 'description'),
      ...notices,
      ...(merged.kept > 0 ? [{ kind: 'note' as const, what: `${merged.kept} ${merged.kept === 1 ? 'place that was' : 'places that were'} edited in document.md since the last file stayed as edited.` }] : []),
      ...(former === undefined ? [] : [{ kind: 'note' as const, what: `This document was not taken from a file before, so nobody can tell what was edited in it. Its former text is kept: ${former}.`, remedy: 'Look whether anything of it is missing, and remove that file.' }]),
    ],
  } // prettier-ignore
}

/** Pictures that are gone from a file may come back. */
function withFormer(record: AuthoredRecord, former: AuthoredRecord | undefined): AuthoredRecord {
  return { ...record, pictures: { ...former?.pictures, ...record.pictures } }
}

function encoded(text: string, { text: former }: Revision): Uint8Array {
  return new TextEncoder().encode(former.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text)
}

function sameWords(before: readonly string[], after: readonly string[]): boolean {
  return before.join('\n\n') === after.join('\n\n')
}

/** Pictures in a document’s folder: all names, and names by digest. */
async function picturesBeside(root: string, id: string): Promise<{ files: ReadonlySet<string>; names: KnownPictures }> {
  const { files } = walk(join(root, 'content', id))
  const names = new Map<string, string>()
  for (const name of files) {
    const bytes = !isPictureName(name) ? undefined : await readBytes(join(root, 'content', id, name))
    if (bytes) names.set(digestOf(bytes), name)
  }
  return { files: new Set(files), names }
}

async function freeName(root: string, id: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `content/${id}/document.former${number === 1 ? '' : `-${number}`}.md`
    if (!(await readBytes(join(root, name)))) return name
  }
}

/** The front matter with the title that the author changed, and all else as it is written, comments too. */
function frontWith(front: string, { visible }: Imported, record: AuthoredRecord | undefined): { front: string; notices: Notice[] } {
  const notices: Notice[] = []
  const inner = /^---\r?\n([\s\S]*?\r?\n)---/.exec(front)?.[1]
  const fields: YamlDocument | undefined = inner === undefined ? undefined : parseDocument(inner)
  if (!fields || !isMap(fields.contents)) return { front, notices }
  let isChanged = false
  for (const name of ['title', 'subtitle'] as const) {
    const own = textField(fields, name)
    const [next, last] = [visible[name], record ? record[name] : own]
    if (next === undefined || next === last || next === own) continue
    if (record && own !== last && own !== undefined)
      notices.push({ kind: 'note', what: `The ${name} in the file is “${beginning(next)}” now; the front matter keeps “${beginning(own)}”, which somebody edited.`, remedy: 'Correct it where it is wrong.' }) // prettier-ignore
    else {
      fields.set(name, next)
      isChanged = true
      notices.push({
        kind: 'note',
        what: `The ${name} is “${beginning(next)}” now${own === undefined ? '' : `, and was “${beginning(own)}”`}.`,
      })
    }
  }
  return { front: isChanged ? `---\n${fields.toString({ lineWidth: 0 })}---\n` : front, notices }
}

/** A field of the front matter, as far as it is a text. */
function textField(fields: YamlDocument, name: string): string | undefined {
  const value = fields.get(name)
  return typeof value === 'string' ? value : undefined
}

/** Line of a block in the file; of the one after it, where it was removed. */
function lineOf(text: string, from: number, block: string): number {
  return text.slice(0, Math.max(from, text.indexOf(block, from))).split('\n').length
}

function conflicting(path: string, text: string, from: number, blocks: readonly string[], conflicts: readonly Conflict[]): Failure {
  return new Failure(
    ...conflicts.map(({ at, own, theirs }) =>
      problem({
        rule: 'edited-twice',
        file: path,
        position: { line: lineOf(text, from, blocks[at] ?? ''), column: 1 },
        message: 'This text was edited here and in the author’s file, each in its own way; nothing was written.',
        found: own === '' ? 'nothing: it was removed here' : beginning(own, 300),
        expected: theirs === '' ? 'nothing: it was removed in the file' : `in the file: ${beginning(theirs, 300)}`,
        remedy: 'Let the two say the same, here or in the author’s file, and run the command again.',
      }),
    ),
  )
}
