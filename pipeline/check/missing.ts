import { shown } from '../identifier.ts'
import { problem } from '../problem.ts'
import type { Rule } from './rule.ts'
import { suggestFor } from './stale.ts'
import { pairsOf } from './texts.ts'

/** Texts that have no translation yet. */
export const missing: Rule = {
  id: 'missing',
  meaning: 'a text has no translation, and the edition shows it in English',
  find: (examined) => {
    const suggest = suggestFor(examined.library)
    return pairsOf(examined)
      .filter(({ complete }) => complete)
      .flatMap(({ catalog, english }) =>
        [...english]
          .filter(([key]) => !catalog.entries.get(key)?.text)
          .map(([key, text]) =>
            problem({
              rule: 'missing',
              file: catalog.file,
              position: catalog.entries.get(key)?.position,
              message: `“${key}” is not translated.`,
              expected: `a translation of: ${shown(text)}`,
              remedy: 'Write the translation between the quotation marks after the key.',
              suggestions: suggest(catalog.tag)(text),
            }),
          ),
      )
  },
}
