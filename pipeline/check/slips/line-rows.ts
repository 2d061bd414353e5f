import type { Saying } from './slip.ts'

/** Spaces that look like one and are none to Markdown: no-break, of some width, of no width. */
const ODD_SPACE = String.raw`[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]`

const HEADING = {
  message: 'This is meant as a heading, but no space stands after the #.',
  expected: '## Heading',
  remedy: 'Write a space after the #; to show the sign itself, write \\#.',
}
const ITEM = {
  message: 'This is meant as a list, but no space stands after the sign: the lines run together in one paragraph.',
  expected: '- item, or 1. item',
  remedy: 'Write a space after the sign, and an empty line before the list.',
}
const ODD = {
  message: 'After the sign stands another space than the usual one (a no-break space, such as Word writes): the sign would be printed.',
  expected: 'the sign and the space of the space bar',
  remedy: 'Delete the space after the sign, and type it anew.',
}
const ODD_BEFORE = {
  message: 'Before the sign stands another space than the usual one (a no-break space, such as Word writes): the sign would be printed.',
  expected: '## Heading, at the beginning of the line',
  remedy: 'Delete the space before the sign.',
}
const FAR = {
  message: 'This line is indented so far that it goes on with the paragraph before, and its sign would be printed.',
  expected: 'the sign at the beginning of the line, after an empty line',
  remedy: 'Remove the spaces before the line, and put an empty line before it.',
}
export const BULLETS = {
  message: 'These lines begin with a bullet or a number, but are no list: they run together in one paragraph.',
  expected: '- item, or 1. item, each on a line of its own',
  remedy: 'Write - and a space in place of the bullet, or 1. in place of the number or letter, and an empty line before the first.',
}
const LINE_BLOCK = {
  message: 'These lines begin with a bar, as other tools write lines that stay apart: here they run together in one paragraph.',
  expected: 'a backslash at the end of each line but the last',
  remedy: 'Remove the bars, and end each line but the last with a backslash.',
}
export const DEEPER = {
  message:
    'This line is meant as an item within the item above, as wikis write it: here it goes on with that item, and its signs would be printed.',
  expected: '- and a space, as far to the right as the text of the item above',
  remedy: 'Write - and a space in place of the signs, and put two spaces before it for each sign but one.',
}
export const UNDERLINED = {
  message: 'The line of signs under this text is meant to make a heading of it, as reStructuredText does: here it would be printed.',
  expected: '## Heading',
  remedy: 'Write ## and a space before the text, and remove the line of signs.',
}
const FIELDS = {
  message: 'These lines are properties as AsciiDoc, reStructuredText or Org mode write them: here they would be printed.',
  expected: 'title, date and authors in the front matter at the top of the document',
  remedy: 'Remove them, or write them in the front matter.',
}
const TASKS = {
  message: 'This begins with a box to be ticked, but is no list: the box would be printed as it is typed.',
  expected: '- [x] done, or - [ ] to do, each on a line of its own',
  remedy: 'Write - and a space before the box, and an empty line before the list.',
}
const SEVENTH = {
  message: 'There are six levels of headings, ###### at most: this line would be printed with its signs.',
  expected: 'one to six #',
  remedy: 'Remove a # or more.',
}
export const BACKSLASH = {
  message: 'A backslash at the end of a paragraph, or before a space at the end of a line, would be printed.',
  expected: 'a backslash as the very last sign of a line that another one follows',
  remedy: 'Remove it, or the space after it.',
}
const RULE = {
  message: 'These signs are meant as a line across the page, and would be printed as they are typed.',
  expected: '--- on a line of its own, between two empty lines',
  remedy: 'Write three hyphens in the place of the signs.',
}
const SIGNS_ALONE = {
  message:
    'Nothing but signs stands here, as other tools begin and end a box, a slide or a block: they would be printed as they are typed.',
  expected: 'words, or --- for a line across the page',
  remedy: 'Remove the signs; where a line across the page is meant, write three hyphens between two empty lines.',
}
const TERMS = {
  message: 'These lines are words with their explanations as AsciiDoc writes them: here they run together in one paragraph.',
  expected: '- **word**: explanation',
  remedy: 'Write each as an item of a list, as shown.',
}
const NO_ADDRESS = {
  message: 'This line gives a name for an address, and no address: it would be printed as it is typed.',
  expected: '[name]: https://example.org',
  remedy: 'Write the address after the colon, or remove the line.',
}
const TAGS = {
  message: 'These lines are meant as headings, as items of a list, or as tags of another tool: here they run together in one paragraph.',
  expected: '## Heading, or - item, or 1. item',
  remedy: 'Write ## and a space for a heading, - and a space for an item; remove the tags of a notebook.',
}
export const FENCE = {
  message: 'These quotation marks are meant as the lines before and after a block of code, and would be printed as they are typed.',
  expected: '``` on a line of its own before the code, and after it',
  remedy: 'Write the sign ` three times in the place of the marks.',
}
const TAG = {
  message: 'This is meant as a heading, or as a tag of another tool: here it would be printed as it is typed.',
  expected: '## Heading, with a space after the #',
  remedy: 'Write ## and a space for a heading; remove the tags of a notebook.',
}

