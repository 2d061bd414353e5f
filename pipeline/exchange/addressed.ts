import { basename } from 'node:path'
import { asCalled } from '../files/called.ts'
import { isComplete } from '../catalog/locales.ts'
import { SITE } from '../catalog/store.ts'
import { tagNamed } from '../language/gettext-name.ts'
import { originOf } from '../language/registry.ts'
import type { ExchangedTexts } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { failure, type Failure } from '../problem.ts'
import { wording } from '../wording.ts'

/** The document and the language that texts of a file belong to. */
export interface Addressee {
  readonly document: string
  readonly tag: Tag
}

/**
 * Finds out what the texts of a file belong to: the file says it, else its name does (`paper.sq.po`).
 * @throws Failure for another document, and for a language that nobody translates into
 */
export function addresseeOf(
  { document, target }: Pick<ExchangedTexts, 'document' | 'target'>,
  publication: Publication,
  file: string,
): Addressee {
  const [named = '', language = ''] = basename(file).split('.')
  const id = document || named
  const ids = [...publication.documents, SITE]
  if (!ids.includes(id)) throw otherDocument(id, ids, file, document === '')
  return { document: id, tag: translatedTag(target || language, publication, file) }
}

/** @throws Failure for a language that nobody translates into here */
function translatedTag(written: string, { editions }: Publication, file: string): Tag {
  const tags = [...new Set(editions.flatMap((tag) => [tag, originOf(tag) ?? tag]))]
  const tag = tags.find((each) => each === written) ?? tagNamed(written, tags)
  if (tag === undefined) throw otherLanguage(written, tags.filter(isComplete), file)
  const origin = originOf(tag)
  if (origin !== undefined) throw derived(tag, origin, file)
  return tag
}

/** The refusal of a language that is written from another. */
export function derived(tag: Tag, origin: Tag, file: string): Failure {
  return failure({
    rule: 'exchange',
    file,
    message: wording`${{ tag }} is written from ${{ origin }}, letter by letter: it has no translations of its own.`,
    found: tag,
    expected: origin,
    remedy: wording`Translate ${{ origin }}: ${{ command: asCalled(`export --edition ${origin} --format po`) }}`,
  })
}

function otherDocument(id: string, ids: readonly string[], file: string, isByName: boolean): Failure {
  return failure({
    rule: 'exchange',
    file,
    message: isByName ? 'This file does not say which document it is of.' : 'This file is of a document that is not here.',
    found: id || 'no name',
    expected: wording`one of ${{ names: ids.join(', ') }}`,
    remedy: isByName
      ? 'Name the file as the export does: the document, the language and the ending, such as paper.sq.po'
      : 'Import it into the publication that it was exported from (--root names its folder).',
  })
}

function otherLanguage(written: string, tags: readonly Tag[], file: string): Failure {
  return failure({
    rule: 'exchange',
    file,
    message: written === '' ? 'This file does not say which language it is in.' : 'Nobody translates into this language here.',
    found: written || 'no language',
    expected: wording`one of ${{ names: tags.join(', ') }}`,
    remedy: 'Set the language in the tool that the file comes from (in Poedit: Translation › Properties), or add it as an edition.',
  })
}
