/**
 * What the checks say of correct prose that they were not made with. Prints every error and warning, for a reader to
 * judge; the Albanian text has typewriter apostrophes, which are defects indeed. `node tests/bench/checks/unseen.ts`
 */
import { RULES } from '../../../pipeline/check/registry.ts'
import { declarationPairs } from './declaration.ts'
import { checkPairs } from './pairs.ts'

const rules = RULES.filter(({ severity }) => severity !== 'info').map(({ id }) => id)
for (const tag of ['sq', 'mk', 'sr-Cyrl', 'sr-Latn'] as const) {
  const pairs = declarationPairs(tag)
  const problems = checkPairs(tag, pairs, rules)
  for (const each of problems)
    console.log(`  ${each.ruleId} ${each.key}: ${each.reason}  found ${each.actual ?? ''}  expected ${each.expected?.[0] ?? ''}`)
  console.log(`${tag}: ${pairs.length} segments, ${problems.length} errors and warnings`)
}
