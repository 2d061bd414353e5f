import { ofPack } from './registry.ts'

/** A day of the week that a text names, Monday first, and its place. */
export interface Weekday {
  readonly weekday: number
  readonly word: string
  readonly index: number
}

/** What finds the days of the week that a text names; nothing for a language whose pack does not tell them. */
export const weekdaysOf = ofPack(({ dates }): ((visible: string) => Weekday[]) => {
  const days = dates?.weekdays?.split(' ')
  if (!days) return () => []
  const any = new RegExp(`(?<!\\p{L})(?:${days.map((day) => `(${day})`).join('|')})(?!\\p{L})`, 'giu')
  return (visible) =>
    [...visible.matchAll(any)].map(({ 0: word, index, ...groups }) => ({
      weekday: days.findIndex((_, at) => groups[at + 1] !== undefined),
      word,
      index,
    }))
})
