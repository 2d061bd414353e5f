import type { Nodes, PhrasingContent } from 'mdast'
import type { Document, Form } from '../model/document.ts'
import { nodesIn } from '../source/nodes.ts'
import { plainText } from '../source/plain-text.ts'

/** A caption with a number: “Map 2: the towns”, “Table A.1. The towns”, “Fig. 3 – The towns”. */
const NUMBERED = /^\p{Lu}\p{L}*\.?\s+(?:\d{1,3}|\p{Lu})(?:[.-]\d+)*\p{Ll}?(?:\s*[.:–—]|\s*$)/u
/** The first word of a table’s caption, before a punctuation mark. */
const LABEL = /^(\p{L}+)(?=\s*[.:–—]\s)/u

/**
 * Automatic numbers of captions of pictures and tables, by node: the picture, or the caption’s paragraph. If the writer numbered
 * any caption of a kind, that kind is left as it is. A press release gets none.
 */
export function captionNumbers({ tree, segments }: Document, form: Form): ReadonlyMap<Nodes, number> {
  if (form.name === 'letter') return new Map()
  const titles = new Map<Nodes, string>(segments.flatMap(({ kind, node, text }) => (kind === 'caption' && node ? [[node, text]] : [])))
  const pictures: (readonly [Nodes, string])[] = []
  const tables: (readonly [Nodes, string])[] = []
  for (const node of nodesIn(tree)) {
    const title = titles.get(node)
    if (title !== undefined) pictures.push([node, title])
    if (node.type === 'paragraph' && node.data?.beside === 'caption') tables.push([node, plainText(node)])
  }
  const numbered = (captions: readonly (readonly [Nodes, string])[]): (readonly [Nodes, number])[] =>
    captions.some(([, text]) => NUMBERED.test(text)) ? [] : captions.map(([node], index) => [node, index + 1])
  return new Map([...numbered(pictures), ...numbered(tables)])
}

/** A table’s caption with its number after the first word: “Table 2: the towns”. Returns nothing for a caption of another form. */
export function withNumber([first, ...others]: readonly PhrasingContent[], number: number): PhrasingContent[] | undefined {
  if (first?.type !== 'text' || !LABEL.test(first.value)) return undefined
  return [{ ...first, value: first.value.replace(LABEL, (label) => `${label}\u00A0${number}`) }, ...others]
}
