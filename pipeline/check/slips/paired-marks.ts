import { wording } from '../../wording.ts'
import { markRow, type MarkRow } from './mark-row.ts'

const PAIR = '*emphasis*, **strong**, `code`: each sign opened and closed, with no space inside'

const pair = (mark: RegExp, sign: string, sure = true): MarkRow => ({
  signs: [sign],
  mark,
  sure,
  message: wording`These signs (${{ sign }}) have no partner, or a space stands inside the pair: the reader would see them.`,
  expected: PAIR,
  remedy: wording`Add the sign that is missing, or remove the space inside; to show the sign itself, write a backslash before it: \\${{ sign: sign[0]! }}.`,
})

/** Asterisks of pointers and products: “char **argv”, “T** to”. */
const NO_POINTER = String.raw`(?<!\b(?:char|int|void|float|double|long|short|bool|const|struct|T) ?)`

/** Emphasis, code and quotation marks: what opens and closes. */
export const PAIRED_MARKS: readonly MarkRow[] = [
  markRow(
    '*',
    /(?<![*\p{L}\p{N}\\])\*{1,2}(?=\uFFFC[^\uFFFC*\n]+\*{1,2}\uFFFC)|(?<=\uFFFC)\*{1,2}(?=[^\uFFFC*\n]+\uFFFC+\*)/gu,
    'Emphasis begins on one side of a link’s bracket and ends on the other: the reader would see its signs.',
    '*[words](address)*, or **[words](address)**',
    'Put the signs on both sides of the whole link, or both within its square brackets.',
    false,
  ),
  pair(
    new RegExp(String.raw`${NO_POINTER}(?<![\p{L}\p{N}*/.\\\uFFFC])\*\*(?=[\p{L}\p{N}“"'(‘«])[^*\n]*?[ \t\u00A0]\*\*(?!\*)`, 'gu'),
    '**',
  ),
  pair(new RegExp(String.raw`${NO_POINTER}(?<![*\S])\*\*[ \t\u00A0][^*\n]*?\*\*(?!\*)`, 'gu'), '**'),
  pair(new RegExp(String.raw`${NO_POINTER}(?<![\p{L}\p{N}*/.\\])\*\*(?=[\p{L}\p{N}“"'(‘«\uFFFC])[^*\n]*\*\*(?![*/.])`, 'gu'), '**'),
  pair(
    new RegExp(
      String.raw`${NO_POINTER}(?<![\p{L}\p{N}*/.\\])\*\*(?=[\p{L}\p{N}“"'(‘«])|${NO_POINTER}(?<=[\p{L}\p{N}.,;:!?”"')])\*\*(?![*/.]|(?<=\p{Lu}\*\*)\p{Lu})`,
      'gu',
    ),
    '**',
  ),
  pair(/(?<![\p{L}\p{N}_])__(?=\p{L})[^_\n]*?[ \t\u00A0]__(?!_)/gu, '__'),
  // “Kosovo* and” calls a remark, which begins with the sign.
  { ...pair(/(?<=[^\n\r*][ \t“"'‘«])\*(?!nix)(?=\p{L}+[ ,.;:!?])/gu, '*'), isSureAlone: true },
  pair(/(?<=^|[\n\r(])\*(?!nix)(?=\p{L}+[ ,.;:!?])/gu, '*', false),
  // ***word** is strong after a sign of its own, which may refer to a remark.
  pair(/(?<![\S])\*(?=\uFFFC\uFFFC\p{L})/gu, '*', false),
  // “_id” and “_blank” are names of programs.
  pair(
    /(?<=^|[\n\r(“"'‘«]|[ \t])_(?!(?:id|ids|all|any|self|blank|parent|top|source|type|index|links|config|site|posts|data|static|build|layouts?|includes?|templates?|target|default|super|init|name|key|value|this|fields?|doc|docs|meta|class|function|method|variable|underscore\w*)(?!\p{L}))(?=\p{L}\p{Ll}{2,}[ ,.;:!?](?![^_\n\r]*[\p{L}\p{N}.,;:!?)”"]_(?!\p{L})))/gu,
    '_',
    false,
  ),
  // One sign more on one side than on the other: **word*, *word**.
  pair(/(?<![*\p{L}\p{N}\uFFFC\\])\*(?=\uFFFC\p{L}[^\uFFFC*\n]*\uFFFC(?![\uFFFC*]))/gu, '*', false),
  pair(/(?<=(?<![\uFFFC*])\uFFFC\p{L}[^\uFFFC*\n]*\uFFFC)\*(?![*\p{L}\p{N}])/gu, '*', false),
  pair(/~~/gu, '~~'),
  markRow(
    ',,',
    /(?<![\p{L}\p{N},]),,(?=[\p{L}\p{N}])[^,\n\r]{1,200}?(?:''|["“”‘’])/gu,
    'Two commas stand here for the opening quotation mark: the reader would see them as they are typed.',
    'the words between the quotation marks of the language',
    'Write the quotation marks of the language before the words and after them.',
    false,
  ),
  // The quotation marks of typewriters and of manuals: ``AS IS'', `TAPE'.
  markRow(
    '`',
    /(?<![\p{L}\p{N}`])`{1,2}[^`'\r]{1,200}'{1,2}(?![\p{L}'])/gu,
    'This begins with the sign ` and ends with an apostrophe, as typewriters quote: the reader would see both as they are typed.',
    '“words” for what is quoted, `words` for code',
    'Write “ before the words and ” after them; around code, write ` on both sides.',
    false,
  ),
  // Between brackets or quotation marks the sign is shown: “between backticks (```)”.
  pair(/(?<![\p{L}`])`+(?=[^\s`])(?<![(“„"'«]`+(?=[)”“"'»]))/gu, '`'),
  // A name may end with the sign.
  pair(/(?<=[^\s`])`+(?![\p{L}`])/gu, '`', false),
]
