import { toString } from 'mdast-util-to-string'
import type { Root } from 'mdast'
import { stringify } from 'yaml'
import { isTag, originOf } from '../language/registry.ts'
import { canonicalTag } from '../language/tags.ts'
import type { Tag } from '../model/language.ts'
import { today } from '../start/skeleton.ts'
import type { Arranged } from './markdown/arrange.ts'
import { textOf } from './markdown/text-of.ts'
import type { Notice } from './notice.ts'
import type { Properties } from './properties.ts'

/** The fields of the front matter that a file can tell. */
export interface Front {
  readonly title: string
  readonly subtitle?: string
  readonly authors?: readonly string[]
  readonly kind: string
  readonly description: string
  readonly date: string
  readonly language?: Tag
}

const UNSAID = 'Say in one sentence what this document is about.'

/** Longest description that is made of the text. */
const LONGEST = 200

/**
 * Makes the front matter of a document.
 * @param title where the file has none
 * @param source the publication’s language
 */
export function frontOf(arranged: Arranged, said: Properties, tree: Root, title: string, source: Tag): { front: Front; notices: Notice[] } {
  const { language, notices } = languageOf(said.language, source, toString(tree))
  const description = said.description ?? firstSentence(tree) ?? UNSAID
  return {
    front: {
      title: arranged.title ?? said.title ?? title,
      ...(arranged.subtitle !== undefined && { subtitle: arranged.subtitle }),
      ...(said.author !== undefined && { authors: said.author.split(/\s*;\s*/).filter((name) => name !== '') }),
      kind: 'report',
      description,
      date: said.date ?? today(),
      ...(language && { language }),
    },
    notices: [
      ...(said.description === undefined ? [{ kind: 'note' as const, asks: 'description' as const, what: description === UNSAID ? 'The file says nothing that could describe it to search engines.' : `The description in the front matter is from the text: “${description}”`, remedy: 'Write one sentence for search engines in its place.' }] : []),
      ...notices,
    ],
  } // prettier-ignore
}

/** The front matter as text, between its lines. */
export function frontText(front: Front): string {
  return `---\n${stringify(front, { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'any' })}---\n`
}

/** The first sentence of the first paragraph that has one; a picture’s alternative text is none. */
function firstSentence(tree: Root): string | undefined {
  const text = tree.children
    .flatMap((node) => (node.type === 'paragraph' ? [textOf(node, { includeImageAlt: false })] : []))
    .find((each) => each.length > 40)
  if (text === undefined) return undefined
  const sentence = /^.{20,}?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`
}

/** The tag of the language that the file says, unless that is the publication’s, or cannot be. */
function languageOf(said: string | undefined, source: Tag, text: string): { language?: Tag; notices: Notice[] } {
  const tag = said === undefined ? undefined : tagOf(said)
  if (tag === undefined || tag === source) return { notices: [] }
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  const isOther = scriptOf(text) !== new Intl.Locale(tag).maximize().script
  // Word marks text as English, or as its own language, where nobody said otherwise.
  if (isOther || originOf(tag) !== undefined || new Intl.Locale(tag).language === USUAL)
    return { notices: [{ kind: 'note', what: `The file marks its text as ${name}, which was not taken over.`, remedy: `If it is not in the publication’s own language, write “language:” and its tag into the front matter.` }] } // prettier-ignore
  return { language: tag, notices: [{ kind: 'note', what: `The file marks its text as ${name}: “language: ${tag}” stands in the front matter.`, remedy: 'Remove that line if it is wrong.' }] } // prettier-ignore
}

/** The language of text that nobody marked. */
const USUAL = new Intl.Locale('und').maximize().language

function tagOf(said: string): Tag | undefined {
  const parts = (canonicalTag(said) ?? '').split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-')).find((each) => isTag(each))
}

function scriptOf(text: string): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu) ? 'Cyrl' : 'Latn'
}
