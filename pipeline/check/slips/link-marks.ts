import { markRow, type MarkRow } from './mark-row.ts'

/** A file or an address, as people write them between the round brackets of a link. */
const TARGET = String.raw`(?:\uFFFB|https?:|mailto:|tel:|www\.|#|\.{0,2}\/|[\w%./-]+\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|docx?|xlsx?|pptx?|odt|zip)\b)`

/** An address that is a link by itself, or a mailbox with letters that Markdown does not know in one. */
const MAILBOX = String.raw`(?:\uFFFB+|[^\s<>@\uFFFB\uFFFC]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`

const BETWEEN = 'An address stands between < and > here, but not one that they make a link of: the signs would be printed.'
const LINKED =
  'Remove < and >; for a link, write the words in square brackets and the whole address in round ones, with https:// or mailto: before it.'

const NO_LINK = 'This is meant as a link, and does not come out as one: a bracket is not closed, or a space stands in the address.'

/** Pictures, links, addresses and notes. */
export const LINK_MARKS: readonly MarkRow[] = [
  markRow(
    '![',
    /!\[[^\]]*\]\([^()\s]+\.\w+(?:[ \t]*[“„«][^)\n]*|"[^)\n]*|'[^)\n]*|[ \t]+"[^"\n]*"[^)\n]+|[ \t]+'[^'\n]*'[^)\n]+)\)/gu,
    'This is meant as a picture with a caption, and does not come out as one.',
    '![what the picture shows](file.png "The caption")',
    'Write a space after the file’s name, then the caption between straight quotation marks ("), with none of these within it.',
  ),
  markRow(
    '![',
    /!\[[^\]]*\]\([^()\s]+\.\w+[ \t]+=\d*%?x?\d*%?\)/gu,
    'This is meant as a picture with its size, and does not come out as one.',
    '![what the picture shows](file.png)',
    'Remove the sign = and the numbers after it: pictures are as wide as they fit.',
  ),
  markRow(
    '![',
    /!\[[^\]]*\]\s*\([^)]*\)?/gu,
    'This is meant as a picture, and does not come out as one.',
    '![what the picture shows](file.png), with no space between ] and (, and none in the file’s name',
    'Remove the space between ] and (, close both brackets, and write a space in the name as %20.',
  ),
  markRow(
    '!',
    /!\[[^\]\n]*\]:?[ \t]*[\w%./-]+\.(?:png|jpe?g|gif|svg|webp)\b|(?<![\p{L}\p{N}!])!\((?:<)?[\w%./-]+\.(?:png|jpe?g|gif|svg|webp)>?\)/giu,
    'This is meant as a picture, and does not come out as one.',
    '![what the picture shows](file.png)',
    'Write what the picture shows in square brackets after the !, and right after them the file in round ones.',
  ),
  markRow(
    ']',
    new RegExp(String.raw`\[[^\[\]]+\]\s+\(\s*${TARGET}[^)]*\)`, 'gu'),
    'This is meant as a link, but a space or a new line stands between ] and (.',
    '[text](address)',
    'Remove the space between ] and (.',
  ),
  markRow(
    ')[',
    new RegExp(String.raw`\([^()]+\)\[${TARGET}[^\]]*\]`, 'gu'),
    'This is meant as a link, but the brackets are the wrong way round.',
    '[text](address)',
    'Put the text in square brackets and the address in round ones.',
  ),
  markRow(
    ')[',
    /\(\uFFFB+\)\[[^\]\n]+\]/gu,
    'This is meant as a link, but the brackets are the wrong way round.',
    '[text](address)',
    'Put the text in square brackets and the address in round ones.',
  ),
  markRow(
    '(',
    new RegExp(String.raw`\[[^\[\]()\n]+\((?:\uFFFB|https?:|mailto:|www\.)[^)\n]*\)?\](?!\()`, 'gu'),
    'This is meant as a link, but the address stands inside the square brackets.',
    '[text](address)',
    'Write ] before the (, and remove it after the ).',
  ),
  markRow(
    '<',
    /<(?:\uFFFB+|https?:\/\/[^\s<>]+)(?=\s|$)/gu,
    'An address begins with < here, and nothing closes it: the sign would be printed.',
    '<https://example.org>, or the address alone',
    'Write > after the address, or remove the <.',
  ),
  markRow(
    '<',
    new RegExp(`<(?:mailto:)?${MAILBOX}(?:[,;] *${MAILBOX})*>`, 'gu'),
    BETWEEN,
    'ana@example.org; [инфо@пример.срб](mailto:инфо@пример.срб); https://example.org',
    LINKED,
  ),
  markRow(
    '<',
    /<(?:[^\s<>@\uFFFB\uFFFC]+ ?@ ?[^\s<>@\uFFFB\uFFFC]+|(?:[\p{L}\p{N}-]+\.)+(?:org|com|net|info|edu|gov|int|eu|al|ba|bg|de|gr|hr|me|mk|ro|rs|si|tr|uk|срб|мкд|бг|рф))(?:\/[^\s<>]*)?>/giu,
    BETWEEN,
    'ana@example.org; [инфо@пример.срб](mailto:инфо@пример.срб); https://example.org',
    LINKED,
    false,
  ),
  markRow(
    'tp',
    /(?<![\p{L}\p{N}/.\uFFFC])(?:https?:\/(?!\/)|https?\/\/|https?:(?:\\|\uFFFC){1,2}|(?:htps?|htttps?|hhttps?|htpps?|tthps?|ttps?|httpss|http;|https;):?\/\/)(?=[\p{L}\p{N}-]+\.)/giu,
    'This is meant as an address on the web, and does not begin as one: it would be no link.',
    'https://example.org',
    'Write https:// before the address.',
  ),
  markRow(
    'mailto:',
    /(?<![\p{L}\p{N}(<"'=\uFFFC])mailto:\uFFFB+/gu,
    'The word mailto: stands before this e-mail address, as programs write it: the reader would see it.',
    'name@example.org',
    'Remove mailto: before the address, which is a link by itself.',
    false,
  ),
  markRow(
    '@',
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?:,|[ ]\.[ ]?|\.[ ])(?:org|com|net|edu|gov|int|info|eu|al|mk|rs|xk|me|ba|hr|bg)(?![\p{L}\p{N}])/gu,
    'This is meant as an e-mail address, but a comma or a space stands in it: it would be no link.',
    'name@example.org',
    'Write a full stop in the place of the comma, and no space.',
    false,
  ),
  markRow(
    'www.',
    /(?<![\p{L}\p{N}/.@-])www\.(?:\uFFFB|[\p{L}\p{N}-])+[ ]\.[ ]?(?:org|com|net|edu|gov|int|info|eu|al|mk|rs|xk|me|ba|hr|bg)(?![\p{L}\p{N}])/gu,
    'This is meant as an address on the web, and does not begin as one: it would be no link.',
    'https://example.org',
    'Write https:// before the address.',
    false,
  ),
  markRow(
    '](',
    /\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)?\]\((?=[^)\n]*[./#:@\uFFFB\uFFFC]|[^)\n]*$)[^)\n]*\)?/gmu,
    NO_LINK,
    '[text](address) or [text](address "a title"), with straight quotation marks',
    'Close both brackets, write a space in the address as %20, and put a title in straight quotation marks (").',
  ),
  // “Write [the text](the address)” may show how a link is written.
  markRow(
    '](',
    /\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)?\]\([^)\n]*\)?/gu,
    NO_LINK,
    '[text](address), or \\[text](address) where the signs are to be seen',
    'Write the address between the round brackets, or a backslash before the first bracket.',
    false,
  ),
  markRow(
    '[^',
    /(?<=^|[\n\r])[ \t>]*\[\^ ?[^\]\s]+ ?\] ?(?::|(?=\p{L}|\uFFFB))(?<!\[\^\S+\]:)/gu,
    'This is meant as a note, but its sign is not written as that of one: it would be printed as it is typed.',
    '[^1]: The text.',
    'Write the sign without spaces in it, and a colon and a space after it.',
  ),
  markRow(
    '^',
    /\[\s*\^\s*(?![a-zA-Z0-9]-[a-zA-Z0-9])[\p{L}\p{N}][^\]\s]*\s*\]:?/gu,
    'This calls a footnote that is not in the document.',
    'the same sign with the note’s text on a line of its own: [^1]: The text.',
    'Write the note at the end of the document, correct its sign, or remove the call.',
  ),
  markRow(
    '[^',
    /\[\^(?![a-zA-Z0-9]-[a-zA-Z0-9])[\p{L}\p{N}][^\]\s]*(?:[ \u00A0][^\]\s]+){1,4}\]/gu,
    'The name of this footnote has a space, so that it is no footnote: it would be printed as it is typed.',
    '[^name], the same in the text and before the note',
    'Write the name without spaces, in both places.',
  ),
  markRow(
    '![',
    /!\[[^\]\n]*\]\[[^\]\n]+\]/gu,
    'This is a picture by a name that the document does not explain.',
    'a line of its own with the picture’s file: [name]: file.png',
    'Add that line at the end of the document, or write ![what the picture shows](file.png).',
  ),
  markRow(
    '][',
    /(?<![\p{L}\p{N}\]])\[[^[\]\n]*\p{L}[^[\]\n]*\]\[[^[\]\n]*\]/gu,
    'This is a link by a name that the document does not explain.',
    'a line of its own with the address: [name]: https://example.org',
    'Add that line at the end of the document, or write [text](address).',
  ),
]
