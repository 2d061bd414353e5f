import { isNote } from '../../catalog/notes.ts'
import { SITE } from '../../catalog/store.ts'
import { asCalled } from '../../files/called.ts'
import { nearestName } from '../../files/slips.ts'
import { shown } from '../../files/identifier.ts'
import { problem, type Problem } from '../../problem.ts'
import type { Examinable, WholeRule } from '../rule.ts'
import { pairsOf } from '../texts.ts'
import { wording, type Words } from '../../wording.ts'

/** Keys that belong to no text. */
export const unknownKey: WholeRule = {
  id: 'unknown-key',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a locale file has a key that the document lacks, so that its text appears nowhere',
  example: { bad: '"opening.headnig": "Hapja"', good: '"opening.heading": "Hapja"' },
  find: (examined) => {
    const overridable = examined.collection.site?.overridable ?? []
    const translated = pairsOf(examined).flatMap(({ catalog, english, sources }) =>
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
            message:
              catalog.namespace === SITE
                ? 'The interface has no text with this key.'
                : wording`The document ${{ document: catalog.namespace }} has no text with this key.`,
            found: shown(key),
            expected: nearest(key, [...english.keys(), ...(catalog.namespace === SITE ? overridable : [])]),
            remedy: 'Move the translation to the right key, then remove this line.',
          }),
        ),
    )
    return [...misspelledIn(examined.collection.site, overridable), ...translated]
  },
}

/** Keys of the publication’s own interface texts that differ by a slip from a built-in one. Others are of its own templates. */
function misspelledIn(site: Examinable['site'], overridable: readonly string[]): Problem[] {
  const own = site ? [...site.english.entries].filter(([key, { file }]) => file === undefined && !overridable.includes(key)) : []
  return own.flatMap(([key, { position }]) => {
    const meant = nearestName(key, overridable)
    if (meant === undefined) return []
    return problem({
      rule: 'unknown-key',
      document: SITE,
      key,
      file: site!.english.file,
      position,
      message: 'No page shows the text of this key, unless a template of your own does.',
      found: shown(key),
      expected: wording`perhaps ${{ meant }}`,
      remedy: wording`Write “${{ meant }}”, if this text is to stand in its place, and run ${{ command: asCalled('sync') }}.`,
    })
  })
}

/** The key that differs by a slip of the pen, or else the one that begins most alike: a slip is mostly near a key's end. */
function nearest(key: string, keys: readonly string[]): Words {
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
  return meant === undefined ? 'a key of locales/en' : wording`perhaps ${{ meant }}`
}
