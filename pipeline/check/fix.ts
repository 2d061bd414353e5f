import { changeLocales } from '../catalog/alone.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { writePending } from '../catalog/sync.ts'
import type { Publication } from '../model/publication.ts'
import type { Checked } from './check.ts'
import { mend, type Mended } from './mend.ts'

/** Limit of rounds of fixes. No text needs more. */
const MOST_ROUNDS = 8

/** The fixed texts, and the findings after the fixes. */
export interface Fixed {
  readonly texts: readonly Mended[]
  readonly collection: TextCollection
  readonly checked: Checked
}

/**
 * Applies automatic fixes to locale files. A sync runs first, so that fixed texts keep their answers.
 * @param read reads the texts as they are now
 * @throws Failure if another command holds the lock
 */
export async function fix(
  publication: Publication,
  read: () => Promise<TextCollection>,
  look: (collection: TextCollection) => Checked,
): Promise<Fixed> {
  const tried = new Map<string, Mended>()
  return changeLocales(publication, 'check --fix', async () => {
    // One fix can uncover another, such as two spaces around a removed sign. The rest is left to a person after the last round.
    for (let round = 1; ; round++) {
      const collection = await read()
      const checked = look(collection)
      const { texts, pending } = mend(collection, checked.problems)
      if (texts.length === 0 || round > MOST_ROUNDS)
        return { texts: [...tried.values()].filter((each) => stands(collection, each)), collection, checked }
      for (const each of texts) {
        const name = `${each.file}\n${each.key}`
        tried.set(name, { ...each, before: tried.get(name)?.before ?? each.before })
      }
      await writePending(publication, collection.pending, pending)
    }
  })
}

/** True if a text is still as it was fixed. It may have been saved meanwhile. */
function stands({ documents, site }: TextCollection, { file, key, after }: Mended): boolean {
  const catalogs = [...documents, site].flatMap(({ translations }) => translations)
  return catalogs.find((catalog) => catalog.file === file)?.entries.get(key)?.text === after
}
