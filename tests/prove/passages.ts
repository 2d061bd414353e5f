/** A passage: its kind as the PDF’s structure types name it, and its words with single spaces between them. */
export interface Passage {
  readonly kind: string
  readonly text: string
}

interface Node {
  readonly type: string
  readonly attributes: string
  readonly kids: (Node | string)[]
}

/** What HTML calls the types that hold text, by their names in a PDF; all others stand in a line, or only group. */
const BLOCKS: Readonly<Record<string, string>> = {
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  pre: 'P',
  li: 'LBody',
  dt: 'Lbl',
  dd: 'LBody',
  td: 'TD',
  th: 'TH',
  caption: 'Caption',
  figcaption: 'Caption',
}
const GROUPS = new Set('article section div nav ul ol dl table thead tbody tfoot tr blockquote figure body'.split(' '))
const VOID = new Set(['br', 'img', 'input', 'hr', 'meta', 'wbr'])

/** The passages of HTML that our templates, or a test, wrote: pictures and the ways back from notes aside. */
export function passagesOfHtml(html: string): Passage[] {
  const root: Node = { type: 'body', attributes: '', kids: [] }
  const open = [root]
  for (const [, closing, type, attributes, text] of html.replaceAll(/<!--[^]*?-->/g, '').matchAll(/<(\/?)([a-z]\w*)([^>]*)>|([^<]+)/gi)) {
    if (text !== undefined) open.at(-1)!.kids.push(decoded(text))
    else if (closing) open.pop()
    else {
      const node = { type: type!, attributes: attributes!, kids: [] }
      open.at(-1)!.kids.push(node)
      if (!VOID.has(type!) && !attributes!.endsWith('/')) open.push(node)
    }
  }
  const isLeftOut = ({ type, attributes }: Node): boolean => type === 'svg' || /data-footnote-backref|aria-hidden="true"/.test(attributes)
  placeNotes(root)
  return passagesOf(root, { blockOf: ({ type }) => BLOCKS[type], isGroup: ({ type }) => GROUPS.has(type), isLeftOut })
}

/** The notes of our own pages are read behind the block in which each is called first. */
function placeNotes(root: Node): void {
  const article = findNode(root, ({ type }) => type === 'article') ?? root
  const section = article.kids.find((kid): kid is Node => typeof kid !== 'string' && kid.attributes.includes('data-footnotes'))
  if (!section) return
  article.kids.splice(article.kids.indexOf(section), 1)
  const place = (parent: Node): Node[] => {
    const kids: (Node | string)[] = []
    const notes: Node[] = []
    for (const kid of parent.kids) {
      kids.push(kid)
      if (typeof kid === 'string') continue
      const called = /href="#([^"]+)"[^]*data-footnote-ref/.exec(kid.attributes)?.[1]
      const note =
        called === undefined
          ? undefined
          : findNode(section, ({ type, attributes }) => type === 'li' && attributes.includes(`id="${called}"`))
      const found = note && note.kids.length > 0 ? [{ type: 'div', attributes: '', kids: note.kids.splice(0) }] : place(kid)
      if (/^(?:p|h[1-6]|table)$/.test(kid.type)) kids.push(...found)
      else notes.push(...found)
    }
    parent.kids.splice(0, parent.kids.length, ...kids)
    return notes
  }
  article.kids.push(...place(article))
}

/** A structure as `pdfinfo -struct-text` prints it: the tree of types, texts in quotation marks. */
export function readStructure(printed: string): Node {
  const root: Node = { type: '', attributes: '', kids: [] }
  const open: { node: Node; depth: number }[] = [{ node: root, depth: -1 }]
  for (const line of printed.split('\n')) {
    const depth = line.search(/\S/)
    if (depth < 0 || /^ *(?:\/|Object )/.test(line)) continue
    while (open.at(-1)!.depth >= depth) open.pop()
    const text = /^ *"(.*)"$/.exec(line)?.[1]
    const type = /^ *(\w+)/.exec(line)?.[1]
    if (text !== undefined) open.at(-1)!.node.kids.push(text)
    else if (type !== undefined) {
      const node = { type, attributes: '', kids: [] }
      open.at(-1)!.node.kids.push(node)
      open.push({ node, depth })
    }
  }
  return root
}

