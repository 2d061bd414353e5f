import type { TextRule } from '../rule.ts'

/** Dots in a row; between quotation marks they are what is spoken of, and after ] or a name in capitals what may be repeated: “[FILE]...”. */
const UNQUOTED = /(?<!["„“”«»‘’'.\]]|\p{Lu}[\p{Lu}_]{2,})\.{2,}|(?<=["„“”«»‘’'])\.{2,}(?!["„“”«»‘’'.])/gu

/** Dots in a row. */
export const ellipsis: TextRule = {
  id: 'ellipsis',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'several full stops stand for the sign …',
  example: { bad: 'dhe kështu me radhë...', good: 'dhe kështu me radhë…' },
  find: ({ prose }) =>
    prose.visible.includes('..')
      ? [...prose.visible.matchAll(UNQUOTED)].map(({ 0: dots, index }) => ({
          message: dots.length === 2 ? 'Two full stops stand in a row.' : 'Full stops stand for an ellipsis.',
          found: prose.visible.slice(Math.max(0, index - 10), index + dots.length),
          expected: dots.length === 2 ? 'one full stop, or …' : '…',
          remedy: dots.length === 2 ? 'Remove one.' : 'Write ….',
          start: index,
          end: index + dots.length,
          ...(dots.length > 2 && { mended: '…' }),
        }))
      : [],
}
