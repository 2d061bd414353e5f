import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Notice } from '../notice.ts'
import type { Passage } from '../reading.ts'

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Words of a text, in composed letters. */
function wordsIn(text: string): string[] {
  return text.normalize('NFC').replaceAll('\u00AD', '').match(WORD) ?? []
}

/**
 * Compares the words of a file with those of the document that it became. What stands in one and not in the other is told.
 * @param tree the document, read back from its Markdown
 * @param front texts that stand in the front matter
 */
export function lostWords(passages: readonly Passage[], tree: Root, front: readonly string[]): Notice[] {
  const left = new Map<string, number>()
  const add = (word: string, count: number): void => void left.set(word, (left.get(word) ?? 0) + count)
  for (const text of [...textsIn(tree), ...front]) for (const word of wordsIn(text)) add(word, -1)
  for (const { text } of passages) for (const word of wordsIn(text)) add(word, 1)
  const isLost = (word: string): boolean => (left.get(word) ?? 0) > 0
  const lost: Notice[] = []
  const tell = ({ text, place }: Passage, words: readonly string[]): void => {
    for (const word of words) add(word, -1)
    const all = words.length === wordsIn(text).length
    lost.push({
      kind: 'lost',
      what: all ? `This text is not in the document: “${text.trim()}”.` : `Words that are not in the document: ${words.join(' ')}.`,
      place,
      remedy: 'Put them into document.md, where they belong.',
    })
  }
  // A passage that is lost as a whole has them all; words are not looked for one by one.
  const whole = passages.filter(({ text }) => wordsIn(text).length > 0 && wordsIn(text).every(isLost))
  for (const passage of whole) if (wordsIn(passage.text).every(isLost)) tell(passage, wordsIn(passage.text))
  for (const passage of passages) {
    const words: string[] = []
    const counts = new Map<string, number>()
    for (const word of wordsIn(passage.text)) {
      const count = (counts.get(word) ?? 0) + 1
      if ((left.get(word) ?? 0) >= count) words.push(word)
      counts.set(word, count)
    }
    if (words.length > 0) tell(passage, words)
  }
  const added = [...left].flatMap(([word, count]) => (count < 0 && !/^\p{N}+$/u.test(word) ? [word] : []))
  if (added.length > 0) lost.push({ kind: 'changed', what: `Words in the document that are not in the file: ${added.slice(0, 30).join(' ')}.`, remedy: 'Look whether they stand twice in document.md.' }) // prettier-ignore
  return lost
}

/** Texts of a tree, as far as a reader’s eye meets them. Those of each block are one. */
function textsIn(tree: Root): string[] {
  const texts: string[] = []
  visit(tree, (node: Nodes) => {
    if (node.type === 'code' || node.type === 'yaml') texts.push(node.type === 'code' ? node.value : '')
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') texts.push(phraseText(node))
    if (node.type === 'image' && node.title) texts.push(node.title)
  })
  return texts
}

function phraseText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(phraseText).join('') : ''
}
