import type { TextRule } from '../rule.ts'

/**
 * A straight apostrophe before a brace makes text of all up to the next one (ICU, MessagePattern: apostrophe mode). Where that
 * is signs alone, it is meant: so the publisher’s name is written, which may have any.
 */
const QUOTED_SIGNS = /'[{}<>][{}<>']*'(?!')/
const OPENED = new RegExp(`${QUOTED_SIGNS.source}|(?<value>'(?=[{}]))`, 'g')

export const icuApostrophe: TextRule = {
  id: 'icu-apostrophe',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a straight apostrophe before a brace turns the value into plain text',
  example: { bad: "l'{name}", good: 'l’{name}' },
  find: ({ kind, prose }) =>
    kind === 'message'
      ? [...prose.raw.matchAll(OPENED)]
          .filter(({ groups }) => groups!['value'] !== undefined)
          .map((match) => ({
            message: 'After this straight apostrophe the page shows the brace itself, and not the value that it stands for.',
            found: prose.raw.slice(match.index, match.index + 12),
            expected: `’${prose.raw.slice(match.index + 1, match.index + 12)}`,
            remedy: 'Write the curly apostrophe ’.',
            rawStart: match.index,
          }))
      : [],
}
