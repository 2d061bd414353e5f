import { Failure, problem } from '../problem.ts'

/**
 * @param former the ids that a document had before
 * @param text of its file
 * @throws Failure for the id of a document that there is: its address cannot lead elsewhere
 */
export function refuseTaken(former: readonly string[] | undefined, documents: readonly string[], file: string, text: string): void {
  const taken = (former ?? []).filter((id) => documents.includes(id))
  if (taken.length === 0) return
  const before = text.split(/^formerly:/m)[0]!.split('\n')
  throw new Failure(
    ...taken.map((id) =>
      problem({
        rule: 'former-address',
        file,
        position: { line: before.length, column: 1 },
        message: 'A document of this name is there: its address cannot lead to another.',
        found: `“${id}”`,
        expected: 'a name that this document had before, and that no document has now',
        remedy: 'Remove it from “formerly:”.',
      }),
    ),
  )
}
