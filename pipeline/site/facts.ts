import type { Interface } from '../edition/interface.ts'
import { kindOf } from '../html/labels.ts'
import type { Edition } from '../model/edition.ts'
import type { EditionFacts, TextIn } from '../model/outcome.ts'

/** What an edition tells of itself in a library. @param pages of its PDF; nothing where there is none */
export function factsOf(edition: Edition, words: Interface, pages: number | undefined): EditionFacts {
  return {
    title: textIn(edition.title),
    kind: textIn(kindOf(edition, words)),
    description: textIn(edition.description),
    date: edition.date,
    isDraft: edition.draft !== undefined,
    pages,
  }
}

function textIn({ text, language }: TextIn): TextIn {
  return { text, language }
}
