import type { Element, ElementContent } from 'xast'
import type { Asking, ExchangedTexts, Unit } from '../model/exchange.ts'
import { codeProblem } from './code-problems.ts'
import type { Format } from './format.ts'
import { createNumbers, partsOf, type Part } from './inline-codes.ts'
import { KINDS, remarkText } from './remarks.ts'
import { BEGINNING, block, childOf, childrenOf, element, localName, parseXml, positionOf, textIn, xmlText } from './xml.ts'
import { codesOf } from './xliff-2-codes.ts'
import { joinedSegments, segmentsOf } from './xliff-2-segments.ts'

/** Namespace of our own attribute, which carries the digest of the exported text. Tools keep what they do not know. */
const OWN_NAMESPACE = 'urn:editions:exchange'
/** Category of the note that holds the source which a stale text answers. */
const FORMER_SOURCE = 'editions-former-source'
/** Detail of the state `initial`, of a text whose source was edited. */
const STALE = 'editions:stale'

/** XLIFF 2.1 (OASIS, 2018), the core; 2.0 has the same. */
export const xliff2: Format = {
  extension: '.xlf',
  name: 'XLIFF 2.1',
  write: ({ document, source, target, units }) => {
    const root = {
      version: '2.1',
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      'xmlns:editions': OWN_NAMESPACE,
      srcLang: source,
      trgLang: target,
    }
    return xmlText(block('xliff', root, 0, [block('file', { id: 'f1', original: document }, 1, units.map(unitElement))]))
  },
  isOwn: (content) => /<(?:\w+:)?xliff\b[^>]*\bversion\s*=\s*["']2\./.test(content.slice(0, BEGINNING)),
  read: (content, file) => {
    const root = parseXml(content, file)
    return childrenOf(root, 'file').map((part): ExchangedTexts => ({
      document: part.attributes['original'] ?? '',
      title: '',
      source: root.attributes['srcLang'] ?? '',
      target: root.attributes['trgLang'] ?? '',
      units: unitElements(part).map((unit) => unitOf(unit, file)),
    }))
  },
}

/** The codes of a unit: each is written once, and marks refer to it. */
class Codes {
  readonly #ids = new Map<string, string>()

  idOf(code: string): string {
    const known = this.#ids.get(code) ?? `d${this.#ids.size + 1}`
    this.#ids.set(code, known)
    return known
  }

  elements(): Element[] {
    return [...this.#ids].map(([code, id]) => element('data', { id, 'xml:space': 'preserve' }, code))
  }
}

function unitElement({ key, kind, source, text, state, basis, exported, remarks = [], place }: Unit, at: number): Element {
  const [numbers, codes] = [createNumbers(), new Codes()]
  const content = (side: 'source' | 'target', own: string): Element =>
    element(side, { 'xml:space': 'preserve' }, ...inline(partsOf(own, kind), codes, (code) => numbers(side, code)))
  const sides = [content('source', source), ...(text === '' ? [] : [content('target', text)])]
  const notes = [
    element('note', { category: 'kind' }, KINDS[kind ?? 'message']),
    ...(place ? [element('note', { category: 'location' }, `${place.file}:${place.line}`)] : []),
    ...remarks.map((remark) => element('note', { category: 'question' }, remarkText(remark))),
    ...(basis === undefined ? [] : [element('note', { category: FORMER_SOURCE }, basis)]),
  ]
  const data = codes.elements()
  const isStale = state === 'stale'
  const segment = { state: isStale ? 'initial' : STATES[state], subState: isStale ? STALE : undefined }
  return block('unit', { id: `u${at + 1}`, name: key, canResegment: 'no', 'editions:exported': exported }, 2, [
    block('notes', {}, 3, notes),
    ...(data.length > 0 ? [block('originalData', {}, 3, data)] : []),
    block('segment', segment, 3, sides),
  ])
}

const STATES: Readonly<Record<Exclude<Unit['state'], 'stale'>, string>> = {
  missing: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
}

function inline(parts: readonly Part[], codes: Codes, numberOf: (code: string) => number): ElementContent[] {
  return parts.map((part): ElementContent => {
    if (part.kind === 'text') return { type: 'text', value: part.text }
    if (part.kind === 'code') return element('ph', { id: String(numberOf(part.code)), dataRef: codes.idOf(part.code) })
    const id = String(numberOf(`${part.open}…${part.close}`))
    const refs = { dataRefStart: codes.idOf(part.open), dataRefEnd: codes.idOf(part.close) }
    return element('pc', { id, ...refs }, ...inline(part.parts, codes, numberOf))
  })
}

/** Units in a file, in groups too. */
function unitElements(parent: Element): Element[] {
  return parent.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    return localName(child) === 'unit' ? [child] : localName(child) === 'group' ? unitElements(child) : []
  })
}

/** A unit as it was saved. One of which a segment has no translation is unfinished. */
function unitOf(unit: Element, file: string): Unit {
  const lost: Element[] = []
  const notes = childrenOf(childOf(unit, 'notes') ?? element('notes', {}), 'note')
  const basis = notes.find(({ attributes }) => attributes['category'] === FORMER_SOURCE)
  const segments = segmentsOf(unit)
  const codes = codesOf(unit, segments, lost)
  const { source, text, isPartial } = joinedSegments(segments, codes, lost)
  const states = segments.flatMap(({ attributes }) => attributes['state'] ?? [])
  const isStale = segments.some(({ attributes }) => attributes['subState'] === STALE && attributes['state'] === 'initial')
  const isReviewed = states.length > 0 && states.every((state) => state === 'reviewed' || state === 'final')
  return {
    key: unit.attributes['name'] ?? unit.attributes['id'] ?? '',
    source,
    text,
    state: text === '' ? 'missing' : isStale || isPartial ? 'stale' : isReviewed ? 'reviewed' : 'translated',
    basis: isStale && !isPartial && text !== '' && basis ? textIn(basis) : undefined,
    exported: unit.attributes['editions:exported'] ?? undefined,
    asked: [...notes.flatMap(askingOf), ...commentsOn(unit)],
    position: positionOf(unit),
    problem: lost[0] && codeProblem(lost[0], file),
  }
}

/** Categories of the notes that an export writes. */
const OWN_NOTES: ReadonlySet<string> = new Set(['kind', 'location', 'question', FORMER_SOURCE])

/** What a note asks that its translator has written. */
function askingOf(note: Element): Asking[] {
  const text = textIn(note).trim()
  return text === '' || OWN_NOTES.has(note.attributes['category'] ?? '') ? [] : [{ text }]
}

/** Comments on words of a translation. */
function commentsOn(node: Element): Asking[] {
  const isComment = ['mrk', 'sm'].includes(localName(node)) && node.attributes['type'] === 'comment'
  const text = isComment ? (node.attributes['value'] ?? '').trim() : ''
  const inner = node.children.flatMap((child) => (child.type === 'element' ? commentsOn(child) : []))
  return [...(text === '' ? [] : [{ text }]), ...inner]
}
