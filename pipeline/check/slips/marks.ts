import type { Saying } from './slip.ts'
import { wording } from '../../wording.ts'

/** A mark of Markdown that its writer typed, and that does not act. The text is as `typedText` gives it. */
export interface MarkRow extends Saying {
  /** One of these stands in each: a text without them need not be searched. */
  readonly signs: readonly string[]
  readonly mark: RegExp
  /** True if several in one text are probably intended, such as the signs of a grammar. */
  readonly isSureAlone?: true
}

const PAIR = '*emphasis*, **strong**, `code`: each sign opened and closed, with no space inside'

const pair = (mark: RegExp, sign: string, sure = true): MarkRow => ({
  signs: [sign],
  mark,
  sure,
  message: wording`These signs (${{ sign }}) have no partner, or a space stands inside the pair: the reader would see them.`,
  expected: PAIR,
  remedy: wording`Add the sign that is missing, or remove the space inside; to show the sign itself, write a backslash before it: \\${{ sign: sign[0]! }}.`,
})

const link = (sign: string, mark: RegExp, message: string, expected: string, remedy: string, sure = true): MarkRow => ({
  signs: [sign],
  mark,
  sure,
  message,
  expected,
  remedy,
})

/** A file or an address, as people write them between the round brackets of a link. */
const TARGET = String.raw`(?:\uFFFB|https?:|mailto:|tel:|www\.|#|\.{0,2}\/|[\w%./-]+\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|docx?|xlsx?|pptx?|odt|zip)\b)`

/** Asterisks of pointers and products: “char **argv”, “T** to”. */
const NO_POINTER = String.raw`(?<!\b(?:char|int|void|float|double|long|short|bool|const|struct|T) ?)`

/** An address that is a link by itself, or a mailbox with letters that Markdown does not know in one. */
const MAILBOX = String.raw`(?:\uFFFB+|[^\s<>@\uFFFB\uFFFC]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`

const BETWEEN = 'An address stands between < and > here, but not one that they make a link of: the signs would be printed.'
const LINKED =
  'Remove < and >; for a link, write the words in square brackets and the whole address in round ones, with https:// or mailto: before it.'

const NO_LINK = 'This is meant as a link, and does not come out as one: a bracket is not closed, or a space stands in the address.'

