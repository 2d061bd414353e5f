import { PLACEHOLDER, type Prose } from '../prose.ts'

/** Gaps between columns. A text laid out with them has runs of spaces everywhere. */
const GAPS = / {3,}|\t/g
/** A full stop between blanks: it is spoken of, or is an empty line of Debian’s files. */
const LONE_STOP = /(?<!\S)\.(?!\S)/gu

/** A place in a text, and what stands around it. */
interface Around {
  readonly before: string
  readonly found: string
  readonly after: string
}

/** Exceptions of English spacing, by the sign beside the place. */
const MEANT: readonly ((around: Around) => boolean)[] = [
  // A bracket that is spoken of has no partner.
  ({ before, after }) => before.endsWith('[') && !/^[^\]]{0,200}\S\]/u.test(after),
  // “[ Ana Example ]” is a habit.
  ({ before, found, after }) => found !== '' && after.startsWith(']') && /\[\s[^[]{0,200}$/u.test(before),
  // “It has a . in it”, “those marked with ! are free”.
  ({ found, after }) => found !== '' && /^[.!?]\s+\p{Ll}/u.test(after),
  ({ before, found, after }) => found !== '' && /^\.\s+\S/u.test(after) && !before.endsWith('`'),
  // “s.append( content )” is code.
  ({ before, found, after }) => found !== '' && (/\w\($/u.test(before) || (after.startsWith(')') && /\w\( [^()]*$/u.test(before))),
  ({ before, found }) => found.startsWith('(') && /\w$/u.test(before),
  // “See Manual:Coding” names a page of a wiki; “win,build: ” begins the message of a change.
  ({ before, found }) => found === '' && /\p{Ll} \p{Lu}\p{Ll}+:$/u.test(before),
  ({ before, found, after }) => found === '' && /(?:^|[-–] )(?:\p{Ll}+,)+$/u.test(before) && /^(?:\p{Ll}+,)*\p{Ll}+: /u.test(after),
  // “2.9 : 1” is a proportion.
  ({ before, found, after }) => found !== '' && /\d$/u.test(before) && /^:\s\d/u.test(after),
  // “CSV,Conf” is a name, “TL;DR” a word, “csv,conf,v4” a list for a program, “-La,b” an option of a command.
  ({ before, found, after }) => found === '' && /[,;]$/u.test(before) && isName(before, after),
  ({ before, found, after }) => found === '' && /([,;])[^\s,;]+\1[^\s,;]/u.test(/\S*$/u.exec(before)![0] + /^\S*/u.exec(after)![0]),
  ({ before, found }) => found === '' && /(?<!\S)-\p{L}\S*$/u.test(before),
  ({ found, after }) => found === '' && /^[\p{L},]*\]/u.test(after),
  // “npm:name”, “iam:CreateUser”, “re:Work”, “TLP:CLEAR”.
  ({ before, found, after }) =>
    found === '' &&
    before.endsWith(':') &&
    (/^\p{Ll}|^\p{Lu}\p{Ll}+\p{Lu}/u.test(after) || /(?<!\p{L})\p{L}{2}:$/u.test(before) || isName(before, after)),
  // “window.Event” is code, and so is “Foo.BarBaz”; “Ana.Example” is a name, unless what follows begins a sentence.
  ({ before, found, after }) =>
    found === '' && before.endsWith('.') && !(/^\p{Lu}\p{Ll}+[ ,.;:!?]/u.test(after) && /(?:^|[ \u00A0])\p{L}\p{Ll}{3,}\.$/u.test(before)),
  ({ before, found, after }) => found === '' && /(?:^|[ \u00A0])\p{Lu}\p{Ll}+\.$/u.test(before) && !BEGINS_SENTENCE.test(after),
]

const BEGINS_SENTENCE =
  /^(?:The|This|That|These|Those|There|It|If|In|An?|As|At|By|For|From|On|Our|We|They|He|She|You|When|While|But|And|However) /u

/** True if capitals, a sign and a capital are one name; “the EU,which” is not. */
function isName(before: string, after: string): boolean {
  return /^TL.DR\b/iu.test(before.slice(-3) + after) || (/(?<!\p{L})\p{Lu}{2,}.$/u.test(before) && /^\p{Lu}/u.test(after))
}

/**
 * Of the places in an English text, those that are slips. Its author may part sentences by two spaces, and lay out lines by
 * blanks, of which an edition shows one; “npm:name” and “a . in it” are no slips either, and only a translation can tell.
 * @param areSeveral whether the places are of several blanks between words
 */
export function surelyMeant(places: readonly RegExpExecArray[], areSeveral: boolean, prose: Prose): readonly RegExpExecArray[] {
  const { visible } = prose
  if (areSeveral) return severalMeant(places, prose)
  if ((visible.match(GAPS)?.length ?? 0) > 2) return []
  const stops = visible.match(LONE_STOP)?.length ?? 0
  return places.filter(({ 0: found, index }) => {
    const end = index + found.length
    const after = visible.slice(end, end + 200)
    // Raw HTML and the words of a link have spaces of their own at their ends.
    if (index === 0 || after === '') return found.trim() === '' && prose.raw !== prose.raw.trim()
    if (found !== '' && /^\.(?!\S)/u.test(after) && stops > 1) return false
    const before = visible.slice(Math.max(0, index - 200), index).replace(new RegExp(`${PLACEHOLDER}$`, 'u'), signAt(prose, index - 1))
    // “status.Canceled” is code where “status.Aborted” stands beside it.
    const owner = /\p{Ll}+\.$/u.exec(before)?.[0]
    if (
      found === '' &&
      owner &&
      visible
        .split(owner)
        .slice(1)
        .filter((part) => /^\p{Lu}/u.test(part)).length > 1
    )
      return false
    return !MEANT.some((isMeant) => isMeant({ before, found, after }))
  })
}

/** The first sign of what stands in the visible text as a thing: ` for code. */
function signAt(prose: Prose, unit: number): string {
  return prose.raw[prose.at(unit)] ?? PLACEHOLDER
}

/** Two in a row are a slip, but for those between sentences; several times in a text, or three and more, they set in columns. */
function severalMeant(places: readonly RegExpExecArray[], prose: Prose): readonly RegExpExecArray[] {
  const { visible, raw } = prose
  const others = places.filter(
    ({ 0: found, index }) => found !== '  ' || !/[.!?:][)”"’'\]]?$/u.test(visible.slice(Math.max(0, index - 2), index)),
  )
  const [only] = others
  if (others.length !== 1 || only![0] !== '  ' || visible.startsWith('-- ')) return []
  const [before, after] = [visible[only!.index - 1]!, visible.slice(only!.index + 2, only!.index + 4)]
  // Beside a number they set apart, as in 2022-05-06  Name; before the sign of an item they begin one; and a line’s end, <br>, may stand between.
  return /\d/.test(before + after[0]!) || /^[*•·](?!\S)/u.test(after) || !raw.startsWith('  ', prose.at(only!.index)) ? [] : others
}
