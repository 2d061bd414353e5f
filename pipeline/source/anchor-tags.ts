import type { Nodes } from 'mdast'

/**
 * Tags that name a place and show nothing, as on GitHub: `<a id="x">` and `<a name="x">` without address, `<span id="x">`; with a
 * closing tag, or self-closing.
 */
const OPENING = /^<(a|span)((?:\s+(?:id|name|class)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`/]+))+)\s*(\/?)>$/i
const NAME = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`/]+))/gi
const TAG = /^<(\/?)(a|span)\b[^<>]*?(\/?)>$/i
/** Anchors alone, as on a line before a heading. */
const ALONE = /^(?:\s*<(a|span)\s[^<>]*(?:\/>|>\s*<\/\1\s*>))+\s*$/i

/** The names in a piece of HTML that consists of anchors only. */
export function anchorsIn(html: string): string[] {
  if (!ALONE.test(html)) return []
  const names = [...html.matchAll(/<(?!\/)[^<>]*>/g)].map(([tag]) => namesOf(tag))
  return names.some((each) => each.length === 0) ? [] : names.flat()
}

/** Anchor tags among the children of a line, with their names. A closing tag has none. */
export function anchorTags(children: readonly Nodes[]): ReadonlyMap<Nodes, readonly string[]> {
  const found = new Map<Nodes, readonly string[]>()
  const open: { readonly name: string; readonly tag: Nodes; readonly names: readonly string[] }[] = []
  for (const child of children) {
    const [, slash, name, closed] = (child.type === 'html' && TAG.exec(child.value)) || []
    if (child.type !== 'html' || name === undefined) continue
    const names = namesOf(child.value)
    if (slash) {
      const at = open.findLastIndex((each) => each.name === name.toLowerCase())
      const opened = at < 0 ? undefined : open[at]!
      if (opened && opened.names.length > 0) found.set(opened.tag, opened.names).set(child, [])
      if (at >= 0) open.length = at
    } else if (!closed) open.push({ name: name.toLowerCase(), tag: child, names })
    else if (names.length > 0) found.set(child, names)
  }
  return found
}

/** Names in an opening tag. Empty if the tag does anything else. */
function namesOf(tag: string): string[] {
  const attributes = OPENING.exec(tag)?.[2]
  return attributes === undefined
    ? []
    : [...attributes.matchAll(NAME)]
        .map(([, double, single, bare]) => (double ?? single ?? bare ?? '').trim())
        .filter((name) => name !== '')
}
