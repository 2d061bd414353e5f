import { vanishedText } from '../../catalog/vanished.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Texts that stood in a locale file and are gone, and no ledger tells of them. */
export const vanished: WholeRule = {
  id: 'vanished',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a file of `locales/` is gone that git, or the last build, knows: translations, or what the tool remembers of them',
  example: { bad: '', good: 'locales/sq/report.json' },
  find: ({ collection, editions }) =>
    (collection.vanished ?? [])
      .filter(({ kind, tag }) => kind === 'keys' || editions.includes(tag))
      .map((each) =>
        problem({
          rule: 'vanished',
          edition: each.tag,
          document: each.document,
          file: each.file,
          ...vanishedText(each),
        }),
      ),
}
