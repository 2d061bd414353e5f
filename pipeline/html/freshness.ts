import { differenceOf } from '../compare/difference.ts'
import type { Interface } from '../edition/interface.ts'
import { originOf } from '../language/registry.ts'
import type { Edition, SectionChanges } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import { labelOf } from './labels.ts'

/** Which state of its source a translation answers, and what has changed there since, by section. False for an edition in the source’s language. */
export function freshnessOf({ tag, source, date, changes }: Edition, words: Interface) {
  if (tag === source || originOf(tag) === source) return false
  return {
    date: words.day(date),
    changed: changes.length > 0 && words.message('fresh.changed', { count: changes.length }),
    sections: changedSections(changes, tag, words, source, differenceOf),
  }
}

/** Sections with the parts of their texts that were removed, added or kept. @param language of the texts */
export function changedSections(
  sections: readonly SectionChanges[],
  tag: Tag,
  words: Interface,
  language: Tag,
  difference: typeof differenceOf,
) {
  return sections.map(({ id, title, texts }) => ({
    href: `#${id ?? 'top'}`,
    label: title ? labelOf(title, tag) : words.message(id ?? 'fresh.front'),
    texts: texts.map(({ before, after }) => ({
      language: language !== tag && language,
      parts: difference(before, after).map(({ kind, text }) => ({ text, removed: kind === 'removed', added: kind === 'added' })),
    })),
  }))
}
