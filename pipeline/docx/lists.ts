import { LevelFormat, type ILevelsOptions, type NumberingDefinition } from 'docx'

/** The definition of lists with marks. */
export const BULLETS = 'bullets'

/** The definitions of the items of lists that are tasks. */
export const TASKS = { open: 'tasks-open', done: 'tasks-done' } as const
/** Their marks. */
const TASK_MARKS = { open: '☐', done: '☑' } as const

/** The name of the definition of an ordered list. */
export function numbersFrom(list: number): string {
  return `numbers-${list}`
}

/** The marks of lists in lists, which repeat. */
const MARKS = ['•', '–', '▪']
/** How many levels Word has. */
const LEVELS = 9
/** How far a level stands from the one around it, in twentieths of a point. */
export const LIST_STEP = 360

/** The definitions of all lists. @param starts the first number of each, in their order; 0 for one with marks */
export function definitionsOf(starts: readonly number[]): NumberingDefinition[] {
  const levels = (own: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>): ILevelsOptions[] =>
    Array.from({ length: LEVELS }, (_, level) => ({
      level,
      ...own(level),
      style: { paragraph: { indent: { left: LIST_STEP * (level + 1), hanging: LIST_STEP } } },
    }))
  return [
    { reference: BULLETS, levels: levels((level) => ({ format: LevelFormat.BULLET, text: MARKS[level % MARKS.length]! })) },
    ...(['open', 'done'] as const).map((state) => ({
      reference: TASKS[state],
      levels: levels(() => ({ format: LevelFormat.BULLET, text: TASK_MARKS[state] })),
    })),
    ...starts.flatMap((start, at) =>
      start === 0
        ? []
        : [{ reference: numbersFrom(at + 1), levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })) }],
    ),
  ]
}
