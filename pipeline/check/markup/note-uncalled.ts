import { originOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import { problem } from '../../problem.ts'
import { about, type WholeRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Translators’ notes that no text calls. */
export const noteUncalled: WholeRule = {
  id: 'note-uncalled',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a translator’s note is called by no text, so that nobody reads it',
  example: { bad: '"notes.1": "…", and no [^notes.1]', good: 'Kosova[^notes.1]' },
  find: ({ notes, translations }) =>
    notes
      .filter(({ tag, place }) => place.file.startsWith(`locales/${tag}/`))
      .filter(({ tag, document, key }) => {
        const call = `[^${key}]`
        return !translations.some((each) => each.document === document && areOneText(each.tag, tag) && each.prose.raw.includes(call))
      })
      .map((note) =>
        problem({
          rule: 'note-uncalled',
          ...about(note),
          message: 'No text of this edition calls this note.',
          found: note.key,
          expected: wording`[^${{ key: note.key }}] in one of its texts`,
          remedy: wording`Write [^${{ key: note.key }}] after the word that the note explains, or remove the note.`,
        }),
      ),
}

/** True if two editions share their texts: a script and its origin. */
function areOneText(a: Tag, b: Tag): boolean {
  return a === b || originOf(a) === b || originOf(b) === a
}
