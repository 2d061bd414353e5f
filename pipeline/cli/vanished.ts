import { resolve } from 'node:path'
import { readRecord } from '../build/record.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { vanishedIn, vanishedText, type Vanished } from '../catalog/vanished.ts'
import type { Publication } from '../model/publication.ts'

/** What vanished from a publication’s texts unseen by its ledgers, as git or the last build knows. */
export async function findVanished({ root }: Publication, collection: TextCollection): Promise<Vanished[]> {
  const { documents } = await readRecord(root, resolve(root, 'output'))
  return vanishedIn(root, collection, (document, tag) => {
    const built = documents[document]?.statuses[tag]
    return built === undefined ? 0 : built.segments - built.missing
  })
}

/** Formats what vanished, with what helps once for all that it helps with. */
export function vanishedLines(all: readonly Vanished[]): string[] {
  const byRemedy = Map.groupBy(all, (each) => vanishedText(each).remedy)
  return [...byRemedy].flatMap(([remedy, files]) => [
    '',
    ...files.map((each) => `LOST  ${each.file}: ${vanishedText(each).message}`),
    `      ${remedy}`,
  ])
}
