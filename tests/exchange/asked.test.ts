import { expect, test } from 'vitest'
import { questionsOfEdits, type AskedAbout } from '../../pipeline/catalog/edit-questions.ts'
import { askedIn } from '../../pipeline/exchange/asked.ts'
import type { Asking, Unit } from '../../pipeline/model/exchange.ts'
import type { Question } from '../../pipeline/model/question.ts'

const ASKED: Question = { text: 'Who stays?', tag: 'sq', by: 'Ben', on: '2026-11-21', answers: [{ text: 'All.', by: 'Ana', on: '2026-11-22' }] } // prettier-ignore
const NEW = { text: 'All but the chair.', by: 'Ben', on: '2026-11-23' }

const read = (...asked: readonly Asking[]): AskedAbout[] => {
  const unit: Unit = { key: 'one', source: 'It stays.', text: 'Mbetet.', state: 'translated', asked }
  return askedIn([unit], 'sq', new Map([['one', [ASKED]]]), '2026-11-29')
}
const after = (before: readonly Question[], change: { asked?: AskedAbout[]; withdrawn?: AskedAbout[] }): readonly Question[] => {
  const questions = new Map([['paper', { file: 'locales/questions/paper.json', byKey: new Map([['one', before]]) }]])
  const [file] = questionsOfEdits([{ document: 'paper', ...change }], { questions, failures: [] })
  return file?.after.byKey.get('one') ?? []
}

test('an answer to a question that was asked here already is taken, once, and taken back alone', () => {
  const asked = read({ ...ASKED, answers: [...ASKED.answers, NEW] }, { ...ASKED, answers: [NEW] })
  const answered = [{ ...ASKED, answers: [...ASKED.answers, NEW] }]
  expect(after([ASKED], { asked })).toEqual(answered)
  expect(after(answered, { asked })).toEqual(answered)
  expect(after(answered, { withdrawn: asked })).toEqual([ASKED])
  expect(read(ASKED)).toEqual([])
})

test('a new question is taken back, unless somebody has answered it', () => {
  const asked = read({ text: 'Since when?' })
  const both = after([ASKED], { asked })
  expect(both.map(({ text }) => text)).toEqual(['Who stays?', 'Since when?'])
  expect(after(both, { withdrawn: asked })).toEqual([ASKED])
  const answered = both.map((each) => (each === both[1] ? { ...each, answers: [NEW] } : each))
  expect(after(answered, { withdrawn: asked })).toEqual(answered)
})
