import { globSync, readFileSync } from 'node:fs'
import { parseDocument } from '../../../pipeline/source/document.ts'

/** A block of a document. `from` are the blocks of the former version that it comes from; none for what is new. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cells'
  readonly text: string
  readonly from: readonly number[]
}

const FRONT = '---\ntitle: Title of the document\nkind: Report\ndescription: What it is about.\ndate: 2018-06-08\n---\n\n'
const FRONT_PASSAGES = 3

/** Random numbers from 0 up to 1 by a seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Real English prose that is always installed: the headings, paragraphs and list items of the libraries' READMEs, and the report’s own. */
export function readCorpus(): Block[][] {
  const files = [...globSync('node_modules/**/{readme,README}.md').sort(), 'content/conference-summary/document.md']
  const seen = new Set<string>()
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replaceAll(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1.*$/gm, '')
    const blocks = text.split(/\n\s*\n|\n(?=[-*] )/).flatMap((part): Block[] => {
      const line = part.trim().replaceAll(/\s*\n\s*/g, ' ')
      const marked = /^(?:(#{1,4}) |([-*]) )?(.*)$/.exec(line)!
      const [kind, body] = [marked[1] ? 'heading' : marked[2] ? 'item' : 'paragraph', marked[3]!.trim()] as const
      if (!/^[\p{L}"“][^<>|\\[\]]{1,600}$/u.test(body) || seen.has(`${kind} ${body}`)) return []
      seen.add(`${kind} ${body}`)
      return passageTexts([{ kind, text: body, from: [] }]).join('\n') === body ? [{ kind, text: body, from: [] }] : []
    })
    return blocks.length >= 8 ? [blocks] : []
  })
}

/** The Markdown of a document. */
export function markdownOf(blocks: readonly Block[]): string {
  return FRONT + blocks.map(({ kind, text }) => (kind === 'heading' ? `## ${text}` : kind === 'item' ? `- ${text}` : text)).join('\n\n')
}

/** The document as the pipeline reads it, and its passages' texts, one for each block. */
export function draftOf(blocks: readonly Block[]) {
  return parseDocument({ id: 'paper', document: { file: 'content/paper/document.md', text: markdownOf(blocks) } })
}

function passageTexts(blocks: readonly Block[]): string[] {
  return draftOf(blocks)
    .passages.slice(FRONT_PASSAGES)
    .map(({ text }) => text)
}