/** From the surest to the least sure: of two that find the same place, the first is told. */
export const MARKS: readonly MarkRow[] = [
  link(
    '![',
    /!\[[^\]]*\]\([^()\s]+\.\w+(?:[ \t]*[“„«][^)\n]*|"[^)\n]*|'[^)\n]*|[ \t]+"[^"\n]*"[^)\n]+|[ \t]+'[^'\n]*'[^)\n]+)\)/gu,
    'This is meant as a picture with a caption, and does not come out as one.',
    '![what the picture shows](file.png "The caption")',
    'Write a space after the file’s name, then the caption between straight quotation marks ("), with none of these within it.',
  ),
  link(
    '![',
    /!\[[^\]]*\]\([^()\s]+\.\w+[ \t]+=\d*%?x?\d*%?\)/gu,
    'This is meant as a picture with its size, and does not come out as one.',
    '![what the picture shows](file.png)',
    'Remove the sign = and the numbers after it: pictures are as wide as they fit.',
  ),
  link(
    '![',
    /!\[[^\]]*\]\s*\([^)]*\)?/gu,
    'This is meant as a picture, and does not come out as one.',
    '![what the picture shows](file.png), with no space between ] and (, and none in the file’s name',
    'Remove the space between ] and (, close both brackets, and write a space in the name as %20.',
  ),
  link(
    '!',
    /!\[[^\]\n]*\]:?[ \t]*[\w%./-]+\.(?:png|jpe?g|gif|svg|webp)\b|(?<![\p{L}\p{N}!])!\((?:<)?[\w%./-]+\.(?:png|jpe?g|gif|svg|webp)>?\)/giu,
    'This is meant as a picture, and does not come out as one.',
    '![what the picture shows](file.png)',
    'Write what the picture shows in square brackets after the !, and right after them the file in round ones.',
  ),
  link(
    ']',
    new RegExp(String.raw`\[[^\[\]]+\]\s+\(\s*${TARGET}[^)]*\)`, 'gu'),
    'This is meant as a link, but a space or a new line stands between ] and (.',
    '[text](address)',
    'Remove the space between ] and (.',
  ),
  link(
    ')[',
    new RegExp(String.raw`\([^()]+\)\[${TARGET}[^\]]*\]`, 'gu'),
    'This is meant as a link, but the brackets are the wrong way round.',
    '[text](address)',
    'Put the text in square brackets and the address in round ones.',
  ),
  link(
    ')[',
    /\(\uFFFB+\)\[[^\]\n]+\]/gu,
    'This is meant as a link, but the brackets are the wrong way round.',
    '[text](address)',
    'Put the text in square brackets and the address in round ones.',
  ),
  link(
    '(',
    new RegExp(String.raw`\[[^\[\]()\n]+\((?:\uFFFB|https?:|mailto:|www\.)[^)\n]*\)?\](?!\()`, 'gu'),
    'This is meant as a link, but the address stands inside the square brackets.',
    '[text](address)',
    'Write ] before the (, and remove it after the ).',
  ),
  link(
    '<',
    /<(?:\uFFFB+|https?:\/\/[^\s<>]+)(?=\s|$)/gu,
    'An address begins with < here, and nothing closes it: the sign would be printed.',
    '<https://example.org>, or the address alone',
    'Write > after the address, or remove the <.',
  ),
  link(
    '<',
    new RegExp(`<(?:mailto:)?${MAILBOX}(?:[,;] *${MAILBOX})*>`, 'gu'),
    BETWEEN,
    'ana@example.org; [инфо@пример.срб](mailto:инфо@пример.срб); https://example.org',
    LINKED,
  ),
  link(
    '<',
    /<(?:[^\s<>@\uFFFB\uFFFC]+ ?@ ?[^\s<>@\uFFFB\uFFFC]+|(?:[\p{L}\p{N}-]+\.)+(?:org|com|net|info|edu|gov|int|eu|al|ba|bg|de|gr|hr|me|mk|ro|rs|si|tr|uk|срб|мкд|бг|рф))(?:\/[^\s<>]*)?>/giu,
    BETWEEN,
    'ana@example.org; [инфо@пример.срб](mailto:инфо@пример.срб); https://example.org',
    LINKED,
    false,
  ),
  link(
    'tp',
    /(?<![\p{L}\p{N}/.\uFFFC])(?:https?:\/(?!\/)|https?\/\/|https?:(?:\\|\uFFFC){1,2}|(?:htps?|htttps?|hhttps?|htpps?|tthps?|ttps?|httpss|http;|https;):?\/\/)(?=[\p{L}\p{N}-]+\.)/giu,
    'This is meant as an address on the web, and does not begin as one: it would be no link.',
    'https://example.org',
    'Write https:// before the address.',
  ),
  link(
    'mailto:',
    /(?<![\p{L}\p{N}(<"'=\uFFFC])mailto:\uFFFB+/gu,
    'The word mailto: stands before this e-mail address, as programs write it: the reader would see it.',
    'name@example.org',
    'Remove mailto: before the address, which is a link by itself.',
    false,
  ),
  link(
    '@',
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?:,|[ ]\.[ ]?|\.[ ])(?:org|com|net|edu|gov|int|info|eu|al|mk|rs|xk|me|ba|hr|bg)(?![\p{L}\p{N}])/gu,
    'This is meant as an e-mail address, but a comma or a space stands in it: it would be no link.',
    'name@example.org',
    'Write a full stop in the place of the comma, and no space.',
    false,
  ),
  link(
    'www.',
    /(?<![\p{L}\p{N}/.@-])www\.(?:\uFFFB|[\p{L}\p{N}-])+[ ]\.[ ]?(?:org|com|net|edu|gov|int|info|eu|al|mk|rs|xk|me|ba|hr|bg)(?![\p{L}\p{N}])/gu,
    'This is meant as an address on the web, and does not begin as one: it would be no link.',
    'https://example.org',
    'Write https:// before the address.',
    false,
  ),
  link(
    '](',
    /\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)?\]\((?=[^)\n]*[./#:@\uFFFB\uFFFC]|[^)\n]*$)[^)\n]*\)?/gmu,
    NO_LINK,
    '[text](address) or [text](address "a title"), with straight quotation marks',
    'Close both brackets, write a space in the address as %20, and put a title in straight quotation marks (").',
  ),
  // “Write [the text](the address)” may show how a link is written.
  link(
    '](',
    /\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)?\]\([^)\n]*\)?/gu,
    NO_LINK,
    '[text](address), or \\[text](address) where the signs are to be seen',
    'Write the address between the round brackets, or a backslash before the first bracket.',
    false,
  ),
  link(
    '[^',
    /(?<=^|[\n\r])[ \t>]*\[\^ ?[^\]\s]+ ?\] ?(?::|(?=\p{L}|\uFFFB))(?<!\[\^\S+\]:)/gu,
    'This is meant as a note, but its sign is not written as that of one: it would be printed as it is typed.',
    '[^1]: The text.',
    'Write the sign without spaces in it, and a colon and a space after it.',
  ),
  link(
    '^',
    /\[\s*\^\s*(?![a-zA-Z0-9]-[a-zA-Z0-9])[\p{L}\p{N}][^\]\s]*\s*\]:?/gu,
    'This calls a footnote that is not in the document.',
    'the same sign with the note’s text on a line of its own: [^1]: The text.',
    'Write the note at the end of the document, correct its sign, or remove the call.',
  ),
  link(
    '[^',
    /\[\^(?![a-zA-Z0-9]-[a-zA-Z0-9])[\p{L}\p{N}][^\]\s]*(?:[ \u00A0][^\]\s]+){1,4}\]/gu,
    'The name of this footnote has a space, so that it is no footnote: it would be printed as it is typed.',
    '[^name], the same in the text and before the note',
    'Write the name without spaces, in both places.',
  ),
  link(
    '![',
    /!\[[^\]\n]*\]\[[^\]\n]+\]/gu,
    'This is a picture by a name that the document does not explain.',
    'a line of its own with the picture’s file: [name]: file.png',
    'Add that line at the end of the document, or write ![what the picture shows](file.png).',
  ),
  link(
    '][',
    /(?<![\p{L}\p{N}\]])\[[^[\]\n]*\p{L}[^[\]\n]*\]\[[^[\]\n]*\]/gu,
    'This is a link by a name that the document does not explain.',
    'a line of its own with the address: [name]: https://example.org',
    'Add that line at the end of the document, or write [text](address).',
  ),
  link(
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
  link(
    ',,',
    /(?<![\p{L}\p{N},]),,(?=[\p{L}\p{N}])[^,\n\r]{1,200}?(?:''|["“”‘’])/gu,
    'Two commas stand here for the opening quotation mark: the reader would see them as they are typed.',
    'the words between the quotation marks of the language',
    'Write the quotation marks of the language before the words and after them.',
    false,
  ),
  // The quotation marks of typewriters and of manuals: ``AS IS'', `TAPE'.
  link(
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
