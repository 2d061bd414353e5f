import type { Data, FootnoteDefinition, Heading, Nodes, Paragraph, PhrasingContent, Root, TableCell } from 'mdast'
import type { Found, Lookup } from '../catalog/lookup.ts'
import type { Tag } from '../model/language.ts'
import type { Attachment, Document, Form, Segment } from '../model/document.ts'
import type { Correction, SegmentState } from '../model/catalog.ts'
import type { DraftReasons, Edition, OutlineEntry, Phrase } from '../model/edition.ts'
import { changesOf, correctedOf, sectionsOf } from './changes.ts'
import { localizeFront } from './front.ts'
import { headingsOf, levelsOf } from '../source/chapters.ts'
import { shownOf } from '../source/html.ts'
import { picturesFor } from '../source/local-pictures.ts'
import { placeIds } from '../source/anchors.ts'
import { definitionsOf } from '../source/passages.ts'
import { plainText } from '../source/plain-text.ts'
import { captionNumbers, withNumber } from './caption-numbers.ts'
import { createBinding, type Around, type Bind } from './leads.ts'
import { createLocalNumbers, type LocalNumbers } from './local-numbers.ts'
import { phraseOf } from './phrase.ts'
import { localizeProgramme } from './programme.ts'

/**
 * Composes one document in one language: every segment’s phrase in its place, or English if the translation is missing.
 * @param keyed the document with its keys
 * @param states states of the translations by key
 * @param draft reasons why the edition is a draft, if it is one
 * @param notes translators’ notes by key, added to the document’s own in this edition only
 * @param around the possible targets of links
 * @param form print form of all editions of the document
 * @param corrections texts of the edition that were changed after it was published
 */
export function composeEdition(
  keyed: Document,
  tag: Tag,
  lookup: Lookup,
  states: ReadonlyMap<string, SegmentState>,
  draft: DraftReasons | undefined,
  notes: ReadonlyMap<string, Found>,
  around: Around,
  form: Form,
  corrections: readonly Correction[] = [],
): Edition {
  const document = { ...keyed, pictures: picturesFor(keyed, tag) }
  const { language: source } = document
  const bind = createBinding(document, around)
  const definitions = [definitionsOf(document.tree, document.source), ...[...notes.keys()].map((key) => `[^${key}]: .`)].join('\n\n')
  const phrases = new Map<string, Phrase>(
    document.segments.map(({ key, text, kind }) => {
      const state = states.get(key)!
      // The cover and the programme are separate from the text and its references.
      const isBody = kind !== 'front' && kind !== 'programme'
      const phrase = phraseOf(tag, lookup(tag, document.id, key), text, isBody ? definitions : '', kind, source)
      return [key, { ...phrase, nodes: bind(phrase.nodes), stale: state.state === 'stale' && !state.minor }]
    }),
  )
  for (const [key, text] of document.kept ?? []) phrases.set(key, phraseOf(source, { text, tag: source }, text, '', 'paragraph', source))
  const phrase = (key: string): Phrase => phrases.get(key)!
  const levelOf = levelsOf(document.tree)
  const ids = placeIds(document)
  const sections = sectionsOf(document, ids, phrase)
  const text: LocalizedText = {
    byNode: new Map(document.segments.flatMap((segment) => (segment.node && segment.kind !== 'caption' ? [[segment.node, segment]] : []))),
    captions: new Map(document.segments.flatMap(({ node, kind, key }) => (node && kind === 'caption' ? [[node, phrase(key)]] : []))),
    captionNumbers: captionNumbers(document, form),
    phrase,
    ids,
    bind,
    numbers: createLocalNumbers(document.tree, tag, source),
    source,
  }
  return {
    tag,
    source,
    document: document.id,
    form,
    ...localizeFront(document, tag, phrase),
    body: withNotes(leveled(localize(document.tree, text) as Root, levelOf), notes, (note) =>
      bind(phraseOf(tag, note, '', definitions).nodes),
    ),
    programme: document.programme && localizeProgramme(document.programme, phrase),
    beside: besideOf(document),
    outline: outlineOf(document.tree, tag, text, levelOf),
    draft,
    changes: changesOf(sections, states),
    corrected: correctedOf(sections, corrections),
  }
}

/** The texts of a document’s nodes in an edition. */
interface LocalizedText {
  readonly byNode: ReadonlyMap<Nodes, Segment>
  /** Captions of pictures. */
  readonly captions: ReadonlyMap<Nodes, Phrase>
  readonly captionNumbers: ReadonlyMap<Nodes, number>
  readonly phrase: (key: string) => Phrase
  readonly ids: ReadonlyMap<Nodes, string>
  readonly bind: Bind
  readonly numbers: LocalNumbers
  /** The language of the document. */
  readonly source: Tag
}

