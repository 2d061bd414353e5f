import { toString } from 'mdast-util-to-string'
import { digestOf, type Answer, type Ledger } from '../../../pipeline/catalog/ledger.ts'
import type { TextCollection } from '../../../pipeline/catalog/text-collection.ts'
import { check } from '../../../pipeline/check/check.ts'
import type { Glossary } from '../../../pipeline/catalog/glossary.ts'
import type { Root } from 'mdast'
import type { Tag } from '../../../pipeline/model/language.ts'
import type { Publication } from '../../../pipeline/model/publication.ts'
import type { CutText, Segment, SegmentKind, Target } from '../../../pipeline/model/document.ts'
import type { Catalog, Entry } from '../../../pipeline/model/catalog.ts'
import type { Problem } from '../../../pipeline/problem.ts'
import { anchorsOf } from '../../../pipeline/source/anchors.ts'
import { parseFrontMatter } from '../../../pipeline/source/front-matter.ts'
import { picturesIn, placePictures } from '../../../pipeline/source/pictures.ts'
import { linksIn } from '../../../pipeline/source/links.ts'
import { parseMarkdown } from '../../../pipeline/source/markdown.ts'
import { isOnTheWeb, targetOf } from '../../../pipeline/source/targets.ts'

/** An English text and its translation. */
export interface Pair {
  readonly key: string
  readonly english: string
  readonly text: string
  readonly kind?: SegmentKind | 'message'
  /** The English that the translation answers, where that is another. */
  readonly basis?: string
  /** A key that the document does not have. */
  readonly orphan?: true
}

export const NO_GLOSSARY: Glossary = { terms: new Map(), names: new Map(), words: {} }

type Spellers = Parameters<typeof check>[1]['spellers']

/** What the given rules find in texts of one language. @throws Error where a rule does */
export function checkPairs(
  tag: Tag,
  pairs: readonly Pair[],
  rules: readonly string[],
  glossary = NO_GLOSSARY,
  spellers: Spellers = new Map(),
): readonly Problem[] {
  return checkTexts({ [tag]: pairs }, rules, glossary, spellers)
}

/** The same for several languages of one document, so that they can be held against each other. */
export function checkTexts(
  texts: Readonly<Record<Tag, readonly Pair[]>>,
  rules: readonly string[],
  glossary = NO_GLOSSARY,
  spellers: Spellers = new Map(),
): readonly Problem[] {
  const tags = Object.keys(texts)
  const collection = collectionOf(texts)
  const publication = publicationOf(tags)
  const { problems, failures } = check({ publication, collection, editions: tags }, { glossary, spellers, rules })
  if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join('\n'))
  return problems
}

/** What the given rules find in an English document. */
export function checkSource(markdown: string, rules: readonly string[]): readonly Problem[] {
  const tree = parseMarkdown(markdown, 'document.md')
  const paragraphs = tree.children.flatMap((node): Pair[] =>
    node.type === 'paragraph' ? [{ key: `p${node.position!.start.line}`, english: toString(node), text: '' }] : [],
  )
  const collection = collectionOf({ sq: paragraphs }, tree, markdown, ['annex.pdf', 'map.png'])
  const publication = publicationOf(['en'])
  return check({ publication, collection, editions: ['en'] }, { glossary: NO_GLOSSARY, spellers: new Map(), rules }).problems
}

/** A publication of one document, which ignores nothing. */
export function publicationOf(editions: readonly Tag[]): Publication {
  return {
    root: '/',
    title: '',
    publisher: '',
    paper: 'A4',
    formats: ['html', 'pdf', 'zip', 'press'],
    source: 'en',
    look: { band: false, text: 'serif' },
    editions,
    parallel: [],
    gates: new Map(),
    documents: ['paper'],
    ignores: [],
    places: new Map(),
  }
}

