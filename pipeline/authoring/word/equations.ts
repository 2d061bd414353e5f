import type { Element } from 'xast'
import { childOf, isElement } from './parts.ts'

/** An equation on one line, as people type it: `(a+b)/2`, `x^2`, `√(2)` (ISO/IEC 29500-1, 22.1). */
export function linear(element: Element): string {
  const part = (name: string): string => {
    const found = childOf(element, name)
    return found ? linear(found) : ''
  }
  switch (element.name) {
    case 'm:t':
      return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`
    case 'm:rad':
      return `${part('m:deg')}√${grouped(part('m:e'))}`
    case 'm:d':
      return `(${part('m:e')})`
    case 'm:nary': {
      const sign = childOf(element, 'm:naryPr', 'm:chr')?.attributes['m:val'] ?? '∫'
      return `${sign}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))} ${part('m:e')}`
    }
    default:
      return element.children.map((child) => (isElement(child) ? linear(child) : '')).join('')
  }
}

function grouped(text: string): string {
  return /^.{2,}$/su.test(text) ? `(${text})` : text
}
