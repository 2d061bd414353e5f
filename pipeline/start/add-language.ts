import { join } from 'node:path'
import { changeLocales } from '../catalog/alone.ts'
import { readTextCollection } from '../catalog/text-collection.ts'
import { writePending } from '../catalog/sync.ts'
import { shown } from '../files/identifier.ts'
import { readRevision, replace } from '../files/swap.ts'
import { lacks } from '../language/lacks.ts'
import { isTag, originOf } from '../language/registry.ts'
import { expectedTag } from '../language/tags.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'
import { PUBLICATION_FILE, readPublication } from '../publication/publication.ts'
import { addEdition } from './add-edition.ts'

/** What a publication has after a language was added. */
export interface AddedLanguage {
  /** The files that were written, relative to the root. */
  readonly written: readonly string[]
  /** The language whose texts this one is written from letter by letter. */
  readonly origin: string | undefined
  /** What is not known of the language, a sentence each. */
  readonly lacks: readonly string[]
}

/**
 * Adds a language to `publication.yaml`, and writes the files to translate. All is read before anything is written.
 * @throws Failure for a tag without a pack, with the nearest that has one, and for a language that the publication has already
 */
export async function addLanguage({ root, editions, documents }: Publication, tag: string): Promise<AddedLanguage> {
  if (!isTag(tag)) {
    throw failure({
      rule: 'unknown-language',
      file: PUBLICATION_FILE,
      message: 'There is no language of this tag.',
      found: `“${shown(tag)}”`,
      expected: expectedTag(tag),
      remedy: 'Correct the tag.',
    })
  }
  if (editions.includes(tag)) {
    throw failure({
      rule: 'exists',
      file: PUBLICATION_FILE,
      message: `The publication has an edition in ${tag} already; nothing was written.`,
      remedy: `Its texts are in locales/${originOf(tag) ?? tag}/.`,
    })
  }
  const written = await changeLocales({ root }, 'add-language', async () => {
    const file = join(root, PUBLICATION_FILE)
    const read = await readRevision(file)
    const text = read && addEdition(read.text, tag)
    if (text === undefined) throw unclear(tag)
    const publication = { ...(await readPublication(root)), editions: [...editions, tag] }
    const { pending, failures } = await readTextCollection(publication, documents)
    if (failures[0]) throw failures[0]
    await replace(file, new TextEncoder().encode(text), read!.digest)
    return [PUBLICATION_FILE, ...(await writePending(publication, pending))]
  })
  return { written, origin: originOf(tag), lacks: lacks(tag).map(({ sentence }) => sentence) }
}

function unclear(tag: string): Error {
  return failure({
    rule: 'editions',
    file: PUBLICATION_FILE,
    message: 'The list “editions” is written in a way that only its writer can add to.',
    expected: `editions: [en, ${tag}]`,
    remedy: `Add ${tag} to the list by hand, and run sync.`,
  })
}
