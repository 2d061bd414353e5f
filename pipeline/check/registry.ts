import type { Problem } from '../problem.ts'
import { missing } from './missing.ts'
import { rawHtml } from './raw-html.ts'
import type { Examined, Rule } from './rule.ts'
import { stale } from './stale.ts'
import { unknownKey } from './unknown-key.ts'

/** Every check, in the order of its report. */
const RULES: readonly Rule[] = [missing, stale, unknownKey, rawHtml]

/** What the rules find. */
export function check(examined: Examined): Problem[] {
  return RULES.flatMap((rule) => rule.find(examined))
}
