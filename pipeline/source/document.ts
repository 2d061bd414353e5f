import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { ParsedDocument } from '../model/document.ts'
import { noteTitle } from './chapters.ts'
import { parseFrontMatter } from './front-matter.ts'
import { keep } from './html.ts'
import { parseMarkdown } from './markdown.ts'
import { passagesOf } from './passages.ts'
import { parseProgramme } from './programme.ts'

/** Files of a document’s folder. `file` names are relative to the root. */
export interface Manuscript {
  readonly id: string
  /** The language of documents that do not name their own; English where none is given. */
  readonly source?: Tag | undefined
  readonly document: { readonly file: string; readonly text: string }
  readonly programme?: { readonly file: string; readonly text: string } | undefined
}

/**
 * Parses a document’s files: front matter, tree, programme, and the passages in reading order. Files beside them are not read.
 * @throws Failure for malformed YAML, missing fields, unknown references
 */
export function parseDocument(manuscript: Manuscript): ParsedDocument {
  const { file, text } = manuscript.document
  const tree = parseMarkdown(text, file)
  const { front, passages: frontPassages, cuts } = parseFrontMatter(tree, file, text)
  noteTitle(tree, front.title)
  const isKept = front.translate === 'no'
  if (isKept) tree.children.forEach(keep)
  const programme = manuscript.programme && parseProgramme(manuscript.programme.text, manuscript.programme.file)
  const apart = [...frontPassages, ...(programme?.passages ?? [])]
  return {
    id: manuscript.id,
    language: front.language ?? manuscript.source ?? SOURCE_TAG,
    front,
    tree,
    source: text,
    pictures: new Map(),
    localPictures: new Map(),
    missing: new Map(),
    links: new Map(),
    attachments: [],
    cuts: [
      ...cuts.map((each) => ({ file, ...each })),
      ...(programme?.cuts ?? []).map((each) => ({ file: manuscript.programme!.file, ...each })),
    ],
    programme: programme?.programme,
    passages: isKept ? [] : [...frontPassages, ...passagesOf(tree, text, file), ...(programme?.passages ?? [])],
    kept: isKept ? new Map(apart.map((passage) => [passage.fixedKey!, passage.text])) : undefined,
  }
}
