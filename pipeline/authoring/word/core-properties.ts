import type { Element } from 'xast'
import { childOf } from './parts.ts'
import { properties, type Properties } from '../properties.ts'

/** Reads the properties of a Word file (ISO/IEC 29500-2, 11). */
export function coreProperties(core: Element | undefined): Properties {
  const said = (name: string): string => {
    const text = childOf(core, name)?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') // prettier-ignore
    return (text ?? '')
      .replaceAll(/_x000[dD]_|\s+/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim()
  }
  return properties({
    title: said('dc:title'),
    author: said('dc:creator'),
    description: said('dc:description') || said('dc:subject'),
    date: said('dcterms:modified') || said('dcterms:created'),
  })
}