/** Copies the tree with the edition’s phrases. Raw HTML becomes text, and empty blocks are left out. */
function localize(node: Nodes, around: LocalizedText): Nodes {
  // An untranslated block is kept whole.
  const text = node.data?.kept ? { ...around, numbers: asTheyAre } : around
  const { byNode, bind, ids } = text
  const segment = byNode.get(node)
  const phrase = segment && text.phrase(segment.key)
  if (node.type === 'image' || node.type === 'imageReference') {
    const [image] = bind([phrase ? { ...node, alt: phrase.text } : node])
    if (!phrase?.fallback) return image!
    const data: Data = { ...image!.data, language: phrase.language }
    // English words that replace a picture are marked like other English words.
    return { ...image!, data: data.isMissingPicture ? { ...data, fallback: true as const } : data }
  }
  if (node.type === 'html') return { type: 'paragraph', children: [{ type: 'text', value: shownOf(node) }] }
  const id = ids.get(node)
  if (!('children' in node)) return id === undefined ? node : { ...node, data: { ...node.data, id } }
  const children = phrase
    ? [...phrase.nodes]
    : holdsLine(node)
      ? lineOf(node, text)
      : node.children.filter(says).map((child) => localize(child, text))
  const data = {
    ...node.data,
    ...(node.data?.kept && { language: text.source }),
    ...(phrase?.fallback && { fallback: true as const, language: phrase.language }),
    ...(phrase?.stale && { stale: true as const }),
    ...(id !== undefined && { id }),
    ...(segment && { key: segment.key }),
  }
  const picture = node.type === 'paragraph' ? node.children[0]! : node
  const caption = node.type === 'paragraph' ? text.captions.get(picture) : undefined
  if (caption) return figureOf(children as PhrasingContent[], caption, id, text.captionNumbers.get(picture))
  const number = text.captionNumbers.get(node)
  if (number !== undefined) {
    const own = withNumber(children as PhrasingContent[], number)
    const numbered = own ? {} : { numbered: { of: 'table' as const, number } }
    return { ...node, data: { ...data, ...numbered }, children: own ?? children } as Nodes
  }
  return { ...node, data, children } as Nodes
}

/** A picture with its caption below. */
function figureOf(
  picture: PhrasingContent[],
  { nodes, language, fallback, stale }: Phrase,
  id: string | undefined,
  number: number | undefined,
): Paragraph {
  const marks = { ...(fallback && { fallback: true as const, language }), ...(stale && { stale: true as const }) }
  const numbered = number === undefined ? {} : { numbered: { of: 'figure' as const, number } }
  const caption: PhrasingContent = { type: 'emphasis', data: { hName: 'figcaption', ...marks, ...numbered }, children: [...nodes] }
  return { type: 'paragraph', data: { hName: 'figure', ...(id !== undefined && { id }) }, children: [...picture, caption] }
}

/** Copies the tree with each heading at its level in the page. */
function leveled(body: Root, levelOf: ReturnType<typeof levelsOf>): Root {
  const copy = (node: Nodes): Nodes => {
    if (node.type === 'heading') return { ...node, depth: levelOf(node) }
    return 'children' in node ? ({ ...node, children: node.children.map(copy) } as Nodes) : node
  }
  return copy(body) as Root
}

type Line = Heading | Paragraph | TableCell

function holdsLine(node: Nodes): node is Line {
  return node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell'
}

/** The text of a line that is not a segment: a picture alone, or text that is the same in all languages. */
function lineOf(line: Line, text: LocalizedText): PhrasingContent[] {
  const { byNode, bind, numbers } = text
  return line.children.flatMap((child) => (byNode.has(child) ? [localize(child, text) as PhrasingContent] : numbers(bind([child]), line)))
}

function asTheyAre(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return [...nodes]
}

/** True unless a block is empty. An empty block of code or quotation would leave a hole in the page, and no element in its PDF. */
function says(node: Nodes): boolean {
  if (node.data?.isTitle) return false
  if (node.type === 'code') return node.value.trim() !== ''
  return node.type !== 'blockquote' || node.data?.alert !== undefined || node.children.some(says)
}

/** Adds the definitions of notes at the end of the tree. Calls determine their order and numbers. */
function withNotes(body: Root, notes: ReadonlyMap<string, Found>, read: (note: Found) => PhrasingContent[]): Root {
  const definitions = [...notes].map(([key, note]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: key.toLowerCase(),
    label: key,
    children: [{ type: 'paragraph', children: read(note) }],
  }))
  return { ...body, children: [...body.children, ...definitions] }
}

function outlineOf(
  tree: Root,
  tag: Tag,
  { byNode, phrase, ids, bind, numbers, source }: LocalizedText,
  levelOf: ReturnType<typeof levelsOf>,
): OutlineEntry[] {
  return headingsOf(tree).flatMap((heading) => {
    const id = ids.get(heading)
    const segment = byNode.get(heading)
    if (id === undefined) return []
    return [
      {
        id,
        depth: levelOf(heading),
        phrase: segment ? phrase(segment.key) : keptPhrase(heading, heading.data?.kept ? source : tag, bind, numbers),
      },
    ]
  })
}

/** Phrase of a heading that is not a segment: the source’s, with numbers in local form. */
function keptPhrase({ children, data }: Heading, language: Tag, bind: Bind, numbers: LocalNumbers): Phrase {
  const nodes = data?.kept ? bind(children) : numbers(bind(children))
  return { nodes, text: plainText(nodes), language, fallback: false, stale: false }
}

/** The files beside the page, each once. A shown picture may also be linked to. */
function besideOf({ pictures, attachments }: Document): Attachment[] {
  return [...new Map([...attachments, ...pictures.values()].map((file) => [file.name, file])).values()]
}
