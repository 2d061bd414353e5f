import { differenceOf } from '../compare/difference.ts'
import type { Interface } from '../edition/interface.ts'
import { originOf } from '../language/registry.ts'
import type { Edition } from '../model/edition.ts'
import { labelOf } from './labels.ts'

/** Which state of its source a translation answers, and what has changed there since, by section. False for an edition in the source’s language. */
export function freshnessOf({ tag, source, date, changes }: Edition, words: Interface) {
  if (tag === source || originOf(tag) === source) return false
  return {
    date: words.day(date),
    source,
    changed: changes.length > 0 && words.message('fresh.changed', { count: changes.length }),
    sections: changes.map(({ id, title, texts }) => ({
      href: `#${id ?? 'top'}`,
      label: title ? labelOf(title, tag) : words.message(id ?? 'fresh.front'),
      texts: texts.map(({ before, after }) => ({
        parts: differenceOf(before, after).map(({ kind, text }) => ({ text, removed: kind === 'removed', added: kind === 'added' })),
      })),
    })),
  }
}
