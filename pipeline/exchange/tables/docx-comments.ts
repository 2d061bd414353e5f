import type { Asking } from '../../model/exchange.ts'
import { childrenOf, nodesIn, textIn, type Node } from './office-xml.ts'

/** Comments by id. Replies are answers to what they reply to. */
export type Comments = ReadonlyMap<string, Asking>

/**
 * Reads comments.
 * @param extended tells which comment replies to which, by their last paragraphs ([MS-DOCX] 2.5.2.2)
 */
export function readComments(comments: Node | undefined, extended: Node | undefined): Comments {
  const parents = new Map(
    childrenOf(extended, 'commentEx').flatMap(({ attributes }) =>
      attributes['paraIdParent'] === undefined ? [] : [[attributes['paraId'] ?? '', attributes['paraIdParent']] as const],
    ),
  )
  const all = childrenOf(comments, 'comment').map((comment) => {
    const paragraphs = nodesIn(comment, 'p')
    const { id = '', author, date } = comment.attributes
    return {
      id,
      asking: { text: paragraphs.map(wordsIn).join('\n').trim(), by: author || undefined, on: dayOf(date) },
      paragraph: paragraphs.at(-1)?.attributes['paraId'] ?? '',
    }
  })
  const byParagraph = new Map(all.map((each) => [each.paragraph, each]))
  const answers = new Map<string, Asking[]>()
  for (const { paragraph, asking } of all) {
    const parent = parents.has(paragraph) ? byParagraph.get(parents.get(paragraph)!) : undefined
    if (!parent) continue
    const known = answers.get(parent.id)
    if (known) known.push(asking)
    else answers.set(parent.id, [asking])
  }
  return new Map(
    all.flatMap(({ id, asking, paragraph }) =>
      parents.has(paragraph) || asking.text === '' ? [] : [[id, { ...asking, answers: answers.get(id) }] as const],
    ),
  )
}

/** The day of a comment, which programs write with its time. */
export function dayOf(date: string | undefined): string | undefined {
  return /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(date ?? '')?.[1]
}

function wordsIn(paragraph: Node): string {
  return nodesIn(paragraph, 't').map(textIn).join('')
}
