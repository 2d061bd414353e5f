import type { Publication } from '../model/publication.ts'
import type { Question, Reply } from '../model/question.ts'
import { changeLocales } from './alone.ts'
import { idOf, type QuestionFile } from './questions.ts'
import { SITE } from './store.ts'
import { writePending } from './sync.ts'
import { readTextCollection } from './text-collection.ts'

/** A segment that is asked about. */
export interface Asked {
  /** Document id, or `site`. */
  readonly document: string
  readonly key: string
}

/**
 * Adds a question to a segment. The same question of the same person on one day is asked once.
 * @param command name for the message to others
 * @returns nothing if there is no such segment
 * @throws Failure if another command holds the lock, or the questions cannot be read
 */
export function ask(publication: Publication, asked: Asked, question: Question, command: string): Promise<Question | undefined> {
  return change(publication, asked, command, (questions) => {
    const known = questions.find((each) => idOf(each) === idOf(question))
    return known ? { questions, told: known } : { questions: [...questions, question], told: question }
  })
}

/**
 * Answers a question.
 * @param id names the question, as `idOf` does
 * @returns nothing if there is no such question
 * @throws Failure as `ask` does
 */
export function reply(publication: Publication, asked: Asked, id: string, answer: Reply, command: string): Promise<Question | undefined> {
  return change(publication, asked, command, (questions) => {
    const known = questions.find((each) => idOf(each) === id)
    if (!known) return undefined
    const isSaid = known.answers.some(({ text, by }) => text === answer.text && by === answer.by)
    const told = isSaid ? known : { ...known, answers: [...known.answers, answer] }
    return { questions: questions.map((each) => (each === known ? told : each)), told }
  })
}

interface Changed {
  readonly questions: readonly Question[]
  readonly told: Question
}

/** Writes a change together with the pending changes of a sync, which may give the segment its key. */
function change(
  publication: Publication,
  { document, key }: Asked,
  command: string,
  make: (questions: readonly Question[]) => Changed | undefined,
): Promise<Question | undefined> {
  return changeLocales(publication, command, async () => {
    const collection = await readTextCollection(publication, document === SITE ? [] : [document])
    const read: QuestionFile | undefined = collection.questions.get(document)
    if (!read) throw collection.failures[0]!
    const keys = document === SITE ? collection.site.english.entries : collection.documents[0]!.english.entries
    const made = keys.has(key) ? make(read.byKey.get(key) ?? []) : undefined
    if (!made) return undefined
    const after = { ...read, byKey: new Map([...read.byKey, [key, made.questions]]) }
    await writePending(publication, collection.pending, { catalogs: [], ledgers: [], moved: [], questions: [{ after }] })
    return made.told
  })
}
