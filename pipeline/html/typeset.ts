import type { Nodes } from 'hast'
import type { Tag } from '../model/language.ts'
import { markAttributions } from './attributions.ts'
import { setBreaks } from './breaks.ts'
import { placeCaptions } from './captions.ts'
import { setCodeLines } from './code-lines.ts'
import { alignFigures } from './figure-columns.ts'
import { writeHosts } from './hosts.ts'
import { keepWhole } from './kept-whole.ts'
import { markNeighbours } from './neighbours.ts'
import { measureNumbers } from './numbering.ts'
import { setStacks } from './stacks.ts'
import { applyTypography, type Hyphenation } from './typography.ts'

/** What the layout adds to a text that is safe. */
export function typeset(tree: Nodes, tag: Tag, hyphenation?: Hyphenation, word?: RegExp): Nodes {
  writeHosts(tree)
  placeCaptions(tree)
  markAttributions(tree)
  alignFigures(tree, tag)
  applyTypography(tree, tag, hyphenation, word)
  if (hyphenation) {
    setCodeLines(tree)
    keepWhole(tree)
    markNeighbours(tree)
    setStacks(tree)
  }
  setBreaks(tree)
  measureNumbers(tree)
  return tree
}
