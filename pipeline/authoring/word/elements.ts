import type { Element, ElementContent } from 'xast'

/** Makes an element of XML. */
export function x(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly ElementContent[]): Element {
  return { type: 'element', name, attributes: { ...attributes }, children: [...children] }
}

/** A run of Word with a text. */
export function run(text: string): Element {
  return x('w:r', {}, x('w:t', { 'xml:space': 'preserve' }, { type: 'text', value: text }))
}