const NOTE = {
  message: 'This is meant as a note, or as the address of a link, and is neither: it would be printed as it is typed.',
  expected: '[^1]: The note, which [^1] calls in the text; or [1]: https://example.org',
  remedy: 'Write ^ before the number, here and where the note is called; an address has no spaces in it.',
}
const PAGE = {
  message: 'This looks like the number of a page of the document that the text was copied from: it would be printed within the text.',
  expected: 'nothing: pages are numbered by themselves',
  remedy: 'Remove the line.',
}

/** A line with nothing but the number of a page: Page 3 of 10, – 3 –. */
const PAGE_NUMBER =
  /^(?:(?:Page|Faqe|Faqja|Страна|Страница|Стр\.|Strana|Stranica|Str\.|Seite|Sayfa|Pagina)[ \u00A0](?:\|[ \u00A0]?)?\d{1,4}(?:[ \u00A0]?(?:\/|of|nga|од|от|od|von)[ \u00A0]?\d{1,4})?|\d{1,4}[ \u00A0]?\|[ \u00A0]?P ?a ?g ?e|[–—][ \u00A0]?\d{1,4}[ \u00A0]?[–—])[ \t]*$/u

/** A beginning of lines that means something else. From `least` such lines on, the finding is sure. */
interface LineRow {
  readonly begins: RegExp
  readonly least: number
  /** True if fewer lines than `least` are reported too. */
  readonly alone: boolean
  /** True if no number of lines makes it sure. */
  readonly isDoubtful?: true
  readonly saying: Omit<Saying, 'sure'>
}

/** A line with nothing but the option of a command, without its hyphen. */
const OPTION = String.raw`(?:\p{Lu}\p{L}+|[\p{L}\d]+[-=]\S*)[ \t]*$`

/** Properties that by themselves tell that they are some. */
const FIELD = '(?:toc|author|authors|date|title|PROPERTIES|sectnums|icons|imagesdir|doctype)'

