import { SITE } from '../../catalog/store.ts'
import { Failure } from '../../problem.ts'
import { applyEdits, type Applied, type Edit, type SourceOf, type TextChange } from '../../catalog/edit.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import type { Begun } from './begun.ts'
import { COMMAND, turns } from './changes.ts'
import type { Gathered } from './gathered.ts'
import type { Imported, Imports } from './imports.ts'
import type { Journal, Standing } from './journal.ts'
import { replaced, replacementsIn, type Replacement } from './replace.ts'
import { versionOf } from './rows.ts'

/** What is to be replaced by what, in the translations into one language. */
export interface Wanted {
  readonly tag: Tag
  readonly find: string
  readonly put: string
  /** One document alone; all where none is named. */
  readonly document?: string | undefined
}

/** A text in which something would be replaced. */
export interface Proposal {
  readonly document: string
  readonly key: string
  readonly source: string
  readonly sourceTag: Tag
  readonly before: string
  readonly after: string
  readonly replacements: readonly Replacement[]
  readonly version: string
}

/** A text that a person has looked at, as it was then, and as it is to be. */
export interface Chosen {
  readonly document: string
  readonly key: string
  readonly version: string
  readonly after: string
}

/** Every text in which something would be replaced, in the order of the documents. */
export function proposalsFor(all: readonly Gathered[], { tag, find, put, document }: Wanted): Proposal[] {
  if (find.trim() === '') return []
  return all.flatMap(({ id, segments, texts }) => {
    const catalog = texts.translations.find((each) => each.tag === tag)
    if (!catalog || (document !== undefined && document !== id)) return []
    return segments.flatMap(({ key, text: source, kind }) => {
      const before = catalog.entries.get(key)?.text ?? ''
      const replacements = before === '' ? [] : replacementsIn(before, kind, find, put)
      const after = replaced(before, replacements)
      if (after === before) return []
      return [{ document: id, key, source, sourceTag: texts.english.tag, before, after, replacements, version: versionOf(source, before) }]
    })
  })
}

/** A change of several texts that can be taken back as a whole. */
export interface Step {
  readonly id: number
  readonly edits: readonly Edit[]
  /** What takes it back. */
  readonly back: readonly Edit[]
}

/** The outcome: a step, or the texts that somebody changed meanwhile, in which case nothing is written. */
export type Stepped = { readonly kind: 'made'; readonly step: Step } | { readonly kind: 'conflict'; readonly keys: readonly string[] }

/** The steps since the workbench was opened. */
export class Steps {
  readonly #steps: Step[] = []
  readonly #journal: Journal
  readonly #begun: Begun
  readonly #imports: Imports

  constructor(journal: Journal, begun: Begun, imports: Imports) {
    this.#journal = journal
    this.#begun = begun
    this.#imports = imports
  }

