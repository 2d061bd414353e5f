import { carryQuestions, type CarriedQuestions } from '../../catalog/carry-questions.ts'
import type { Ledger } from '../../catalog/ledger.ts'
import { isComplete } from '../../catalog/locales.ts'
import { questionFile } from '../../catalog/questions.ts'
import { isAnswered } from '../../gates/status.ts'
import { SITE } from '../../catalog/store.ts'
import { createSuggest, type Suggest } from '../../catalog/suggestions.ts'
import { originOf } from '../../language/registry.ts'
import { Failure, type Problem, type Suggestion } from '../../problem.ts'
import type { Tag } from '../../model/language.ts'
import type { Gate, Publication } from '../../model/publication.ts'
import type { QuestionsByKey } from '../../model/question.ts'
import type { Project, View } from '../../project/project.ts'
import type { Queries } from '../../project/queries.ts'
import type { Claims } from './claims.ts'
import { gather, type Gathered, type KeptTexts } from './gathered.ts'
import { openExaminer, type Examiner, type Subject } from './findings.ts'
import { rowsOf, type Row, type Sheet } from './rows.ts'

/** What lies before a translator: the publication as it is now, and what it says of its texts. */
export interface Desk {
  readonly publication: Publication
  readonly queries: Queries
  /** The languages that people translate into, each of some document. */
  readonly tags: readonly Tag[]
  /** Ids of what is translated: documents, and `site` for the interface. */
  readonly ids: readonly string[]
  gateOf(tag: Tag): Gate
  /** None where a language is that of its source. @throws Failure where a file of it is missing or malformed */
  readonly rows: (id: string, tag: Tag) => Promise<readonly Row[]>
  /** What keeps its questions from being read. */
  damage(id: string): Promise<readonly Problem[]>
  /** What is remembered of the texts of a language. */
  ledger(id: string, tag: Tag): Promise<Ledger | undefined>
  /** What rules find in a text as it would be. */
  check(id: string, tag: Tag, key: string, text: string): Promise<readonly Problem[]>
  suggest(tag: Tag, row: Row, id: string): Promise<readonly Suggestion[]>
  /** The texts of all documents that can be read, and of the interface. */
  gather(): Promise<readonly Gathered[]>
}

/** What outlasts a look: what checks know of texts that have not changed, and what suggestions are looked for in. */
export interface Kept {
  readonly examiners: WeakMap<object, Map<Tag, Examiner>>
  readonly texts: KeptTexts
  readonly claims: Claims
  suggest: { readonly from: string; readonly byTag: Map<Tag, Suggest> } | undefined
}

export function keepNothing(claims: Claims): Kept {
  return { examiners: new WeakMap(), texts: new Map(), claims, suggest: undefined }
}

/** @throws Failure where what all documents share cannot be read */
export async function openDesk(project: Project, kept: Kept): Promise<Desk> {
  const view = await project.look()
  const queries = await view.queries()
  const { publication } = view
  const { shared } = queries
  const site = shared.siteTexts.texts

  const subjectOf = async (id: string): Promise<{ subject: Subject; keptBy: object }> => {
    if (id === SITE) return { subject: { site }, keptBy: site }
    const read = await queries.document(id)
    return { subject: { document: read.opened.reconciled, anchorsOf: read.anchorsOf }, keptBy: read }
  }
  const examinerOf = async (id: string, tag: Tag): Promise<Examiner> => {
    const { subject, keptBy } = await subjectOf(id)
    const known = kept.examiners.get(keptBy) ?? new Map<Tag, Examiner>()
    kept.examiners.set(keptBy, known)
    const examiner = known.get(tag) ?? openExaminer(subject, tag, publication, shared.glossary)
    known.set(tag, examiner)
    return examiner
  }
  const sheetOf = async (id: string, tag: Tag): Promise<Sheet> => {
    const { subject } = await subjectOf(id)
    if ('document' in subject) return { id, tag, segments: subject.document.document.segments, texts: subject.document }
    const answered = [...site.english.entries].filter(([key]) => isAnswered(site, tag, key))
    return { id, tag, segments: answered.map(([key, { text }]) => ({ key, text })), texts: site }
  }
  // Where they cannot be read, their file is told among what cannot, and hinders no translation.
  const notesOf = async (id: string): Promise<CarriedQuestions> =>
    carryQuestions(publication, id === SITE ? [] : [(await queries.document(id)).opened])
  const questionsAbout = async (id: string): Promise<QuestionsByKey> => (await notesOf(id)).questions.get(id)?.byKey ?? new Map()
  const rows: Desk['rows'] = async (id, tag) => {
    const sheet = await sheetOf(id, tag)
    const isTranslated = sheet.texts.translations.some((catalog) => catalog.tag === tag)
    if (!isTranslated) return []
    const findings = (await examinerOf(id, tag)).all()
    const [questions, claims] = await Promise.all([questionsAbout(id), kept.claims.of(tag, id)])
    return rowsOf(sheet, { findings, questions, claims })
  }
  return {
    publication,
    queries,
    tags: writtenIn(publication),
    ids: [...publication.documents, ...(site.english.entries.size > 0 ? [SITE] : [])],
    gateOf: (tag) => publication.gates.get(tag) ?? { requires: 'translated', below: 'draft' },
    rows,
    damage: async (id) => {
      const problems = (await notesOf(id)).failures.flatMap((each) => each.problems)
      return problems.filter(({ file }) => file === questionFile(id))
    },
    ledger: async (id, tag) => (await sheetOf(id, tag)).texts.ledgers.find((each) => each.tag === tag),
    check: async (id, tag, key, text) => (text.trim() === '' ? [] : (await examinerOf(id, tag)).one(key, text)),
    gather: () => gather(view, queries, kept.texts),
    suggest: async (tag, row, id) => {
      const suggest = await suggestFor(view, queries, tag, kept)
      const isItself = (each: Suggestion): boolean => each.document === id && each.key === row.key && each.text === row.text
      return suggest(row.source, 4).filter((each) => !isItself(each)).slice(0, 3) // prettier-ignore
    },
  }
}

/** A document may have another source than its publication, into whose language it is translated. */
function writtenIn(publication: Publication): Tag[] {
  return [...new Set(publication.editions.map((tag) => originOf(tag) ?? tag))].filter(isComplete)
}

/** Suggestions come from all documents that can be read. */
async function suggestFor({ digests, publication }: View, queries: Queries, tag: Tag, kept: Kept): Promise<Suggest> {
  const from = `${digests.everything(false)} ${digests.locales()}`
  if (kept.suggest?.from !== from) kept.suggest = { from, byTag: new Map() }
  const { byTag } = kept.suggest
  const known = byTag.get(tag)
  if (known) return known
  const documents = []
  for (const id of publication.documents) {
    const read = await queries.document(id).catch((error: unknown) => (error instanceof Failure ? undefined : Promise.reject(error)))
    if (read) documents.push(read.opened.reconciled)
  }
  const suggest = createSuggest({ documents, site: queries.shared.siteTexts.texts }, tag)
  byTag.set(tag, suggest)
  return suggest
}
