import type { Element } from 'xast'
import type { Tag } from '../model/language.ts'
import { writable } from './writable.ts'
import { BEGINNING, block, childOf, childrenOf, element, localName, parseXml, xmlText } from './xml.ts'

/** A text and its translation in a memory. */
export interface MemoryUnit {
  /** Where it stands: document and key. Empty in files of other origin. */
  readonly context: string
  /** True if it stands there no longer. */
  readonly isRetired: boolean
  readonly source: Tag
  readonly sourceText: string
  readonly text: string
}

/** A text in each language that it is in, by the languages’ names in the file. */
export type ReadUnit = readonly { readonly language: string; readonly text: string }[]

/** Writes a memory as TMX 1.4b (LISA OSCAR, 2005), of plain texts, which all tools read. */
export function writeTmx(units: readonly MemoryUnit[], source: Tag, target: Tag): string {
  const languages = new Set(units.map((unit) => unit.source))
  const header = {
    creationtool: 'Editions',
    creationtoolversion: '1',
    segtype: 'block',
    'o-tmf': 'Editions',
    adminlang: 'en',
    srclang: languages.size > 1 ? '*all*' : source,
    datatype: 'plaintext',
  }
  const body = units.map(({ context, isRetired, source: language, sourceText, text }) =>
    block('tu', { tuid: isRetired ? undefined : context }, 2, [
      element('prop', { type: 'x-context' }, context),
      variant(language, sourceText),
      variant(target, text),
    ]),
  )
  return xmlText(block('tmx', { version: '1.4' }, 0, [element('header', header), block('body', {}, 1, body)]), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n') // prettier-ignore
}

/** A text in a language. A memory helps without signs that no file can hold. */
function variant(language: Tag, text: string): Element {
  return element('tuv', { 'xml:lang': language }, element('seg', {}, writable(text)))
}

/** Tells whether a content is TMX, from its beginning. */
export function isTmx(content: string): boolean {
  return /<tmx\b/.test(content.slice(0, BEGINNING))
}

/**
 * Reads TMX of any origin. Codes of other programs’ formats are left out of the texts.
 * @throws Failure for malformed XML, with its line
 */
export function readTmx(content: string, file: string): ReadUnit[] {
  const body = childOf(parseXml(content, file), 'body')
  return childrenOf(body ?? element('body', {}), 'tu').map((unit) =>
    childrenOf(unit, 'tuv').flatMap((each) => {
      const segment = childOf(each, 'seg')
      const language = each.attributes['xml:lang'] ?? each.attributes['lang']
      return segment && language ? [{ language, text: wordsIn(segment) }] : []
    }),
  )
}

/** Text of a segment, with what is highlighted and without codes. */
function wordsIn({ children }: Element): string {
  return children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : child.type === 'element' && localName(child) === 'hi' ? wordsIn(child) : '')).join('') // prettier-ignore
}