const INLINE = new Set('Span Link Reference Code Quote Figure'.split(' '))
const HOLDERS = new Set([...Object.values(BLOCKS), 'Code'])

/** The passages of a structure: labels that the layout made aside, and words whole that a line's end parts. */
export function passagesOfStructure(root: Node): Passage[] {
  const isLabel = ({ type, kids }: Node): boolean => type === 'Lbl' && /^(?:(?:\d+|[a-z])\. )?$/.test(wordsOf(kids))
  return passagesOf(whole(root), {
    blockOf: ({ type }) => (HOLDERS.has(type) && !INLINE.has(type) ? type : undefined),
    isGroup: ({ type }) => !INLINE.has(type),
    isLeftOut: (node) => node.type === 'Figure' || isLabel(node),
  })
}

/** Poppler shows a line's hyphen as it is painted, though the element says that it stands for a soft one. */
function whole({ kids, ...node }: Node): Node {
  const isHyphen = (kid: Node | string): boolean => typeof kid !== 'string' && kid.type === 'Span' && wordsOf(kid.kids) === '-'
  return { ...node, kids: kids.filter((kid) => !isHyphen(kid)).map((kid) => (typeof kid === 'string' ? kid : whole(kid))) }
}

/** The text that stands in an element itself. */
export function wordsOf(kids: readonly (Node | string)[]): string {
  return kids.filter((kid) => typeof kid === 'string').join('')
}

/** The first element, in the tree's order, for which something holds. */
export function findNode(root: Node, holds: (node: Node) => boolean): Node | undefined {
  if (holds(root)) return root
  for (const kid of root.kids) {
    const found = typeof kid === 'string' ? undefined : findNode(kid, holds)
    if (found) return found
  }
  return undefined
}

/** Text that stands in one block without another between is one passage. */
function passagesOf(
  root: Node,
  of: { blockOf: (node: Node) => string | undefined; isGroup: (node: Node) => boolean; isLeftOut: (node: Node) => boolean },
): Passage[] {
  const passages: Passage[] = []
  let run = ''
  const close = (kind: string): void => {
    const text = run.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
    if (text !== '') passages.push({ kind, text })
    run = ''
  }
  const visit = (node: Node, kind: string): void => {
    for (const kid of node.kids) {
      if (typeof kid === 'string') run += kid
      else if (kid.type === 'br') run += ' '
      else if (of.isLeftOut(kid)) continue
      else {
        const block = of.blockOf(kid)
        if (block === undefined && !of.isGroup(kid)) visit(kid, kind)
        else {
          close(kind)
          visit(kid, block ?? kind)
          close(block ?? kind)
        }
      }
    }
  }
  visit(root, '')
  close('')
  return passages
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', shy: '\u00AD', nbsp: '\u00A0' }
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (named[name] ?? entity),
  )
}

const lettersOf = (words: string): string => words.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Tells whether the first letters of a passage stand in the text of pages. */
export function hasBeginning(extracted: string, passage: string): boolean {
  return lettersOf(extracted).includes(beginningOf(passage))
}

function beginningOf(passage: string): string {
  return lettersOf(passage).slice(0, 12)
}

/** Passages that the text of pages lacks, or has out of their order. */
export function absentFrom(extracted: string, passages: readonly string[], ordered: boolean): string[] {
  const letters = lettersOf(extracted)
  const absent: string[] = []
  let at = 0
  for (const passage of passages) {
    // A passage that a page break parts has running heads in its midst: its beginning and its last word are looked for.
    const begins = letters.indexOf(beginningOf(passage), at)
    const ends = letters.indexOf(lettersOf(passage.split(/[ /]/).at(-1)!), begins)
    if (begins < 0 || ends < 0) absent.push(passage)
    else if (ordered) at = begins
  }
  return absent
}
