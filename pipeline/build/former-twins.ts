import { join } from 'node:path'
import { readText } from '../files/disk.ts'
import { pagePath } from '../formats/registry.ts'
import type { DocumentOutcome } from '../model/outcome.ts'
import { Failure, problem } from '../problem.ts'

/**
 * Former names that two documents claim: their one address cannot lead to both. Each document reads only itself, so that what
 * they made tells.
 * @param root of the publication
 * @returns a failure at each document's claim
 */
export async function formerTwins(root: string, outcomes: readonly DocumentOutcome[]): Promise<Failure[]> {
  const claims = outcomes.flatMap(({ document, editions }) =>
    [...new Set(editions.flatMap(({ tag, files }) => files.flatMap(({ path }) => formerName(path, tag, document)))).values()].map(
      (name) => ({ name, document }),
    ),
  )
  const shared = [...Map.groupBy(claims, ({ name }) => name).values()].filter((all) => all.length > 1)
  return Promise.all(
    shared.flat().map(async ({ name, document }) => {
      const file = `content/${document}/document.md`
      const lines = ((await readText(join(root, file))) ?? '').split('\n')
      const others = claims.filter((each) => each.name === name && each.document !== document)
      return new Failure(
        problem({
          rule: 'former-address',
          file,
          position: { line: lines.findIndex((line) => line.startsWith('formerly:')) + 1 || 1, column: 1 },
          message: `Another document had this name as well (${others.map((each) => `content/${each.document}/document.md`).join(', ')}): one address cannot lead to both.`,
          found: `“${name}”`,
          expected: 'a name that this document alone had before',
          remedy: 'Keep it under “formerly:” in the document that readers of the old address look for, and remove it from the other.',
        }),
      )
    }),
  )
}

/** The former name of a document that a page of its edition stands at. None for other files. */
function formerName(path: string, tag: string, document: string): string[] {
  const name = path.split('/')[1] ?? ''
  return name !== document && path === pagePath({ tag, document: name }) ? [name] : []
}
