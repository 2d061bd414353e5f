import { join } from 'node:path'
import * as v from 'valibot'
import { asCalled } from '../files/called.ts'
import { sidesOf } from '../files/conflict-markers.ts'
import { shown } from '../files/identifier.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import { fit } from '../files/schema-errors.ts'
import { readRevision } from '../files/swap.ts'
import type { Publication } from '../model/publication.ts'
import type { Question, QuestionsByKey } from '../model/question.ts'
import { Failure, failure } from '../problem.ts'
import { filled, group, isoDate } from '../publication/schema.ts'
import { digestOf } from './ledger.ts'

/** The questions about one document, or about the interface, as their file has them. */
export interface QuestionFile {
  /** Path relative to the root, whether or not the file exists. */
  readonly file: string
  readonly byKey: QuestionsByKey
  /** Digest of the file as it was read. It is overwritten only while it still has this digest. */
  readonly digest?: string | undefined
  /** True if the file has conflict markers. Both versions are read, and the next change writes the file anew. */
  readonly halfMerged?: boolean
}

const text = filled('a text', 'a text that is not empty')
const by = v.optional(filled('a name', 'a name that is not empty'))
const schema = group({
  questions: v.array(
    group({
      key: text,
      question: text,
      in: filled('a language, such as sq'),
      by,
      on: isoDate,
      answers: v.optional(v.array(group({ answer: text, by, on: isoDate }), 'a list of answers'), []),
    }),
    'a list of questions',
  ),
})

/** Made at each call: it tells the command line as it is called now. */
const advice = (): JsonAdvice => ({
  repeated: 'Move what stands in the second place into the first, and remove the second.',
  expected: '{ "questions": [ { "key": "…", "question": "…", "in": "sq", "on": "2026-11-28" }, … ] }',
  remedy: 'Restore it from its last good version (git checkout), or ask anew in the workbench.',
  merge: `Keep the lines of both sides, each question once, and remove the lines with the marks; then run: ${asCalled('sync')}.`,
})

/** Path of a document’s questions, relative to the root. */
export function questionFile(document: string): string {
  return `locales/notes/${document}.json`
}

/**
 * Reads the questions about a document. A missing file has none; one with conflict markers is joined from both versions.
 * @throws Failure if the file is damaged
 */
export async function readQuestions({ root }: Pick<Publication, 'root'>, document: string): Promise<QuestionFile> {
  const file = questionFile(document)
  const read = await readRevision(join(root, file))
  if (read === undefined) return { file, byKey: new Map() }
  const content = read.text.replaceAll('\r\n', '\n')
  const sides = sidesOf(content)
  const both = sides && [sides.ours, sides.theirs].map((side) => parseSide(side, file))
  if (both?.[0] && both[1]) return { file, byKey: joinQuestions(both[0], both[1]), digest: read.digest, halfMerged: true }
  return { file, byKey: parseQuestions(content, file), digest: read.digest }
}

function parseSide(content: string, file: string): QuestionsByKey | undefined {
  try {
    return parseQuestions(content, file)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/**
 * Parses a file of questions. Law: `parseQuestions(serializeQuestions(questions))` equals the questions, sorted by key.
 * @throws Failure if the text holds anything else
 */
export function parseQuestions(content: string, file: string): QuestionsByKey {
  const { position } = parseJsonObject(content, file, advice())
  const fitted = fit(JSON.parse(content), schema)
  if ('value' in fitted) {
    const asked = Map.groupBy(fitted.value.questions, ({ key }) => key)
    return new Map([...asked].map(([key, questions]) => [key, questions.map(questionOf)]))
  }
  const [{ path, message, found, expected, remedy }] = fitted.errors as [(typeof fitted.errors)[number]]
  throw failure({
    rule: 'questions',
    file,
    position: position([...path]),
    message: `These questions cannot be read${path.length > 0 ? ` at “${path.map((step) => shown(String(step))).join(' › ')}”` : ''}: ${message}`,
    found,
    expected,
    remedy,
  })
}

type Written = v.InferOutput<typeof schema>['questions'][number]

function questionOf({ question, in: tag, by: asker, on, answers }: Written): Question {
  return { text: question, tag, by: asker, on, answers: answers.map(({ answer, ...rest }) => ({ text: answer, ...rest })) }
}

/**
 * Serializes questions, sorted by key, each on a line that tells all of it: of lines that look alike, git would take one for
 * another, and merge a question to a text that it is not about.
 */
export function serializeQuestions(byKey: QuestionsByKey): string {
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = sorted.flatMap(([key, questions]) =>
    questions.map(({ text: question, tag, by: asker, on, answers }) => {
      const said = answers.map(({ text: answer, by: author, on: day }) => ({ answer, by: author, on: day }))
      return `  ${JSON.stringify({ key, question, in: tag, by: asker, on, answers: said.length > 0 ? said : undefined })}`
    }),
  )
  return lines.length === 0 ? '{ "questions": [] }\n' : `{ "questions": [\n${lines.join(',\n\n')}\n] }\n`
}

/** Names a question among those of its segment: the same in every copy of the file, whatever is answered. */
export function idOf({ text: question, tag, by: asker, on }: Question): string {
  return digestOf(JSON.stringify([question, tag, asker, on]))
}

/** All questions of two versions, each once, with all of its answers. */
export function joinQuestions(ours: QuestionsByKey, theirs: QuestionsByKey): QuestionsByKey {
  const joined = new Map(ours)
  for (const [key, questions] of theirs) joined.set(key, joinLists(joined.get(key) ?? [], questions))
  return joined
}

/** All questions of two lists, each once, with all of its answers. */
export function joinLists(ours: readonly Question[], theirs: readonly Question[]): Question[] {
  const byId = new Map(ours.map((each) => [idOf(each), each]))
  for (const each of theirs) {
    const known = byId.get(idOf(each))
    const said = new Set(known?.answers.map((answer) => JSON.stringify(answer)))
    const answers = [...(known?.answers ?? []), ...each.answers.filter((answer) => !said.has(JSON.stringify(answer)))]
    byId.set(idOf(each), { ...(known ?? each), answers })
  }
  return [...byId.values()]
}

/** Questions that nobody has answered yet. */
export function openAmong(questions: readonly Question[]): Question[] {
  return questions.filter(({ answers }) => answers.length === 0)
}
