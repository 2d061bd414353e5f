import type { Interface, Label } from '../edition/interface.ts'
import type { Tag } from '../model/language.ts'
import type { Edition, Phrase } from '../model/edition.ts'

/** A phrase without its markup, as a line of the contents shows it. */
export function labelOf({ text, language, fallback }: Phrase, tag: Tag): Label {
  return { text, language, fallback: fallback || language !== tag }
}

/** What kind of text an edition is: in the document’s words, or by one of the names that languages bring along. */
export function kindOf({ kind, kindName }: Pick<Edition, 'kind' | 'kindName'>, words: Interface): Phrase | Label {
  return kind ?? words.message(`kind.${kindName!.replace(' ', '-')}`)
}

/** What the date of an edition is the date of, where that is not said by itself: an event has dates of its own. */
export function dateLabelOf({ kindName }: Pick<Edition, 'kindName'>, words: Interface): Label {
  return words.message(kindName === 'summary' || kindName === 'minutes' ? `date.${kindName}` : 'date')
}

/** An address as it is read: without its protocol. */
export function addressView(address: string): { href: string; words: string } {
  return { href: address, words: address.replace(/^https?:\/\//, '').replace(/\/$/, '') }
}
