/**
 * Collapses the white space of a loaded page as CSS does (CSS Text 3, 4.1), then has the style keep what is left; runs in
 * the page. The browser drops the space at which a line is broken, and with it the border of two words (ISO 14289-1, 7.2).
 */
export function collapseWhiteSpace(): void {
  interface Style {
    readonly inline: boolean
    readonly items: boolean
    readonly kept: boolean
  }
  const styles = new Map<Element, Style>()
  for (const element of document.body.querySelectorAll('*')) {
    const { display, whiteSpaceCollapse } = getComputedStyle(element) as CSSStyleDeclaration & { whiteSpaceCollapse: string }
    styles.set(element, {
      inline: display === 'inline' || display === 'contents',
      items: /flex|grid/.test(display),
      kept: whiteSpaceCollapse.startsWith('preserve'),
    })
  }
  const WORDS = /^(?:span|a|b|i|strong|em|small|time)$/
  let last: Text | undefined
  let begins = true
  const edge = (): void => {
    if (last?.data.endsWith(' ')) last.data = last.data.slice(0, -1)
    last = undefined
    begins = true
  }
  const visit = (parent: Element, items: boolean): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        if (items && child.data.trim() === '') {
          child.data = ''
          continue
        }
        const text = child.data.replaceAll(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ')
        const data = text.startsWith(' ') && (begins || last?.data.endsWith(' ')) ? text.slice(1) : text
        if (child.data !== data) child.data = data
        if (data === '') continue
        last = child
        begins = false
      } else if (child instanceof SVGElement || child instanceof HTMLImageElement || child instanceof HTMLInputElement) {
        if (styles.get(child)?.inline === false) edge()
        else {
          last = undefined
          begins = false
        }
      } else if (child instanceof HTMLBRElement) {
        // The browser writes nothing for a line's forced end.
        if (last && !last.data.endsWith(' ')) last.data += ' '
        last = undefined
        begins = true
      } else if (child instanceof HTMLElement) {
        const style = styles.get(child)!
        if (style.kept) {
          for (const text of textsOf(child)) text.data = text.data.replaceAll(/(?<! )\n(?!$)/g, ' \n')
          edge()
        } else if (style.inline && !items) visit(child, false)
        else {
          // Between two items of a row, and around words on a line of their own, no space is shown; it parts them all the same.
          const words = WORDS.test(child.localName)
          if (words && last && !last.data.endsWith(' ')) last.data += ' '
          if (items || words) last = undefined
          edge()
          visit(child, style.items)
          const end = last
          edge()
          if (items) last = end
          else if (words && end && !end.data.endsWith(' ') && (child.nextSibling?.textContent ?? '') !== '') end.data += ' '
        }
      }
    }
  }
  visit(document.body, false)
  edge()
  const style = document.createElement('style')
  style.textContent = 'body { white-space: pre-wrap } svg { white-space: normal } q { quotes: none }'
  document.head.append(style)

  function textsOf(root: Element): Text[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
    return texts
  }
}
