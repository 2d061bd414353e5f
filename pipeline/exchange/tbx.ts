import type { Element } from 'xast'
import { TERM_SECTIONS, type TermForms, type TermSections } from '../catalog/glossary.ts'
import type { Tag } from '../model/language.ts'
import type { Position } from '../problem.ts'
import { digestOfForms, namedBy } from './term-forms.ts'
import { writable } from './writable.ts'
import { BEGINNING, block, childrenOf, element, localName, parseXml, positionOf, textIn, xmlText } from './xml.ts'

/** The terms of a file. */
export interface ReadTerms {
  /** Title of the publication that they were exported from. Absent in files of other origin. */
  readonly origin?: string | undefined
  readonly concepts: readonly ReadConcept[]
}

/** Where terms are exported from, or taken into. */
export interface TermPlace {
  /** Title of the publication. */
  readonly publication: string
  /** Language of the terms’ names. */
  readonly source: Tag
  /** Languages that are translated into. */
  readonly tags: readonly Tag[]
}

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
  /** Beginning of the digest of the forms at the export. Absent if a tool dropped it, and in files of other origin. */
  readonly exported?: string | undefined
  readonly position: Position
}

/** What comes before the title of a publication of ours. */
const ORIGIN = 'Editions: '
/** An identifier of ours. */
const EXPORTED = /^(?:terms|organisations|names)\.\d+\.[\w-]+\.([\da-f]+)$/

/** What a note with a stem of inflected forms begins with. The standard has no place for stems. */
const STEM = 'Stem: '

/**
 * Writes terms as TBX-Basic in the form of 2008 (ISO 30042:2008, DCA), which OmegaT, Weblate and the translate toolkit read; that of
 * 2019 none of them does.
 * @param place its languages are those that are written
 */
export function writeTbx(sections: TermSections, { publication, source, tags }: TermPlace): string {
  const entries = TERM_SECTIONS.flatMap((section) =>
    [...sections[section]].map(([term, byTag], at) =>
      block('termEntry', { id: `${section}.${at + 1}` }, 3, [
        languageSet(source, namedBy(term, byTag[source]), `${section}.${at + 1}`),
        ...tags.flatMap((tag) => (byTag[tag] ? [languageSet(tag, byTag[tag], `${section}.${at + 1}`)] : [])),
      ]),
    ),
  )
  const description = block('fileDesc', {}, 2, [block('sourceDesc', {}, 3, [element('p', {}, ORIGIN + writable(oneLine(publication)))])])
  const encoding = block('encodingDesc', {}, 2, [element('p', { type: 'XCSURI' }, 'TBXBasicXCSV02.xcs')])
  const head = block('martifHeader', {}, 1, [description, encoding])
  const text = block('text', {}, 1, [block('body', {}, 2, entries)])
  return xmlText(block('martif', { type: 'TBX-Basic', 'xml:lang': source }, 0, [head, text]))
}

/** The forms of a language, under an identifier with their digest: tools keep what others refer to. */
function languageSet(tag: Tag, forms: TermForms, concept: string): Element {
  const { accepted, stems, forbidden } = forms
  return block('langSet', { id: `${concept}.${tag}.${digestOfForms(forms)}`, 'xml:lang': tag }, 4, [
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
export function readTbx(content: string, file: string): ReadTerms {
  const root = parseXml(content, file)
  const told = within(root, ['sourceDesc']).map((each) => oneLine(textIn(each)))
  const origin = told.find((each) => each.startsWith(ORIGIN))?.slice(ORIGIN.length)
  return { origin, concepts: within(root, CONCEPTS).map(conceptOf) }
}

function conceptOf(concept: Element): ReadConcept {
  return {
    position: positionOf(concept),
    id: concept.attributes['id'] ?? '',
    languages: childrenNamed(concept, LANGUAGES).map(readLanguage),
    remarks: within(concept, ['note', 'descrip', 'definition', 'context'])
      .map(textIn)
      .filter((text) => !text.startsWith(STEM)),
  }
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
    position: positionOf(set),
    exported: EXPORTED.exec(set.attributes['id'] ?? '')?.[1],
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

/** A text without line breaks and further blanks. */
export function oneLine(text: string): string {
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
