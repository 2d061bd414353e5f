import type { Element } from 'xast'
import { TERM_SECTIONS, type TermForms, type TermSections } from '../catalog/glossary.ts'
import type { Tag } from '../model/language.ts'
import type { Position } from '../problem.ts'
import { writable } from './writable.ts'
import { BEGINNING, block, childrenOf, element, localName, parseXml, positionOf, textIn, xmlText } from './xml.ts'

/** A concept of a file, with its terms by the languages’ names there. */
export interface ReadConcept {
  readonly position: Position
  readonly id: string
  readonly languages: readonly ReadLanguage[]
  /** Definitions and remarks, for which a glossary here has no place. */
  readonly remarks: readonly string[]
}

interface ReadLanguage {
  readonly language: string
  /** Accepted forms, the preferred one first. */
  readonly accepted: readonly string[]
  readonly forbidden: readonly string[]
  /** Absent if the file has none. */
  readonly stems?: readonly string[] | undefined
}

/** What a note with a stem of inflected forms begins with. The standard has no place for stems. */
const STEM = 'Stem: '

/**
 * Writes terms as TBX-Basic in the form of 2008 (ISO 30042:2008, DCA), which OmegaT, Weblate and the translate toolkit read; that of
 * 2019 none of them does.
 * @param source language of the terms’ names
 * @param tags languages that are written, besides it
 */
export function writeTbx(sections: TermSections, source: Tag, tags: readonly Tag[]): string {
  const entries = TERM_SECTIONS.flatMap((section) =>
    [...sections[section]].map(([term, byTag], at) =>
      block('termEntry', { id: `${section}.${at + 1}` }, 3, [
        languageSet(source, { accepted: [term], stems: [], forbidden: [] }),
        ...tags.flatMap((tag) => (byTag[tag] ? [languageSet(tag, byTag[tag])] : [])),
      ]),
    ),
  )
  const description = block('fileDesc', {}, 2, [block('sourceDesc', {}, 3, [element('p', {}, 'Editions')])])
  const encoding = block('encodingDesc', {}, 2, [element('p', { type: 'XCSURI' }, 'TBXBasicXCSV02.xcs')])
  const head = block('martifHeader', {}, 1, [description, encoding])
  const text = block('text', {}, 1, [block('body', {}, 2, entries)])
  return xmlText(block('martif', { type: 'TBX-Basic', 'xml:lang': source }, 0, [head, text]))
}

function languageSet(tag: Tag, { accepted, stems, forbidden }: TermForms): Element {
  return block('langSet', { 'xml:lang': tag }, 4, [
    ...stems.map((stem) => element('note', {}, STEM + writable(stem))),
    ...accepted.map((form, at) => termGroup(form, at === 0 ? 'preferredTerm' : 'admittedTerm')),
    ...forbidden.map((form) => termGroup(form, 'deprecatedTerm')),
  ])
}

function termGroup(form: string, status: string): Element {
  const note = element('termNote', { type: 'administrativeStatus' }, `${status}-admn-sts`)
  return block('tig', {}, 5, [element('term', {}, writable(form)), note])
}

/** Tells whether a content is TBX, from its beginning. */
export function isTbx(content: string): boolean {
  return /<(?:martif|tbx)\b/.test(content.slice(0, BEGINNING))
}

/** Names of an element in the forms of 2008 and of 2019. */
const CONCEPTS = ['termEntry', 'conceptEntry']
const LANGUAGES = ['langSet', 'langSec']
const TERMS = ['tig', 'ntig', 'termSec']

/**
 * Reads TBX of any origin, in either form, with its kinds as attributes (DCA) or as elements (DCT).
 * @throws Failure for malformed XML, with its line
 */
export function readTbx(content: string, file: string): ReadConcept[] {
  return within(parseXml(content, file), CONCEPTS).map((concept) => ({
    position: positionOf(concept),
    id: concept.attributes['id'] ?? '',
    languages: childrenNamed(concept, LANGUAGES).map(readLanguage),
    remarks: within(concept, ['note', 'descrip', 'definition', 'context'])
      .map(textIn)
      .filter((text) => !text.startsWith(STEM)),
  }))
}

function readLanguage(set: Element): ReadLanguage {
  const terms = childrenNamed(set, TERMS).flatMap((group) => {
    const form = oneLine(within(group, ['term']).map(textIn)[0] ?? '')
    return form === '' ? [] : [{ form, status: statusOf(group) }]
  })
  const formsOf = (wanted: Status): string[] => terms.filter(({ status }) => status === wanted).map(({ form }) => form)
  const stems = childrenOf(set, 'note')
    .map(textIn)
    .filter((text) => text.startsWith(STEM))
  return {
    language: set.attributes['xml:lang'] ?? '',
    accepted: [...new Set([...formsOf('preferred'), ...formsOf('accepted')])],
    forbidden: [...new Set(formsOf('forbidden'))],
    stems: stems.length > 0 ? stems.map((text) => oneLine(text.slice(STEM.length))) : undefined,
  }
}

type Status = 'preferred' | 'accepted' | 'forbidden'

/** TBX-Basic’s picks for the administrative status, and those of Weblate. */
function statusOf(group: Element): Status {
  const notes = within(group, ['termNote', 'administrativeStatus'])
  const note = notes.find(({ name, attributes }) => localName({ name }) !== 'termNote' || attributes['type'] === 'administrativeStatus')
  const status = note ? textIn(note).trim() : ''
  if (status.startsWith('preferred')) return 'preferred'
  return /^(?:deprecated|superseded|forbidden|obsolete)/.test(status) ? 'forbidden' : 'accepted'
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function childrenNamed(parent: Element, names: readonly string[]): Element[] {
  return names.flatMap((name) => childrenOf(parent, name))
}

/** Elements of some names, however deep. */
function within({ children }: Element, names: readonly string[]): Element[] {
  return children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    return names.includes(localName(child)) ? [child] : within(child, names)
  })
}
