import { carryQuestions, type CarriedQuestions } from '../../catalog/carry-questions.ts'
import type { Ledger } from '../../catalog/ledger.ts'
import { isComplete } from '../../catalog/locales.ts'
import { questionFile } from '../../catalog/questions.ts'
import { isAnswered } from '../../gates/status.ts'
import { SITE } from '../../catalog/store.ts'
import { originOf } from '../../language/registry.ts'
import { ENGLISH, wordingsFor, type Wordings } from '../../language/wordings.ts'
import type { Problem, Suggestion } from '../../problem.ts'
import type { Tag } from '../../model/language.ts'
import type { Gate, Publication } from '../../model/publication.ts'
import type { QuestionsByKey } from '../../model/question.ts'
import type { Project } from '../../project/project.ts'
import type { Queries } from '../../project/queries.ts'
import type { Claims } from './claims.ts'
import { gather, type Gathered, type KeptTexts } from './gathered.ts'
import type { Speller } from '../../language/spelling.ts'
import { openExaminer, type Examiner, type Subject, type Told } from './findings.ts'
import { Memories } from './memories.ts'
import { Spellers } from './spellers.ts'
import { Suggesting } from './suggesting.ts'
import type { TermUse } from './terms.ts'
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
  /** How findings are worded in a language. */
  wordingsOf(tag: Tag): Wordings
  /** None where a language is that of its source. @throws Failure where a file of it is missing or malformed */
  readonly rows: (id: string, tag: Tag) => Promise<readonly Row[]>
  /** What keeps its questions from being read. */
  damage(id: string): Promise<readonly Problem[]>
  /** What keeps the memory that other programs have brought from being read. */
  memoryDamage(tag: Tag): Promise<readonly Problem[]>
  /** What is remembered of the texts of a language. */
  ledger(id: string, tag: Tag): Promise<Ledger | undefined>
  /** One of them, without a look at all others. */
  readonly row: (id: string, tag: Tag, key: string) => Promise<Row | undefined>
  /** What rules find in a text as it would be. */
  check(id: string, tag: Tag, key: string, text: string): Promise<readonly Problem[]>
  /** Terms and names in the source of a text, and how the text says them. */
  terms(id: string, tag: Tag, key: string, text: string): Promise<readonly TermUse[]>
  suggest(tag: Tag, row: Row, id: string): Promise<readonly Suggestion[]>
  /** The texts of all documents that can be read, and of the interface. */
  gather(): Promise<readonly Gathered[]>
}

/** What outlasts a look: what checks know of texts that have not changed, and what suggestions are looked for in. */
export interface Kept {
  readonly examiners: WeakMap<object, Map<Tag, Examiner>>
  /** By the glossary that it goes by. */
  readonly told: WeakMap<object, Map<string, Told>>
  readonly texts: KeptTexts
  readonly claims: Claims
  readonly spellers: Spellers
  readonly suggesting: Suggesting
  readonly memories: Memories
  readonly wordings: Map<Tag, Wordings>
}

export function keepNothing(claims: Claims): Kept {
  const [spellers, suggesting, memories] = [new Spellers(), new Suggesting(), new Memories()]
  return { examiners: new WeakMap(), told: new WeakMap(), texts: new Map(), claims, spellers, suggesting, memories, wordings: new Map() }
}

/** @throws Failure where what all documents share cannot be read */
export async function openDesk(project: Project, kept: Kept): Promise<Desk> {
  const view = await project.look()
  const queries = await view.queries()
  const { publication } = view
  const { shared } = queries
  const site = shared.siteTexts.texts
  const tags = writtenIn(publication)
  for (const tag of tags) if (!kept.wordings.has(tag)) kept.wordings.set(tag, (await wordingsFor(publication.root, tag)) ?? ENGLISH)

  const subjectOf = async (id: string): Promise<{ subject: Subject; keptBy: object }> => {
    if (id === SITE) return { subject: { site }, keptBy: site }
    const read = await queries.document(id)
    return { subject: { document: read.opened.reconciled, anchorsOf: read.anchorsOf }, keptBy: read }
  }
  const toldBefore = (id: string, tag: Tag): Told => {
    const all = kept.told.get(shared.glossary) ?? new Map<string, Told>()
    kept.told.set(shared.glossary, all)
    const told = all.get(`${tag} ${id}`) ?? {}
    all.set(`${tag} ${id}`, told)
    return told
  }
  const examinerOf = async (id: string, tag: Tag): Promise<Examiner> => {
    const { subject, keptBy } = await subjectOf(id)
    const known = kept.examiners.get(keptBy) ?? new Map<Tag, Examiner>()
    kept.examiners.set(keptBy, known)
    const spellerOf = (): Speller | undefined => kept.spellers.of(tag, shared.glossary)
    const examiner = known.get(tag) ?? openExaminer(subject, tag, publication, shared.glossary, spellerOf, toldBefore(id, tag))
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
    const findings = await (await examinerOf(id, tag)).all()
    const [questions, claims] = await Promise.all([questionsAbout(id), kept.claims.of(tag, id)])
    return rowsOf(sheet, { findings, questions, claims })
  }
  const row: Desk['row'] = async (id, tag, key) => {
    const { segments, ...sheet } = await sheetOf(id, tag)
    const catalog = sheet.texts.translations.find((each) => each.tag === tag)
    const one = segments.filter((segment) => segment.key === key)
    if (!catalog || one.length === 0) return undefined
    const findings = new Map([[key, (await examinerOf(id, tag)).standing(key, catalog.entries.get(key)?.text ?? '')]])
    const [questions, claims] = await Promise.all([questionsAbout(id), kept.claims.of(tag, id)])
    return rowsOf({ ...sheet, segments: one }, { findings, questions, claims })[0]
  }
  return {
    publication,
    queries,
    tags,
    ids: [...publication.documents, ...(site.english.entries.size > 0 ? [SITE] : [])],
    wordingsOf: (tag) => kept.wordings.get(tag) ?? ENGLISH,
    gateOf: (tag) => publication.gates.get(tag) ?? { requires: 'translated', below: 'draft' },
    rows,
    damage: async (id) => {
      const problems = (await notesOf(id)).failures.flatMap((each) => each.problems)
      return problems.filter(({ file }) => file === questionFile(id))
    },
    memoryDamage: async (tag) => (await kept.memories.of(publication, tag)).problems,
    ledger: async (id, tag) => (await sheetOf(id, tag)).texts.ledgers.find((each) => each.tag === tag),
    row,
    check: async (id, tag, key, text) => (text.trim() === '' ? [] : (await examinerOf(id, tag)).one(key, text)),
    terms: async (id, tag, key, text) => (await examinerOf(id, tag)).terms(key, text),
    gather: () => gather(view, queries, kept.texts),
    suggest: async (tag, { key, text, source }, id) => {
      const isItself = (each: Suggestion): boolean => each.document === id && each.key === key && each.text === text
      const [all, { texts: memory }] = [await gather(view, queries, kept.texts, id), await kept.memories.of(publication, tag)]
      const found = kept.suggesting.find(all, memory, tag, id, source, 4)
      return found.filter((each) => !isItself(each)).slice(0, 3)
    },
  }
}

/** A document may have another source than its publication, into whose language it is translated. */
function writtenIn(publication: Publication): Tag[] {
  return [...new Set(publication.editions.map((tag) => originOf(tag) ?? tag))].filter(isComplete)
}