/** A collection of one document with the texts given. @param files beside the document; without them, whatever its links name is there */
export function collectionOf(
  texts: Readonly<Record<Tag, readonly Pair[]>>,
  tree = parseMarkdown('', 'document.md'),
  source = '',
  files?: readonly string[],
): TextCollection {
  const all = Object.values(texts)
  const prose = new Map(
    all.flatMap((pairs) => pairs.filter(({ kind, orphan }) => kind !== 'message' && !orphan).map((pair) => [pair.key, pair] as const)),
  )
  const messages = new Map(all.flatMap((pairs) => pairs.filter(({ kind }) => kind === 'message').map((pair) => [pair.key, pair] as const)))
  const segments = [...prose.values()].map(({ key, english, kind = 'paragraph' }, index) => ({
    key, text: english, kind, place: { file: 'content/paper/document.md', line: index + 1, column: 1 }, section: '',
  })) as Segment[] // prettier-ignore
  const catalogs = (namespace: string, of: (pair: Pair) => boolean): Catalog[] =>
    Object.entries(texts).map(([tag, pairs]) => catalog(tag, namespace, pairs.filter(of).map(({ key, text }) => [key, text]))) // prettier-ignore
  const surroundings = { id: 'paper', documents: ['paper'], beside: { files: new Map(files?.map((file) => [file, file])), others: [] } }
  const targetAt = (url: string): Target => (files || isOnTheWeb(url) ? targetOf(url, surroundings) : { kind: 'address', url })
  const links = new Map(linksIn({ tree, passages: segments }, 'content/paper/document.md').map(({ url }) => [url, targetAt(url)]))
  const front = { title: '', kind: '', description: '', date: '2018-06-08', authors: [], numbering: 'continuous' as const }
  const pictures = picturesIn({ tree, front, passages: segments }, 'content/paper/document.md')
  const { missing } = placePictures({ id: 'paper', language: 'en' }, files ? pictures : [], surroundings.beside)
  const document = {
    id: 'paper', language: 'en', front, tree, source, pictures: new Map(), localPictures: new Map(), missing, links, attachments: [], cuts: cutsIn(tree), segments,
  } // prettier-ignore
  return {
    documents: [
      {
        document,
        report: { kept: [], moved: [], edited: [], split: [], merged: [], new: [], returned: [], retired: [] },
        renamed: new Map(),
        english: catalog('en', 'paper', segments.map(({ key, text }) => [key, text])), // prettier-ignore
        translations: catalogs('paper', ({ kind }) => kind !== 'message'),
        ledgers: Object.entries(texts).map(([tag, pairs]) => ledgerOf(tag, pairs)),
      },
    ],
    site: {
      english: catalog('en', 'site', [...messages.values()].map(({ key, english }) => [key, english])), // prettier-ignore
      translations: catalogs('site', ({ kind }) => kind === 'message'),
      ledgers: [],
      overridable: [],
    },
    anchorsOf: () => (files ? anchorsOf(document) : undefined),
    failures: [],
    unsynced: [],
    renamed: [],
    transfers: [],
    shared: [],
    lost: [],
    orphans: [],
    questions: new Map(),
    pending: { catalogs: [], ledgers: [], moved: [] },
  }
}

/** The texts of a front matter of which a part is lost. */
function cutsIn(tree: Root): (CutText & { file: string })[] {
  if (tree.children[0]?.type !== 'yaml') return []
  return parseFrontMatter(tree, 'document.md', '').cuts.map((each) => ({ file: 'content/paper/document.md', ...each }))
}

/** Who translated what: everything answers its English, but for what says otherwise. */
function ledgerOf(tag: Tag, pairs: readonly Pair[]): Ledger {
  const answers = pairs.map(({ key, english, text, basis }): [string, Answer] => [key, { basis: basis ?? english, digest: digestOf(text) }])
  return { tag, file: `locales/ledger/${tag}/paper.json`, answers: new Map(answers), retired: [] }
}

function catalog(tag: Tag, namespace: string, texts: readonly (readonly [string, string])[]): Catalog {
  const entries = texts.map(([key, text], index): [string, Entry] => {
    const line = index + 2
    return [key, { text, position: { line, column: 3 }, value: { line, column: key.length + 7 } }]
  })
  return { tag, namespace, file: `locales/${tag}/${namespace}.json`, entries: new Map(entries) }
}