  /**
   * Completes the step that a killed workbench has begun, but for texts that were changed since.
   * @throws Failure where a text cannot be read or written; it is completed another time then
   */
  async complete(publication: Publication): Promise<void> {
    let edits = (await this.#begun.read()).filter(({ document }) => document === SITE || publication.documents.includes(document))
    while (edits.length > 0) {
      const applied = await turns(() => applyEdits(publication, edits, COMMAND)).catch(noSuchText)
      if (applied.kind === 'applied') break
      const changed = new Set(applied.conflicts.map(({ change }) => change))
      const left = changed.size > 0 ? changed : new Set(edits.flatMap(({ changes }) => changes))
      edits = left.size === 0 ? [] : without(edits, left)
    }
    await this.#note(edits, edits.map(opposite))
    await this.#begun.strikeOut()
  }

  /**
   * Sets the chosen texts, all or none. Each answers the source that it answered before, and stays reviewed: who replaces a word has
   * not read the source anew.
   * @throws Failure where they cannot be written
   */
  async replace(publication: Publication, all: readonly Gathered[], tag: Tag, chosen: readonly Chosen[]): Promise<Stepped> {
    const known = chosen.map((each) => ({ ...each, before: textIn(all, tag, each) }))
    const changed = known.filter(({ before, version }) => before?.version !== version)
    if (changed.length > 0) return { kind: 'conflict', keys: changed.map(({ document, key }) => `${document} ${key}`) }
    const byDocument = Map.groupBy(known, ({ document }) => document)
    const edits = [...byDocument].map(([document, changes]) => ({
      tag,
      document,
      changes: changes.map(({ key, before, after }) => ({ key, before: before!.text, after })),
    }))
    return this.#apply(publication, edits, edits.map(opposite))
  }

  /** Takes a step back, as a step of its own. @throws Failure where it cannot be written */
  async undo(publication: Publication, id: number): Promise<Stepped | undefined> {
    const step = this.#steps.find((each) => each.id === id)
    return step && this.#apply(publication, step.back, step.edits)
  }

  /** Takes what files of translators’ tools bring, all or none. @throws Failure where it cannot be written */
  async import(publication: Publication, all: readonly Imported[], sourceOf: SourceOf): Promise<Stepped> {
    const [edits, back] = [all.flatMap((each) => each.edits), all.flatMap((each) => each.back)]
    const stepped = await this.#apply(publication, edits, back, sourceOf)
    if (stepped.kind === 'made') for (const imported of all) await this.#imports.note(imported)
    return stepped
  }

  /** The last import of a language, unless it was taken back. */
  lastImport(tag: Tag): Promise<Imported | undefined> {
    return this.#imports.of(tag)
  }

  /** Takes the last import of a language back. @throws Failure where it cannot be written */
  async undoImport(publication: Publication, tag: Tag): Promise<Stepped | undefined> {
    const last = await this.lastImport(tag)
    if (!last) return undefined
    const stepped = await this.#apply(publication, last.back, last.edits)
    if (stepped.kind === 'made') await this.#imports.strikeOut(tag)
    return stepped
  }

  async #apply(publication: Publication, edits: readonly Edit[], back: readonly Edit[], sourceOf?: SourceOf): Promise<Stepped> {
    await this.complete(publication)
    await this.#begun.write(edits)
    const applied = await turns(() => applyEdits(publication, edits, COMMAND, sourceOf))
    if (applied.kind === 'conflict') {
      await this.#begun.strikeOut()
      return { kind: 'conflict', keys: applied.conflicts.map(({ change: { key } }) => key) }
    }
    const step = { id: this.#steps.length + 1, edits, back }
    this.#steps.push(step)
    await this.#note(edits, back)
    await this.#begun.strikeOut()
    return { kind: 'made', step }
  }

  async #note(edits: readonly Edit[], back: readonly Edit[]): Promise<void> {
    const at = new Date().toISOString()
    for (const { tag, document, changes } of edits) {
      const former = new Map(back.find((each) => each.tag === tag && each.document === document)?.changes.map((each) => [each.key, each]))
      const noted = changes.map((change) => ({ key: change.key, at, before: standingAfter(former.get(change.key)!), after: standingAfter(change) })) // prettier-ignore
      await this.#journal.note(tag, document, noted)
    }
  }
}

/** A change of texts alone, taken back. */
function opposite({ tag, document, changes }: Edit): Edit {
  return { tag, document, changes: changes.map(({ key, before, after }) => ({ key, before: after, after: before })) }
}

function standingAfter({ after: text, answers: basis, origin, review }: TextChange): Standing {
  return { text, basis, origin, review }
}

/** What remains without some changes: other changes, and what is kept for the return of its source, which conflicts with nothing. */
function without(edits: readonly Edit[], changed: ReadonlySet<TextChange>): Edit[] {
  return edits
    .map((edit) => ({ ...edit, changes: edit.changes.filter((each) => !changed.has(each)) }))
    .filter(({ changes, kept = [], asked = [], withdrawn = [] }) => changes.length + kept.length + asked.length + withdrawn.length > 0)
}

/** A text that its author has removed since is not changed, nor are those that were to be changed with it. */
function noSuchText(error: unknown): Applied {
  if (error instanceof Failure && error.problems.every(({ ruleId }) => ruleId === 'unknown-key')) return { kind: 'conflict', conflicts: [] }
  throw error
}

function textIn(all: readonly Gathered[], tag: Tag, { document, key }: Chosen): { text: string; version: string } | undefined {
  const gathered = all.find(({ id }) => id === document)
  const source = gathered?.segments.find((segment) => segment.key === key)?.text
  const text = gathered?.texts.translations.find((catalog) => catalog.tag === tag)?.entries.get(key)?.text
  return source === undefined || text === undefined ? undefined : { text, version: versionOf(source, text) }
}
