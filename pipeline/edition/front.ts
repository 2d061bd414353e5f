import type { Tag } from '../model/language.ts'
import type { Document } from '../model/document.ts'
import type { Edition, Phrase } from '../model/edition.ts'
import { frontKey, isAddress } from '../source/front-matter.ts'
import { isKindName, kindNameOf } from '../source/kinds.ts'
import { programmeKeys } from '../source/programme.ts'

type Front = Pick<
  Edition,
  | 'date'
  | 'title'
  | 'shortTitle'
  | 'subtitle'
  | 'place'
  | 'contact'
  | 'authors'
  | 'kind'
  | 'kindName'
  | 'description'
  | 'licence'
  | 'isbn'
  | 'doi'
  | 'formerly'
  | 'reference'
  | 'cover'
  | 'numbering'
>

/**
 * Localizes the front matter of a document.
 * @param phrase gives the edition’s phrase for a key
 */
export function localizeFront({ front, programme, pictures }: Document, tag: Tag, phrase: (key: string) => Phrase): Front {
  const { date, authors, licence, isbn, doi, formerly = [], reference, cover, numbering } = front
  const optional = (name: 'short-title' | 'subtitle' | 'place' | 'contact'): Phrase | undefined =>
    front[name] === undefined ? undefined : phrase(frontKey(name))
  const person = (name: string): string | undefined => [...(programme?.people.values() ?? [])].find((each) => each.name === name)?.id
  const author = (name: string): Phrase => {
    const id = person(name)
    return id === undefined ? plain(name, tag) : phrase(programmeKeys.name(id))
  }
  return {
    date,
    title: phrase(frontKey('title')),
    shortTitle: optional('short-title'),
    subtitle: optional('subtitle'),
    place: optional('place'),
    contact: optional('contact'),
    authors: authors.map(author),
    kind: isKindName(front.kind) ? undefined : phrase(frontKey('kind')),
    kindName: kindNameOf(front.kind),
    description: phrase(frontKey('description')),
    licence: licence === undefined || isAddress(licence) ? licence : phrase(frontKey('licence')),
    isbn,
    doi,
    formerly,
    reference,
    cover: cover && { picture: pictures.get(cover.picture), alternative: phrase(frontKey('cover')), focus: cover.focus },
    numbering,
  }
}

/** A phrase for a text that is the same in every edition. */
function plain(text: string, language: Tag): Phrase {
  return { nodes: [{ type: 'text', value: text }], text, language, fallback: false, stale: false }
}
