import { defaultSchema } from 'hast-util-sanitize'

/** A tag of HTML and what follows from it: its name, in small letters, and how it is written. */
interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly attributes: string
}

const TAG = /<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/giu
/** As much of a block of HTML as is looked at, so that none takes long. */
const LONGEST = 10_000

function tagsIn(html: string): Tag[] {
  return [...html.slice(0, LONGEST).matchAll(TAG)].map(([, slash, name, attributes]) => ({
    name: name!.toLowerCase(),
    closes: slash === '/',
    attributes: attributes!.trim(),
  }))
}

/** A piece of raw HTML that is to be told of. */
export interface ToldTag<Piece> {
  readonly piece: Piece
  /** True if it is more likely a placeholder than a tag: <file>, <your name>. */
  readonly isPlaceholder: boolean
}

/**
 * Pieces of raw HTML that are reported, in order. A closing tag is reported with its opening tag.
 */
export function toldTags<Piece extends { readonly value: string }>(pieces: readonly Piece[]): ToldTag<Piece>[] {
  const read = pieces.map((piece) => ({ piece, tags: tagsIn(piece.value) }))
  const closed = new Set(read.flatMap(({ tags }) => tags.flatMap(({ name, closes }) => (closes ? [name] : []))))
  const open = new Map<string, number>()
  return read.flatMap(({ piece, tags }) => {
    let isPartner = tags.length > 0 && piece.value.replaceAll(TAG, '').trim() === ''
    for (const { name, closes } of tags) {
      const count = open.get(name) ?? 0
      if (!closes || count === 0) isPartner = false
      open.set(name, closes ? Math.max(count - 1, 0) : count + 1)
    }
    return isPartner ? [] : [{ piece, isPlaceholder: isPlaceholder(tags) && !tags.some(({ name }) => closed.has(name)) }]
  })
}

/**
 * Tags without values, and with names that GitHub’s list does not have of what it takes for tags, or that are one letter with
 * words after it: a<b and c>d.
 */
function isPlaceholder(tags: readonly Tag[]): boolean {
  return (
    tags.length > 0 &&
    tags.every(
      ({ name, closes, attributes }) =>
        !closes && !/[=/]/.test(attributes) && (!defaultSchema.tagNames!.includes(name) || (name.length === 1 && attributes !== '')),
    )
  )
}

const REMOVE = 'Remove the tag: how a text looks is set for the whole publication.'

/** The replacement of an element, and the remedy. */
const IN_MARKDOWN: readonly (readonly [names: RegExp, expected: string, remedy: string])[] = [
  [/^(?:br|sub|sup|kbd|abbr)$/, '<br>, <sub>…</sub>, <sup>…</sup>, <kbd>…</kbd> or <abbr title="…">…</abbr>, each opened and closed, with nothing else in the tag', 'Write the tag as shown, or remove it.'],
  [/^(?:b|strong)$/, '**strong**', 'In place of the tags, write ** before the words and after them.'],
  [/^(?:i|em|cite|dfn)$/, '*emphasis*', 'In place of the tags, write * before the words and after them.'],
  [/^(?:s|del|strike)$/, '~~struck out~~', 'In place of the tags, write ~~ before the words and after them.'],
  [/^(?:code|tt|samp|var)$/, '`code`', 'In place of the tags, write ` before the words and after them.'],
  [/^pre$/, 'a line of ``` before the code and one after it', 'Write the two lines in the place of the tags.'],
  [/^(?:img|picture|source)$/, '![what the picture shows](file.png)', 'Put the picture’s file beside the document, and write it as shown.'],
  [/^h[1-6]$/, '## Heading', 'Write # before the heading, as many as its level.'],
  [/^(?:ul|ol|li|dl|dt|dd)$/, '- item, or 1. item', 'Write each item on a line of its own, as shown.'],
  [/^(?:table|thead|tbody|tfoot|tr|td|th|caption|col|colgroup)$/, '| Town | Result |, then | --- | --- |, and then the other lines', 'Write the table as shown.'],
  [/^blockquote$/, '> the quotation', 'Write > before each line of the quotation.'],
  [/^q$/, '“the quotation”', 'Write quotation marks in the place of the tags.'],
  [/^hr$/, '---', 'Write --- on a line of its own, with an empty line before it.'],
  [/^(?:details|summary)$/, '## Heading, and the text below it', 'Write a heading in the place of the summary: nothing can be folded away on paper.'],
  [/^(?:p|div|span|center|font|u|ins|big|small|section|article|aside|header|footer|main|nav|figure|figcaption)$/, 'the words alone, with an empty line between paragraphs', REMOVE],
] // prettier-ignore

const MARKDOWN = {
  expected: 'Markdown: *emphasis*, **strong**, [text](address)',
  remedy: 'Write it in Markdown, or remove the tag; to show the sign < itself, write \\<.',
}

/** The replacement of raw HTML, by its first tag. */
export function inMarkdown(html: string): { readonly expected: string; readonly remedy: string } {
  const tag = tagsIn(html)[0]
  if (!tag) return MARKDOWN
  if (tag.name === 'a') return /href/i.test(tag.attributes) || tag.closes ? LINK : ANCHOR
  if (tag.name === 'span' && /^(?:id|name)\s*=/i.test(tag.attributes)) return ANCHOR
  const [, expected, remedy] = IN_MARKDOWN.find(([names]) => names.test(tag.name)) ?? []
  return expected === undefined || remedy === undefined ? MARKDOWN : { expected, remedy }
}

const LINK = { expected: '[words](address)', remedy: 'Write the words in square brackets and the address after them in round ones.' }
const ANCHOR = {
  expected: '<a id="name"></a>, opened and closed, with nothing else in the tag: [words](#name) leads there',
  remedy: 'Write the tag as shown; or remove it, and let links lead to the next heading by its words, in small letters with hyphens.',
}
