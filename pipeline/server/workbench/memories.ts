import { join } from 'node:path'
import { memoryFile, readMemory, type RememberedText } from '../../catalog/memory.ts'
import { stampOf } from '../../files/sighting.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import { Failure, type Problem } from '../../problem.ts'

/** What other programs remember, and what keeps it from being read. */
interface Remembered {
  readonly stamp: string | undefined
  readonly texts: readonly RememberedText[]
  readonly problems: readonly Problem[]
}

/** The memories of the languages, each read anew when its file has changed. */
export class Memories {
  readonly #kept = new Map<Tag, Remembered>()

  async of(publication: Pick<Publication, 'root'>, tag: Tag): Promise<Remembered> {
    const stamp = await stampOf(join(publication.root, memoryFile(tag)))
    const known = this.#kept.get(tag)
    if (known?.stamp === stamp && known) return known
    const read = await readMemory(publication, tag).then(
      ({ texts }) => ({ stamp, texts, problems: [] }),
      (error: unknown) => (error instanceof Failure ? { stamp, texts: [], problems: error.problems } : Promise.reject(error)),
    )
    this.#kept.set(tag, read)
    return read
  }
}
