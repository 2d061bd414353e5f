import { diffArrays } from 'diff/lib/diff/array.js'
import { mergeOf } from '../../compare/merge.ts'

/** Blocks of a Markdown text: what stands between empty lines. Law: `joinBlocks(blocksOf(text))` is the text without its end. */
export function blocksOf(text: string): string[] {
  return text.trimEnd().replace(/^\n+/, '').split('\n\n')
}

export function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

/** A block without what differs between writers of the same Markdown: line ends, the width of columns, the sign of a list. */
export function essence(block: string): string {
  return block.trim().replaceAll(/^(\s*)[*+](?= )/gm, '$1-').replaceAll(/:?-{2,}:?/g, '-').replaceAll(/\s+/g, ' ') // prettier-ignore
}

/** Blocks that both sides changed, each in its own way. `at` counts the blocks of the document. */
export interface Conflict {
  readonly at: number
  readonly own: string
  readonly theirs: string
}

/** What a merge of blocks gives. */
export interface MergedBlocks {
  readonly blocks: readonly string[]
  readonly conflicts: readonly Conflict[]
  /** How many places keep what was edited by hand. */
  readonly kept: number
}

/**
 * Merges two versions of a document by blocks, and within blocks by words. Laws: if one side alone changed, the result is that
 * side; where there are no conflicts, every change of either side is in the result.
 * @param base what both were made from
 */
export function mergeBlocks(base: readonly string[], own: readonly string[], theirs: readonly string[]): MergedBlocks {
  const [ours, others] = [alignedWith(base, own), alignedWith(base, theirs)]
  const blocks: string[] = []
  const conflicts: Conflict[] = []
  let kept = 0
  let [at, atOwn, atTheirs] = [0, 0, 0]
  const take = (end: number, endOwn: number, endTheirs: number): void => {
    const [was, mine, new_] = [base.slice(at, end), own.slice(atOwn, endOwn), theirs.slice(atTheirs, endTheirs)]
    if (isSame(mine, new_) || isSame(was, new_)) {
      blocks.push(...mine)
      if (!isSame(was, mine)) kept++
    } else if (isSame(was, mine)) blocks.push(...new_)
    // What both have come to say in the same words stays as it is written by hand, with the marks that no word processor knows.
    else if (mine.map(words).join(' ') === new_.map(words).join(' ')) blocks.push(...mine)
    else {
      const merged = mergeOf(was.join('\n\n'), new_.join('\n\n'), mine.join('\n\n'))
      if (merged === undefined) conflicts.push({ at: atOwn, own: mine.join('\n\n'), theirs: new_.join('\n\n') })
      else {
        blocks.push(merged)
        kept++
      }
    }
    ;[at, atOwn, atTheirs] = [end, endOwn, endTheirs]
  }
  for (let index = 0; index < base.length; index++) {
    const [mine, other] = [ours.get(index), others.get(index)]
    if (mine === undefined || other === undefined) continue
    take(index, mine, other)
    blocks.push(own[mine]!)
    ;[at, atOwn, atTheirs] = [index + 1, mine + 1, other + 1]
  }
  take(base.length, own.length, theirs.length)
  return { blocks, conflicts, kept }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((block, index) => essence(block) === essence(b[index]!))
}

/** The blocks of a version that stand as in the base: index in the base → index in the version. */
function alignedWith(base: readonly string[], version: readonly string[]): Map<number, number> {
  const same = new Map<number, number>()
  let [a, b] = [0, 0]
  for (const { added, removed, value } of diffArrays(base.map(essence), version.map(essence))) {
    if (!added && !removed) for (let index = 0; index < value.length; index++) same.set(a + index, b + index)
    if (!added) a += value.length
    if (!removed) b += value.length
  }
  return same
}

/** Words by which blocks are the same whatever their marks: a picture has none but its name. */
function words(block: string): string {
  const plain = block.replaceAll(/<!--[\s\S]*?-->|\]\([^)]*\)|\[\^[^\]]*\]|\[!\w+\]|^ {0,3}(?:`{3,}|~{3,}).*$/gm, ' ').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? (/\(([^)\s]+)/.exec(block)?.[1] || block.trim())
}

/**
 * Puts a file’s text in the place of a document’s that nobody took from a file before. Blocks with the same words stay as they
 * are written, with the marks that no word processor knows, and so do those without words, such as comments.
 */
export function replaceBlocks(own: readonly string[], theirs: readonly string[]): string[] {
  const made: string[] = []
  let [mine, other] = [0, 0]
  for (const { added, removed, value } of diffArrays(own.map(words), theirs.map(words))) {
    if (added) made.push(...theirs.slice(other, other + value.length))
    else made.push(...own.slice(mine, mine + value.length).filter((block) => !removed || /^\s*<!--[\s\S]*-->\s*$/.test(block)))
    if (!added) mine += value.length
    if (!removed) other += value.length
  }
  return made
}
