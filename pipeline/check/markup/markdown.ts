import { PLACEHOLDER, type Prose } from '../prose.ts'
import type { Observation, TranslationRule } from '../rule.ts'
import { inlineSlips } from '../slips/slips.ts'
import type { Slip } from '../slips/slip.ts'
import { inEnglish, wording } from '../../wording.ts'

/** Marks that came out as text: half a pair of asterisks, backticks or brackets of a link. */
const LITERAL_MARK = /\*+|`+|~~|\]\(|\]\[|(?<![\p{L}\p{N}])__?(?=\p{L})|(?<=\p{L})__?(?![\p{L}\p{N}_])|\[\^/gu

/** Markdown that does not come out as Markdown: the slips of a source, and marks without a partner that the English does not have. */
export const markdown: TranslationRule = {
  id: 'markdown',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a mark of Markdown is broken, has no partner or is of another tool’s dialect, and would be printed',
  example: { bad: 'raporti *New battlegrounds', good: 'raporti *New battlegrounds*' },
  find: ({ kind, prose, english }) => {
    if (kind === 'message') return []
    const own = slipsOf(prose)
    const slips = own.length === 0 ? [] : beyond(own, slipsOf(english), ({ message }) => inEnglish(message))
    const isTold = (at: number): boolean => slips.some(({ offset, length = 1 }) => at >= offset && at < offset + length)
    const marks = [...prose.visible.matchAll(LITERAL_MARK)]
    const strays = marks.length === 0 ? [] : beyond(marks, [...english.visible.matchAll(LITERAL_MARK)], ([mark]) => mark)
    return [
      ...headingSigns(prose, english),
      ...slips.map(({ message, found, expected, remedy, offset, sure }): Observation => {
        return { message, found, expected, remedy, rawStart: offset, ...(!sure && { severity: 'warning' }) }
      }),
      ...strays
        .filter(({ index }) => !isTold(prose.at(index)) && !isEscaped(prose, index))
        .map((match): Observation => ({
          message: 'This mark has no partner, and the reader would see it.',
          found: prose.visible.slice(Math.max(0, match.index - 12), match.index + 12).replaceAll(PLACEHOLDER, '…'),
          expected: '*…*, **…**, `…`, [text](address), [^1], each opened and closed',
          remedy: 'Add the mark that is missing, or remove this one; \\* is the sign itself.',
          severity: isRemark(match) ? 'warning' : undefined,
          start: match.index,
          end: match.index + match[0].length,
        })),
    ]
  },
}

/** True for an asterisk behind a word, which calls a remark: Kosovo*. */
function isRemark({ 0: mark, index, input }: RegExpExecArray): boolean {
  return mark === '*' && /[\p{L}\p{N}]$/u.test(input.slice(0, index)) && /^(?:[\s.,;:!?)”“’"]|$)/u.test(input.slice(index + 1))
}

/** True if a sign has a backslash before it. The translator then means the sign itself. */
function isEscaped(prose: Prose, index: number): boolean {
  return prose.raw[prose.at(index) - 1] === '\\'
}

const known = new WeakMap<Prose, readonly Slip[]>()

function slipsOf(prose: Prose): readonly Slip[] {
  const slips = known.get(prose) ?? inlineSlips(prose.raw, { nodes: prose.nodes, offset: prose.nodesOffset })
  known.set(prose, slips)
  return slips
}

/** The signs of a heading, which stand in the document alone. What the source has too is no heading: “Included with ##PLAN##” */
function headingSigns({ raw }: Prose, english: Prose): Observation[] {
  const signs = /^#{1,6}(?=[ \t]+\S)|^#{2,6}(?=\p{L})/u.exec(raw)?.[0]
  if (signs === undefined || english.raw.includes(signs)) return []
  return [
    {
      message: 'The sign # makes a heading in the source document alone: here it would be printed.',
      found: raw.slice(0, 40),
      expected: raw.slice(signs.length, signs.length + 40).trim(),
      remedy: wording`Remove ${{ signs }} and the space after it.`,
      rawStart: 0,
    },
  ]
}

/** Findings in a translation, minus one for each of the same kind in its English. */
function beyond<Found>(own: readonly Found[], theirs: readonly Found[], kindOf: (found: Found) => string): Found[] {
  const allowed = theirs.map(kindOf)
  return own.filter((each) => {
    const at = allowed.indexOf(kindOf(each))
    if (at >= 0) allowed.splice(at, 1)
    return at < 0
  })
}
