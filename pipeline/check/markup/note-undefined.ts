import { isNote, NOTE_PREFIX } from '../../catalog/notes.ts'
import { localesBehind } from '../../catalog/states.ts'
import { originOf } from '../../language/registry.ts'
import { problem } from '../../problem.ts'
import { about, type Reading, type Translation, type WholeRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Kinds of text that stand apart from the document's own, and from its notes. */
const APART: ReadonlySet<Translation['kind']> = new Set(['front', 'programme', 'alternative', 'message'])
/** Calls are looked for as they are written: where no note can stand, or none is, Markdown sees text. */
const CALL = /\[\^(notes\.[^\]\s]+)\]/g

/** Calls of translators’ notes that lead nowhere. */
export const noteUndefined: WholeRule = {
  id: 'note-undefined',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a translator’s note is called that the locale file does not have, or where no note can stand',
  example: { bad: 'Kosova[^notes.2], with no "notes.2" in the file', good: '"notes.2": "Shënim i përkthyesit: …"' },
  find: (reading) =>
    reading.translations
      .filter(({ tag, place }) => !isDerivedFrom(tag, place.file))
      .flatMap((translation) =>
        [...translation.prose.raw.matchAll(CALL)].flatMap(({ 1: key, index }) => {
          const isApart = APART.has(translation.kind)
          if (!isApart && notesBehind(translation, reading).has(key!)) return []
          const subject = about(translation)
          return [
            problem({
              rule: 'note-undefined',
              ...subject,
              position: { ...subject.position, column: subject.position.column + 1 + index },
              source: translation.source,
              message: isApart ? 'No note can be called here: it is no part of the document’s text.' : 'There is no note with this key.',
              found: `[^${key!}]`,
              expected: isApart
                ? 'a call in a paragraph, a list, a table or a heading'
                : wording`a line "${{ key: key! }}": "…" in ${{ file: translation.place.file }}`,
              remedy: isApart ? 'Call the note from the text itself.' : 'Add the note to the file, or remove the call.',
            }),
          ]
        }),
      ),
}

/** Keys that a text may call: the notes of its locale and of the locale that it is derived from. */
function notesBehind({ tag, document, english }: Translation, { collection }: Reading): Set<string> {
  const texts = collection.documents.find((each) => each.document.id === document)
  const locales = localesBehind(tag)
  const own = (texts?.translations ?? [])
    .filter((catalog) => locales.includes(catalog.tag))
    .flatMap(({ entries }) => [...entries].flatMap(([key, { text }]) => (text !== '' && isNote(key, texts!.english.entries) ? [key] : [])))
  // A document may have called a footnote of its own so.
  const called = english.raw.includes(NOTE_PREFIX) ? [...english.raw.matchAll(CALL)].map(([, key]) => key!) : []
  return new Set([...own, ...called])
}

/** True if an edition takes a text from another script. The finding is made there. */
function isDerivedFrom(tag: Translation['tag'], file: string): boolean {
  const derivedFrom = originOf(tag)
  return derivedFrom !== undefined && file.startsWith(`locales/${derivedFrom}/`)
}
