import { digestOf } from '../catalog/ledger.ts'
import { stateOf } from '../catalog/states.ts'
import { SITE } from '../catalog/store.ts'
import type { KeyedText, Texts } from '../catalog/reconcile.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import type { Segment } from '../model/document.ts'
import type { ExchangedTexts, Unit } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import { remarksOf } from './remarks.ts'

/** The texts of a document, or of the interface, and what a language’s translators see of it. */
export interface Sheet {
  readonly document: string
  readonly title: string
  readonly segments: readonly (KeyedText & Partial<Pick<Segment, 'place'>>)[]
  readonly texts: Pick<Texts, 'english' | 'translations' | 'ledgers'>
}

/** A document’s sheet, or the interface’s. Absent if it cannot be read. */
export function sheetOf({ documents, site }: Pick<TextCollection, 'documents' | 'site'>, id: string, tag: Tag): Sheet | undefined {
  if (id !== SITE) {
    const texts = documents.find(({ document }) => document.id === id)
    return texts && { document: id, title: texts.document.front.title, segments: texts.document.segments, texts }
  }
  const own = site.translations.find((catalog) => catalog.tag === tag)
  const entries = [...site.english.entries].filter(([key]) => own?.entries.has(key))
  return { document: SITE, title: 'Interface', segments: entries.map(([key, { text }]) => ({ key, text })), texts: site }
}

/** The texts of a sheet for a translator’s tool. Pure. */
export function exchanged({ document, title, segments, texts }: Sheet, tag: Tag, questions: TextCollection['questions']): ExchangedTexts {
  const index = texts.translations.findIndex((catalog) => catalog.tag === tag)
  const [catalog, ledger] = [texts.translations[index], texts.ledgers[index]]
  const units = segments.map(({ key, text: source, kind, place }): Unit => {
    const text = catalog?.entries.get(key)?.text ?? ''
    const state = stateOf(source, text, ledger?.answers.get(key))
    const basis = state.state === 'stale' ? state.change.before || undefined : undefined
    const asked = questions.get(document)?.byKey.get(key) ?? []
    const remarks = remarksOf(asked)
    return { key, kind, source, text, state: state.state, basis, exported: digestOf(text), remarks, questions: asked, place }
  })
  return { document, title, source: texts.english.tag, target: tag, units }
}
