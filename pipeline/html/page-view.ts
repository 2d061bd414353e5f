import type { Column } from './column.ts'
import type { Interface } from '../edition/interface.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import { bandOf } from './band.ts'
import type { Addresses } from './body.ts'
import { contentsOf } from './contents.ts'
import { addressView, dateLabelOf, kindOf, labelOf } from './labels.ts'
import { particularsBeside } from './particulars-beside.ts'
import { parallelScheduleOf, scheduleOf } from './schedule.ts'

export function pageView(
  edition: Edition,
  publication: Publication,
  words: Interface,
  addresses: Addresses,
  body: string,
  columns?: readonly Column[],
) {
  const { programme } = edition
  const contents = contentsOf(
    edition,
    columns?.slice(1).map((column) => column.edition),
  )
  return {
    tag: edition.tag,
    document: edition.document,
    title: edition.title,
    subtitle: edition.subtitle,
    authors: edition.authors,
    ...kindView(edition, words),
    place: edition.place,
    description: edition.description,
    licence: typeof edition.licence === 'string' ? undefined : edition.licence,
    licenceAddress: typeof edition.licence === 'string' ? addressView(edition.licence) : undefined,
    isbn: edition.isbn,
    doi: edition.doi !== undefined && addressView(`https://doi.org/${edition.doi}`),
    reference: edition.reference,
    cover: edition.cover && {
      address: edition.cover.picture && addresses.picture(edition.cover.picture),
      alternative: labelOf(edition.cover.alternative, edition.tag),
      focus: edition.cover.focus,
    },
    date: words.day(edition.date),
    event: eventOf(edition, words),
    organisers: programme?.organisers ?? [],
    framework: programme?.framework,
    band: bandOf(publication, columns?.map((column) => column.edition.tag) ?? [edition.tag]),
    contents,
    /** Whether there is anything for the contents to list. */
    listed: contents.length > 0 || programme !== undefined,
    body,
    schedule: programme && scheduleOf(programme, words),
    ...columnsView(columns, publication),
    draft: edition.draft ?? false,
  }
}

/** What a parallel edition shows besides the first of its columns. */
function columnsView(columns: readonly Column[] | undefined, publication: Publication) {
  return {
    columns: columns?.length ?? false,
    twins: columns?.slice(1).map(twinOf) ?? false,
    particularsBeside: columns ? particularsBeside(columns, publication) : false,
    parallelSchedule: (columns?.[0]?.edition.programme && parallelScheduleOf(columns)) ?? false,
  }
}

/** What the title page says of a further column. */
function twinOf({ edition, words }: Column) {
  const { tag, title, subtitle, place } = edition
  return { tag, title, subtitle, place, date: words.day(edition.date), kind: kindOf(edition, words), event: eventOf(edition, words) }
}

function eventOf({ programme }: Edition, words: Interface) {
  return programme && { place: programme.place, days: words.days(programme.start, programme.end) }
}

/** What kind of text it is, and what its date is the date of, where that is not said by itself: an event has dates of its own. */
function kindView(edition: Edition, words: Interface) {
  return { kind: kindOf(edition, words), dateLabel: dateLabelOf(edition, words) }
}
