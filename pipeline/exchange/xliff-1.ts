import type { Element, ElementContent } from 'xast'
import type { Asking, ExchangedTexts, Unit } from '../model/exchange.ts'
import { codeProblem } from './code-problems.ts'
import type { Format } from './format.ts'
import { createNumbers, partsOf, type Part } from './inline-codes.ts'
import { KINDS, isOwnRemark } from './remarks.ts'
import { codesIn, isPartial, translationIn } from './xliff-1-text.ts'
import { BEGINNING, block, childOf, childrenOf, element, localName, parseXml, positionOf, textIn, xmlText } from './xml.ts'

/** Prefix of the digest of the exported text, in the attribute that the standard leaves to programs. */
const EXPORTED = 'editions:'

/** XLIFF 1.2 (OASIS, 2008). */
export const xliff1: Format = {
  extension: '.xlf',
  name: 'XLIFF 1.2',
  write: ({ document, source, target, units }) => {
    const file = { original: document, 'source-language': source, 'target-language': target, datatype: 'x-markdown' }
    const body = block('body', {}, 2, units.map(unitElement))
    const root = { version: '1.2', xmlns: 'urn:oasis:names:tc:xliff:document:1.2' }
    return xmlText(block('xliff', root, 0, [block('file', file, 1, [body])]))
  },
  isOwn: (content) => /<(?:\w+:)?xliff\b[^>]*\bversion\s*=\s*["']1\./.test(content.slice(0, BEGINNING)),
  read: (content, file) =>
    childrenOf(parseXml(content, file), 'file').map((part): ExchangedTexts => ({
      document: part.attributes['original'] ?? '',
      title: '',
      source: part.attributes['source-language'] ?? '',
      target: part.attributes['target-language'] ?? '',
      units: unitElements(part).map((unit) => unitOf(unit, file)),
    })),
}

function unitElement({ key, kind, source, text, state, basis, exported, remarks = [], place }: Unit): Element {
  const numbers = createNumbers()
  const content = (side: 'source' | 'target', own: string): ElementContent[] => inline(partsOf(own, kind), (code) => numbers(side, code))
  const attributes = {
    id: key,
    resname: key,
    restype: `x-${kind ?? 'message'}`,
    'xml:space': 'preserve',
    approved: state === 'reviewed' ? 'yes' : undefined,
    extradata: exported === undefined ? undefined : EXPORTED + exported,
  }
  const former = basis === undefined ? [] : [element('source', {}, basis), element('target', {}, text)]
  const where = [element('context', { 'context-type': 'sourcefile' }, place?.file ?? ''), element('context', { 'context-type': 'linenumber' }, String(place?.line))] // prettier-ignore
  return block('trans-unit', attributes, 3, [
    element('source', {}, ...content('source', source)),
    ...(text === '' ? [] : [element('target', { state: STATES[state] }, ...content('target', text))]),
    ...(place ? [element('context-group', { purpose: 'location' }, ...where)] : []),
    element('note', {}, KINDS[kind ?? 'message']),
    ...remarks.map((remark) => element('note', { from: remark.by }, remark.text)),
    ...(former.length > 0 ? [element('alt-trans', { alttranstype: 'previous-version' }, ...former)] : []),
  ])
}

const STATES: Readonly<Record<Unit['state'], string>> = {
  missing: 'needs-translation',
  stale: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'final',
}

function inline(parts: readonly Part[], numberOf: (code: string) => number): ElementContent[] {
  return parts.flatMap((part): ElementContent[] => {
    if (part.kind === 'text') return [{ type: 'text', value: part.text }]
    if (part.kind === 'code') return [element('ph', { id: String(numberOf(part.code)) }, part.code)]
    const id = String(numberOf(`${part.open}…${part.close}`))
    return [element('bpt', { id }, part.open), ...inline(part.parts, numberOf), element('ept', { id }, part.close)]
  })
}

/** Units in a file, in groups too. */
function unitElements(parent: Element): Element[] {
  return parent.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    if (localName(child) === 'trans-unit') return [child]
    return ['body', 'group'].includes(localName(child)) ? unitElements(child) : []
  })
}

function unitOf(unit: Element, file: string): Unit {
  const [source, target] = [childOf(unit, 'source'), childOf(unit, 'target')]
  const former = childrenOf(unit, 'alt-trans').find(({ attributes }) => attributes['alttranstype'] === 'previous-version')
  const basis = former && childOf(former, 'source')
  const lost: Element[] = []
  const text = target ? translationIn(target, source ? codesIn(source) : new Map(), lost) : ''
  const isPart = target !== undefined && isPartial(childOf(unit, 'seg-source'), target)
  const written = target?.attributes['state'] ?? ''
  const isStale = written.startsWith('needs-') || written === 'new' || isPart
  const isReviewed = unit.attributes['approved'] === 'yes' || ['final', 'signed-off'].includes(written)
  return {
    key: unit.attributes['resname'] ?? unit.attributes['id'] ?? '',
    source: source ? textIn(source) : '',
    text,
    state: text === '' ? 'missing' : isStale ? 'stale' : isReviewed ? 'reviewed' : 'translated',
    basis: isStale && !isPart && text !== '' && basis ? textIn(basis) : undefined,
    exported: unit.attributes['extradata']?.startsWith(EXPORTED) ? unit.attributes['extradata'].slice(EXPORTED.length) : undefined,
    asked: [...childrenOf(unit, 'note').flatMap(askingOf), ...(target ? commentsOn(target) : [])],
    position: positionOf(unit),
    problem: lost[0] && codeProblem(lost[0], file),
  }
}

/** What a note asks that its translator has written. `developer` are those that translate-toolkit makes of our own. */
function askingOf(note: Element): Asking[] {
  const text = textIn(note).trim()
  const by = note.attributes['from'] ?? ''
  if (text === '' || by === 'developer' || isOwnRemark(text)) return []
  return [{ text, ...(by !== '' && !by.endsWith('translator') && { by }) }]
}

/** Comments on words of a translation. */
function commentsOn(node: Element): Asking[] {
  const own = localName(node) === 'mrk' ? (node.attributes['comment'] ?? '').trim() : ''
  const inner = node.children.flatMap((child) => (child.type === 'element' ? commentsOn(child) : []))
  return [...(own === '' ? [] : [{ text: own }]), ...inner]
}
