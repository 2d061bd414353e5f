import { isNote } from '../../catalog/notes.ts'
import { SITE } from '../../catalog/store.ts'
import { nearestName } from '../../files/slips.ts'
import { shown } from '../../files/identifier.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { pairsOf } from '../texts.ts'

/** Keys that belong to no text. */
export const unknownKey: WholeRule = {
  id: 'unknown-key',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a locale file has a key that the document lacks, so that its text appears nowhere',
  example: { bad: '"opening.headnig": "Hapja"', good: '"opening.heading": "Hapja"' },
  find: (examined) => {
    const overridable = examined.collection.site?.overridable ?? []
    return pairsOf(examined).flatMap(({ catalog, english, sources }) =>
      [...catalog.entries]
        .filter(([key]) => !english.has(key) && (catalog.namespace === SITE || !isNote(key, english)))
        .map(([key, { position }]) =>
          problem({
            rule: 'unknown-key',
            edition: catalog.tag,
            document: catalog.namespace,
            key,
            source: sources.get(key),
            file: catalog.file,
            position,
            message: `The ${catalog.namespace === 'site' ? 'interface' : `document ${catalog.namespace}`} has no text with this key.`,
            found: shown(key),
            expected: nearest(key, [...english.keys(), ...(catalog.namespace === SITE ? overridable : [])]),
            remedy: 'Move the translation to the right key, then remove this line.',
          }),
        ),
    )
  },
}

/** The key that differs by a slip of the pen, or else the one that begins most alike: a slip is mostly near a key's end. */
function nearest(key: string, keys: readonly string[]): string | undefined {
  const alike = (other: string): number => {
    let length = 0
    while (length < key.length && key[length] === other[length]) length++
    return length
  }
  const best = keys.reduce<string | undefined>(
    (found, other) => (found === undefined || alike(other) > alike(found) ? other : found),
    undefined,
  )
  const meant = nearestName(key, keys) ?? (best !== undefined && alike(best) > 3 ? best : undefined)
  return meant === undefined ? 'a key of locales/en' : `perhaps ${meant}`
}
