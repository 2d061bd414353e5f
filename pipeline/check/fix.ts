import { changeLocales } from '../catalog/alone.ts'
import { readLibrary, type Library } from '../catalog/library.ts'
import { writePending } from '../catalog/sync.ts'
import type { Publication } from '../model/publication.ts'
import type { Checked } from './check.ts'
import { mend, type Mended } from './mend.ts'

/** Rounds of mends: more than any text needs. */
const MOST_ROUNDS = 8

/** What was mended, and what is found after that. */
export interface Fixed {
  readonly texts: readonly Mended[]
  readonly library: Library
  readonly checked: Checked
}

/**
 * Mends what needs no judgement in the locale files. As after any edit by hand, a sync comes first: the mended texts must
 * be known to answer what they answered.
 * @throws Failure where another command is at work
 */
export async function fix(publication: Publication, look: (library: Library) => Checked): Promise<Fixed> {
  const tried = new Map<string, Mended>()
  return changeLocales(publication, 'check --fix', async () => {
    // A mend can lay bare another, such as two spaces where a sign stood between; what is left after the last round is left to a person.
    for (let round = 1; ; round++) {
      const library = await readLibrary(publication, publication.documents)
      const checked = look(library)
      const { texts, pending } = mend(library, checked.problems)
      if (texts.length === 0 || round > MOST_ROUNDS)
        return { texts: [...tried.values()].filter((each) => stands(library, each)), library, checked }
      for (const each of texts) {
        const name = `${each.file}\n${each.key}`
        tried.set(name, { ...each, before: tried.get(name)?.before ?? each.before })
      }
      await writePending(publication, library.pending, pending)
    }
  })
}

/** Whether a text is as it was mended: somebody may have saved another meanwhile. */
function stands({ documents, site }: Library, { file, key, after }: Mended): boolean {
  const catalogs = [...documents, site].flatMap(({ translations }) => translations)
  return catalogs.find((catalog) => catalog.file === file)?.entries.get(key)?.text === after
}
