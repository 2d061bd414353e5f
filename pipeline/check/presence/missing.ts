import { asCalled } from '../../files/called.ts'
import { shown } from '../../files/identifier.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { suggestFor } from './stale.ts'
import { pairsOf } from '../texts.ts'
import { wording } from '../../wording.ts'

/** Texts that have no translation yet. */
export const missing: WholeRule = {
  id: 'missing',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a text has no translation, and the edition shows the source',
  example: { bad: '"opening.heading": ""', good: '"opening.heading": "Hapja"' },
  find: (examined) => {
    const suggest = suggestFor(examined.collection)
    return pairsOf(examined)
      .filter(({ complete }) => complete)
      .flatMap(({ catalog, english, sources }) =>
        [...english]
          // A complete locale has an entry for every key.
          .filter(([key]) => catalog.entries.get(key)?.text === '')
          .map(([key, text]) =>
            problem({
              rule: 'missing',
              edition: catalog.tag,
              document: catalog.namespace,
              key,
              source: sources.get(key),
              file: catalog.file,
              position: catalog.entries.get(key)?.position,
              message: wording`“${{ key }}” is not translated.`,
              expected: wording`a translation of: ${{ text: shown(text) }}`,
              remedy: catalog.entries.get(key)?.value
                ? 'Write the translation between the quotation marks after the key.'
                : wording`Run ${{ command: asCalled('sync') }}: it writes a line for the translation into this file.`,
              suggestions: suggest(catalog.tag)(text),
            }),
          ),
      )
  },
}