export const LINES: readonly LineRow[] = [
  { begins: new RegExp(String.raw`^(?:#{1,6}|[-+*•])${ODD_SPACE}`, 'u'), least: 1, alone: true, saying: ODD },
  { begins: new RegExp(String.raw`^\d{1,3}[.)]${ODD_SPACE}`, 'u'), least: 2, alone: true, saying: ODD },
  { begins: new RegExp(String.raw`^${ODD_SPACE}+#{1,6}[ \t]+\S`, 'u'), least: 1, alone: true, saying: ODD_BEFORE },
  { begins: /^#{7,}[ \t]/u, least: 1, alone: true, saying: SEVENTH },
  { begins: /^#{2,6}(?=[\p{L}\p{N}\p{Extended_Pictographic}“„«"‘(\uFFFC])/u, least: 1, alone: true, saying: HEADING },
  { begins: /^#{1,6}[ \t]+\S/u, least: 1, alone: true, saying: FAR },
  // “-v” by itself is an option of a command, and so may be “-Wall” and “-x-y=no” on lines of their own.
  { begins: new RegExp(String.raw`^[-+](?=\p{L}[\p{L}\d])(?!${OPTION})`, 'u'), least: 2, alone: true, saying: ITEM },
  { begins: new RegExp(String.raw`^-(?=${OPTION})`, 'u'), least: Infinity, alone: true, saying: ITEM },
  { begins: /^\*(?=\p{L})/u, least: 2, alone: false, saying: ITEM },
  { begins: /^\d{1,3}\)(?=\p{L})/u, least: 2, alone: true, saying: ITEM },
  { begins: /^\d{1,3}\.(?=\p{L})/u, least: 2, alone: false, saying: ITEM },
  { begins: /^[-+*][ \t]{1,4}\S/u, least: 2, alone: false, saying: FAR },
  { begins: /^(?:[•‣◦▪●○■□►◆➢➤✓✔·⁃∙\uF0A7\uF0B7\uF0D8\uF0FC\uF076][ \t]*|[→➔➜⇒][ \t]+)\S/u, least: 2, alone: true, saying: BULLETS },
  // Pictures and signs that are set before each line. Lines of rights begin with signs as well.
  {
    begins: /^(?![©®™°✓✔➔➜➢➤►◆\uFFFC\u2500-\u259F])(?:\p{So}|\p{Extended_Pictographic})\uFE0F?[ \t]*\p{L}/u,
    least: 2,
    alone: false,
    isDoubtful: true,
    saying: BULLETS,
  },
  { begins: /^(?:[»›~§]|\*\)|[-=]>|-{2,3}|\.|#\.)[ \t]+\p{L}/u, least: 2, alone: false, isDoubtful: true, saying: BULLETS },
  { begins: /^\|[ \t]+[^|\n]+$/u, least: 2, alone: false, isDoubtful: true, saying: LINE_BLOCK },
  { begins: /^\p{L}[^:\n]{0,40}(?<=[\p{L}\d])::[ \t]+\S/u, least: 2, alone: false, isDoubtful: true, saying: TERMS },
  { begins: /^\[[^\]\n^]+\]:[ \t]*$/u, least: 1, alone: false, isDoubtful: true, saying: NO_ADDRESS },
  { begins: /^\[\d{1,3}\]:[ \t]+\S/u, least: 1, alone: false, isDoubtful: true, saying: NOTE },
  { begins: /^#(?=\p{L})/u, least: 2, alone: false, isDoubtful: true, saying: TAGS },
  // The second bullet of Word.
  { begins: /^o[ \t]+\S/u, least: 2, alone: false, saying: BULLETS },
  { begins: /^\[[ xX]\][ \t]+\S/u, least: Infinity, alone: true, saying: TASKS },
  { begins: /^\[[/><!?*"-]\][ \t]+\p{L}/u, least: Infinity, alone: true, saying: TASKS },
  { begins: new RegExp(String.raw`^:${FIELD}:(?:[ \t]+\S.*)?$`, 'u'), least: 1, alone: false, isDoubtful: true, saying: FIELDS },
  {
    begins: new RegExp(String.raw`^:(?!${FIELD}:)[A-Za-z][\w-]*:(?:[ \t]+\S.*)?$`, 'u'),
    least: 2,
    alone: false,
    isDoubtful: true,
    saying: FIELDS,
  },
]

/** What a paragraph of a single line says in whole. */
export const LONE_LINES: readonly (readonly [whole: RegExp, saying: LineRow['saying']])[] = [
  [/^(?:[-–—―_]{2,}|[–—―](?:[ \t]*[–—―])+|={3,}|~{3,})[ \t]*$/u, RULE],
  [PAGE_NUMBER, PAGE],
  [/^(?:([/|'"%$&<>\\])\1{2,}|[.·•§¶])[ \t]*$/u, SIGNS_ALONE],
  [/^([.~·•§])(?:[ \t]+\1)+[ \t]*$/u, RULE],
  [/^#(?=\p{L})[^\n]*[^.!?…:;,\s”")][ \t]*$/u, TAG],
]
