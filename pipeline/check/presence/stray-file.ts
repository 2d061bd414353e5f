import { strayText } from '../../catalog/stray-files.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Files of `locales/` that nothing reads, as a browser or an editor renames them when they are saved. */
export const strayFile: WholeRule = {
  id: 'stray-file',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a file or a folder of `locales/` has a name that nothing reads, so that its texts are in no edition',
  example: { bad: 'locales/sq/report (1).json', good: 'locales/sq/report.json' },
  find: ({ collection, publication }) =>
    (collection.strays ?? []).map((each) =>
      problem({ rule: 'stray-file', file: each.path, found: each.path, ...strayText(each, publication) }),
    ),
}
