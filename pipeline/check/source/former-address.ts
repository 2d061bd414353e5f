import { problem, type Problem } from '../../problem.ts'
import { wording } from '../../wording.ts'
import type { WholeRule } from '../rule.ts'

/** A document’s former names, and the text of its file. */
export interface Claim {
  readonly document: string
  readonly formerly: readonly string[]
  readonly source: string
}

/** Former names that two documents claim: their one address cannot lead to both. */
export const formerAddress: WholeRule = {
  id: 'former-address',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'two documents say that they had the same name before: its one address cannot lead to both',
  example: { bad: 'formerly: [annual-report], in two documents', good: 'the same, in the one that readers of the address look for' },
  find: ({ collection }) =>
    twinClaims(
      collection.documents.map(({ document: { id, front, source } }) => ({ document: id, formerly: front.formerly ?? [], source })),
    ),
}

/** A problem at each document’s claim of a name that another claims as well. */
export function twinClaims(claims: readonly Claim[]): Problem[] {
  const claimants = Map.groupBy(
    claims.flatMap((claim) => [...new Set(claim.formerly)].map((name) => ({ name, claim }))),
    ({ name }) => name,
  )
  return [...claimants].flatMap(
    ([name, all]) =>
    all.length < 2 ? [] : all.map(({ claim }) => twinClaim(name, claim, all.flatMap((each) => (each.claim === claim ? [] : [each.claim.document])))), // prettier-ignore
  )
}

function twinClaim(name: string, { document, source }: Claim, others: readonly string[]): Problem {
  return problem({
    rule: formerAddress.id,
    document,
    file: `content/${document}/document.md`,
    position: { line: source.split('\n').findIndex((line) => line.startsWith('formerly:')) + 1 || 1, column: 1 },
    message: wording`Another document had this name as well (${{ others: others.map((each) => `content/${each}/document.md`).join(', ') }}): one address cannot lead to both.`,
    found: `“${name}”`,
    expected: 'a name that this document alone had before',
    remedy: 'Keep it under “formerly:” in the document that readers of the old address look for, and remove it from the other.',
  })
}
