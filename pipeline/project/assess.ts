import { checkForGates } from '../check/for-gates.ts'
import { statusOfDocument } from '../gates/status.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { ReadDocument } from './read-document.ts'
import type { Assessment, Shared } from './shared.ts'

/** Checks a document and computes its status. */
export async function assess(
  { opened: { reconciled }, anchorsOf: places }: ReadDocument,
  publication: Publication,
  { glossary, findings, site: assessSite }: Shared,
): Promise<Assessment> {
  const { countWrong, ...checked } = await checkForGates(publication, { documents: [reconciled], anchorsOf: places }, glossary, findings)
  const wrong = (tag: Tag): number => countWrong(reconciled.document.id, tag)
  const site = await assessSite()
  return {
    ...checked,
    statuses: statusOfDocument(publication, reconciled, site.statuses, wrong),
  }
}
