import type { Block } from './corpus.ts'

/** One thing that people do to a document. Gives the blocks anew; what it cannot do here it leaves. */
export type Edit = (blocks: readonly Block[], context: Context) => Block[]

interface Context {
  readonly random: () => number
  /** A block from elsewhere, which the document never had. */
  readonly foreign: () => Block
  /** A word from elsewhere. */
  readonly word: () => string
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

/** Replaces one block, chosen among those that pass a test. */
const change =
  (test: (block: Block) => boolean, write: (text: string, context: Context) => string | undefined): Edit =>
  (blocks, context) => {
    const places = blocks.flatMap((block, at) => (test(block) ? [at] : []))
    if (places.length === 0) return [...blocks]
    const at = pick(places, context.random)
    const text = write(blocks[at]!.text, context)
    return text === undefined || text.trim() === '' ? [...blocks] : blocks.with(at, { ...blocks[at]!, text })
  }

const wordsOf = (text: string): string[] => text.split(' ')
const isProse = ({ kind, text }: Block): boolean => kind !== 'heading' && wordsOf(text).length >= 6

/** Replaces a share of the words, takes some out and puts some in. */
const reword =
  (share: number) =>
  (text: string, { random, word }: Context): string =>
    wordsOf(text)
      .flatMap((each) => (random() >= share ? [each] : random() < 0.6 ? [word()] : random() < 0.5 ? [] : [each, word()]))
      .join(' ')

/** Two neighbours, and the block that they become. */
const isSentenceEnd = /(?<=[.!?]) (?=\p{Lu})/u

export const EDITS: Readonly<Record<string, Edit>> = {
  typo: change(
    () => true,
    (text, { random }) => {
      const words = wordsOf(text)
      const long = words.flatMap((word, at) => (/^\p{L}{4,}$/u.test(word) ? [at] : []))
      if (long.length === 0) return undefined
      const at = pick(long, random)
      const letters = words[at]!.split('')
      const place = 1 + Math.floor(random() * (letters.length - 2))
      if (random() < 0.5) letters.splice(place, 1)
      else letters.splice(place, 2, letters[place + 1]!, letters[place]!)
      return words.with(at, letters.join('')).join(' ')
    },
  ),
  punctuation: change(isProse, (text, { random }) =>
    random() < 0.5 ? text.replace(/,? (and|but|which|that) /, ', $1 ') : text.replace(/[.:]$/, (mark) => (mark === '.' ? '!' : '.')),
  ),
  'light rewording': change(isProse, reword(0.12)),
  rewording: change(isProse, reword(0.3)),
  'heavy rewording': change(isProse, reword(0.45)),
  number: change(
    () => true,
    (text, { random }) =>
      /\d/.test(text) ? text.replace(/\d+/, String(Math.floor(random() * 90) + 2)) : `${text} ${Math.floor(random() * 90) + 2}`,
  ),
  emphasis: change(isProse, (text, { random }) => {
    const words = wordsOf(text)
    const plain = words.flatMap((word, at) => (/^\p{L}{4,}$/u.test(word) ? [at] : []))
    return plain.length === 0
      ? undefined
      : words.map((word, at) => (at === plain[Math.floor(random() * plain.length)] ? `*${word}*` : word)).join(' ')
  }),
  heading: change(
    ({ kind }) => kind === 'heading',
    (text, { random, word }) => (random() < 0.5 ? `${text} ${word()}` : `${word()} ${text}`),
  ),
  insertion: (blocks, { random, foreign }) => blocks.toSpliced(Math.floor(random() * (blocks.length + 1)), 0, { ...foreign(), from: [] }),
  deletion: (blocks, { random }) => blocks.toSpliced(Math.floor(random() * blocks.length), 1),
  replacement: (blocks, { random, foreign }) => blocks.toSpliced(Math.floor(random() * blocks.length), 1, { ...foreign(), from: [] }),
  move: (blocks, { random }) => {
    const [block] = blocks.slice(Math.floor(random() * blocks.length))
    const rest = blocks.filter((each) => each !== block)
    return rest.toSpliced(Math.floor(random() * (rest.length + 1)), 0, block!)
  },
  'section move': (blocks, { random }) => {
    const starts = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
    if (starts.length < 3) return [...blocks]
    const index = Math.floor(random() * starts.length)
    const section = blocks.slice(starts[index], starts[index + 1] ?? blocks.length)
    const rest = blocks.filter((block) => !section.includes(block))
    const places = rest.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
    return rest.toSpliced(pick(places, random), 0, ...section)
  },
  split: (blocks, { random }) => {
    const places = blocks.flatMap(({ kind, text }, at) => (kind === 'paragraph' && isSentenceEnd.test(text) ? [at] : []))
    if (places.length === 0) return [...blocks]
    const at = pick(places, random)
    const sentences = blocks[at]!.text.split(isSentenceEnd)
    const cut = 1 + Math.floor(random() * (sentences.length - 1))
    const parts = [sentences.slice(0, cut), sentences.slice(cut)].map((part) => ({ ...blocks[at]!, text: part.join(' ') }))
    return blocks.toSpliced(at, 1, ...parts)
  },
  merge: (blocks, { random }) => {
    const places = blocks.flatMap((block, at) =>
      isProse(block) && block.kind === 'paragraph' && blocks[at + 1]?.kind === 'paragraph' ? [at] : [],
    )
    if (places.length === 0) return [...blocks]
    const at = pick(places, random)
    const [first, second] = [blocks[at]!, blocks[at + 1]!]
    return blocks.toSpliced(at, 2, { ...first, text: `${first.text} ${second.text}`, from: [...first.from, ...second.from] })
  },
  'list to paragraphs': (blocks) => blocks.map((block) => (block.kind === 'item' ? { ...block, kind: 'paragraph' } : block)),
  'list to one paragraph': (blocks) => {
    const start = blocks.findIndex(({ kind }, at) => kind === 'item' && blocks[at + 1]?.kind === 'item')
    if (start < 0) return [...blocks]
    let end = start
    while (blocks[end]?.kind === 'item' && end - start < 4) end++
    const items = blocks.slice(start, end)
    const text = items.map((item) => item.text.replace(/[.;,]?$/, '.')).join(' ')
    return blocks.toSpliced(start, items.length, { kind: 'paragraph', text, from: items.flatMap(({ from }) => from) })
  },
}
