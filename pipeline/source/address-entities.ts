import type { Link, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'

/** The sign & as HTML writes it, in what was copied from the source of a page. */
const AMPERSAND = /&(?:amp|#38|#x26);/gi

/**
 * Reads &amp; in bare addresses and in those between < and > as the sign that it stands for, as GitHub does (cmark-gfm,
 * `cmark_clean_autolink`) and as every other address is read (CommonMark 0.31, 2.5). The parser leaves it in both.
 */
export function readAmpersands<Tree extends Nodes>(tree: Tree): Tree {
  visit(tree, 'link', (link) => {
    if (!isItsAddress(link)) return
    link.url = link.url.replaceAll(AMPERSAND, '&')
    const [text] = link.children
    if (text?.type === 'text') text.value = text.value.replaceAll(AMPERSAND, '&')
  })
  return tree
}

/** True if the words of a link are its address as it was written. */
function isItsAddress({ url, children: [only] }: Link): boolean {
  return only?.type === 'text' && url.includes('&') && url.endsWith(only.value) && url.search(AMPERSAND) >= 0
}
