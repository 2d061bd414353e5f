import { shown } from '../files/identifier.ts'
import type { Ignore } from '../model/publication.ts'
import { problem, type Problem } from '../problem.ts'
import { PUBLICATION_FILE } from '../publication/publication.ts'
import { wording } from '../wording.ts'

/** Removes ignored problems. An ignore entry without effect is itself a problem. */
export function withoutIgnored(
  problems: readonly Problem[],
  ignores: readonly Ignore[],
  ran: (ignore: Ignore) => boolean,
  known: readonly string[],
): Problem[] {
  const used = new Set<Ignore>()
  const left = problems.filter((each) => {
    const ignore = ignores.find(
      ({ rule, edition, document, key }) =>
        rule === each.ruleId && edition === each.edition && document === each.document && key === each.key,
    )
    if (ignore) used.add(ignore)
    return !ignore
  })
  const unused = ignores.filter((ignore) => !used.has(ignore) && (ran(ignore) || !known.includes(ignore.rule)))
  return [...left, ...unused.map((ignore) => withoutUse(ignore, known.includes(ignore.rule)))]
}

function withoutUse({ rule, edition, document, key, position }: Ignore, isKnown: boolean): Problem {
  const found = problem({
    rule: 'unused-ignore',
    edition,
    document,
    key,
    file: PUBLICATION_FILE,
    position,
    message: isKnown
      ? wording`“${{ rule: shown(rule) }}” finds nothing at “${{ key: shown(key) }}” any more.`
      : wording`There is no rule “${{ rule: shown(rule) }}”.`,
    found: `${shown(rule)}, ${edition}, ${shown(document)}, ${shown(key)}`,
    expected: isKnown ? undefined : 'the id of a rule, which each finding names in brackets',
    remedy: isKnown ? 'Remove these lines.' : 'Correct the id, or remove these lines.',
  })
  found.severity = 'warning'
  return found
}
