import { ofPack } from './registry.ts'

/** Units of time, the smallest first. */
export const TIME_UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** The first word for each unit of time that a text has. */
export type TimeWords = ReadonlyMap<TimeUnit, { readonly word: string; readonly index: number }>

/** What finds the words for units of time in a text, if the language’s pack tells them. */
export const timeWordsOf = ofPack(({ timeUnits }): ((visible: string) => TimeWords) | undefined => {
  if (!timeUnits) return undefined
  const rows = TIME_UNITS.map((unit) => [unit, new RegExp(`(?<!\\p{L})(?:${timeUnits[unit]})(?!\\p{L})`, 'iu')] as const)
  // Most texts have none.
  const any = new RegExp(`(?<!\\p{L})(?:${TIME_UNITS.map((unit) => timeUnits[unit]).join('|')})(?!\\p{L})`, 'iu')
  return (visible) => {
    if (!any.test(visible)) return NONE
    return new Map(
      rows.flatMap(([unit, words]) => {
        const found = words.exec(visible)
        return found ? [[unit, { word: found[0], index: found.index }] as const] : []
      }),
    )
  }
})

const NONE: TimeWords = new Map()
