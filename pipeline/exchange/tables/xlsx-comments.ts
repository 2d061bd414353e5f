import type { Asking } from '../../model/exchange.ts'
import { dayOf } from './docx-comments.ts'
import { childOf, childrenOf, nodesIn, textIn, type Node } from './office-xml.ts'
import { relatedTo, type Part } from './parts.ts'

/** Comments of a sheet, by the place of their cell: notes, and the threads that Excel has beside them since 2019. */
export function readSheetComments(part: Part, sheet: string): ReadonlyMap<string, readonly Asking[]> {
  const threadParts = relatedTo(part, sheet, 'threadedComment')
  const people = threadParts.length > 0 ? peopleIn(part) : NOBODY
  const threads = threadParts.flatMap((path) => threadsIn(part(path), people))
  const threaded = new Set(threads.map(({ place }) => place))
  // Excel repeats a thread as a note, for programs that know none.
  const notes = relatedTo(part, sheet, 'comments')
    .flatMap((path) => notesIn(part(path)))
    .filter(({ place }) => !threaded.has(place))
  const all = Map.groupBy([...threads, ...notes], ({ place }) => place)
  return new Map([...all].map(([place, own]) => [place, own.map(({ asking }) => asking)]))
}

const NOBODY: ReadonlyMap<string, string> = new Map()

interface Placed {
  readonly place: string
  readonly asking: Asking
}

function notesIn(root: Node | undefined): Placed[] {
  const authors = childrenOf(childOf(root, 'authors'), 'author').map((author) => textIn(author).trim())
  return childrenOf(childOf(root, 'commentList'), 'comment').flatMap((comment) => {
    const by = authors[Number(comment.attributes['authorId'])] || undefined
    const written = nodesIn(comment, 't').map(textIn).join('').trim()
    // Excel begins a note with its author’s name.
    const text = by !== undefined && written.startsWith(`${by}:`) ? written.slice(by.length + 1).trim() : written
    return text === '' ? [] : [{ place: comment.attributes['ref'] ?? '', asking: { text, by } }]
  })
}

function threadsIn(root: Node | undefined, people: ReadonlyMap<string, string>): Placed[] {
  const all = childrenOf(root, 'threadedComment').map(({ attributes, children }) => ({
    id: attributes['id'] ?? '',
    parent: attributes['parentId'],
    place: attributes['ref'] ?? '',
    asking: { text: children.map(textIn).join('').trim(), by: people.get(attributes['personId'] ?? ''), on: dayOf(attributes['dT']) },
  }))
  const answers = Map.groupBy(
    all.filter(({ parent }) => parent !== undefined),
    ({ parent }) => parent!,
  )
  return all
    .filter(({ parent, asking }) => parent === undefined && asking.text !== '')
    .map(({ id, place, asking }) => ({ place, asking: { ...asking, answers: answers.get(id)?.map((each) => each.asking) } }))
}

function peopleIn(part: Part): Map<string, string> {
  return new Map(
    childrenOf(part('xl/persons/person.xml'), 'person').map(({ attributes }) => [attributes['id'] ?? '', attributes['displayName'] ?? '']),
  )
}
