import type { MarkRow } from './mark-row.ts'
import { said, wording } from '../../wording.ts'

/** What stays in a text when it is copied out of another program, or generated from another format. */
const row = (signs: string, mark: RegExp, what: string, remedy: string, sure = true): MarkRow => ({
  signs: signs.split(' '),
  mark,
  sure,
  message: wording`${{ what: said(what) }}: here it would be printed as it stands.`,
  expected: 'the text that a reader is to see',
  remedy,
})

const WRITE = 'Write what it stands for, or remove it.'

/** Words after a part of a word that stands for the whole one: “pre- and post-war”. */
const JOINING =
  'and|or|to|nor|but|as|rather|than|versus|vs|dhe|ose|apo|si|e|и|или|ни|а|до|те|као|како|односно|i|ili|ni|te|do|kao|odnosno|in|ali|ter|und|oder|bis|sowie|ve|veya|ya|ile|și|sau|și|και|ή|és|vagy|ou|et|o|y|ed'

export const LEFTOVERS: readonly MarkRow[] = [
  // Fields of Word, by their names and switches (ECMA-376, 17.16.5), and what they show when they are broken.
  row('HYPERLINK PAGEREF SEQ MERGEFIELD TOC INCLUDEPICTURE STYLEREF', /(?<!\w)(?:HYPERLINK\s+(?:\\l\s+)?["“][^"”\n]+["”]|PAGEREF\s+_\w+(?:\s+\\h)?|SEQ\s+\p{L}+\s+(?:\\|\uFFFC)[*\uFFFC]\s+ARABIC|MERGEFIELD\s+\w+|TOC\s+\\o\s+["“][^"”\n]*["”]|INCLUDEPICTURE\s+["“][^"”\n]+["”]|STYLEREF\s+\S+)/gu, 'A field of Word', WRITE),
  row('MERGEFORMAT', /(?:\\|\uFFFC)[*\uFFFC]\s+MERGEFORMAT/gu, 'A switch of a field of Word', WRITE),
  row('! :', /(?:Error! |Gabim! |Грешка! |Greška! |Fehler! )(?=(?:Bookmark not|Reference source not|No text of|Hyperlink reference not|Unknown |Not a valid|Filename not|Faqeruajtësi|Burimi|Обележивач|Извор|Обележувачот|Изворот|Oznaka|Bookmark|Izvor|Textmarke|Verweisquelle))[^\n]{0,60}?[.!]/gu, 'What Word shows where a reference leads nowhere', 'Write the number or the name that it stood for.'),
  row('_Toc _Ref _Hlk', /(?<![\w#])_(?:Toc|Ref|Hlk)\d{5,}(?!\w)/gu, 'The name of a bookmark of Word', 'Remove it.'),
  row('enter', /Click (?:or tap )?here to enter (?:text|a date)\.|\[Click here to enter text\]/gu, 'A place of a Word form that is not filled in', 'Write the text, or remove it.', false),
  row('<', /<\/?(?:[owmv]|st1|w1\d|ac|ri):[a-z][\w-]*(?:\s[^<>\n]*)?\/?>/giu, 'A tag of Word or Confluence', 'Remove it.'),
  row('[', /(?<!\p{L})(?:Comment(?:ed)?|Koment|Коментар|Komentar) ?\[\p{Lu}{1,4}\d+(?:R\d+)?\]:/gu, 'A comment of Word', 'Remove it, and its sign in the text.', false),
  row('\f', /^\f+$/gu, 'The end of a page as Word writes it', 'Remove it: pages are set by themselves.', false),
  // Words that were parted at the end of a line, in a text copied from a PDF. A part that is left out has a word such as “and” after it.
  row('-', new RegExp(String.raw`(?<![\p{L}\p{N}’'-])\p{L}{2,}-(?:\n[ \t>]*| )(?!(?:${JOINING})(?!\p{L}))\p{Ll}{2,}`, 'gu'), 'A word parted by a hyphen and a space, as at the end of a line', 'Join the two parts; where the hyphen belongs to the word, remove the space alone.', false),
  // What was to be written later.
  row('orem', /(?<!\p{L})lorem ipsum dolor/giu, 'The text that designers fill pages with', WRITE, false),
  row('TODO FIXME TBD', /(?<![\p{L}\p{N}_])(?:TODO|FIXME|TBD):(?!:)/gu, 'A word for what is still to be done', 'Do it, or write it as a comment: <!-- remark -->.', false),
  // Comments of Google Docs, below the text.
  row('[', /^\[[a-z]{1,2}\](?=\p{Lu}\p{Ll})/gmu, 'A comment of Google Docs ([a])', 'Remove it, and its letter in the text.', false),
  // What e-mails and scanned pages leave.
  row('[', /\[cid:[^\]\s]+\]/gu, 'A picture that was in an e-mail ([cid:…])', 'Save the picture beside document.md, and write it as ![what it shows](file.png); or remove it.'),
  row('-----', /^-{3,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Mesazhi origjinal|Оригинална порака|Оригинална порука|Originalna poruka) ?-{3,}$/gimu, 'The line of a mail program above another message', 'Remove it.', false),
  row('0 1', /(?<![\p{L}\p{N}_./-])(?:\p{Script=Cyrillic}+[01]\p{Script=Cyrillic}{2,}|0\p{Script=Cyrillic}{3,}|\p{Lu}?\p{Script=Latin}{3,}1\p{Ll}{4,}|0(?!x)[\p{Script=Latin}]{4,})(?![\p{L}\p{N}_./(-])/gu, 'A digit within a word, for a letter that a scanner misread', 'Write the letter.', false),
  row('¬', /(?<=\p{Ll})¬[ \t]*\n?(?=\p{Ll})/gu, 'The sign of a scanned text for a word that is parted (¬)', 'Join the two parts.', false),
  { ...row('', /(?<![\p{L}\p{N}’'.,-] ?)(?!(?:a b|x y|w x|i j|n m|p q) )(?:\p{L} ){4,}\p{L}(?![\p{L}\p{N}’'.-])/giu, 'A word with spaces between its letters', 'Write the word without them: how wide it is set belongs to the look of the publication.', false), signs: [' '] },
  // What a spreadsheet shows in place of a value that it cannot find.
  row('#', /(?<![\p{L}\p{N}#])#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|N\/A(?![\p{L}\p{N}]))/gu, 'An error of a spreadsheet (#REF!)', 'Write the value, or leave the place empty.', false),
  row('=', /(?<=^[\uFFFC\s]*)=[A-Z]{2,12}\([^()\n]*\)(?=[\uFFFC\s]*$)/gmu, 'A formula of a spreadsheet (=SUM(…))', 'Write the value, or leave the place empty.', false),
  // Entities that were encoded twice, or lack their end.
  row('\uFFFC', /\uFFFC{5}(?:nbsp|lt|gt|quot|apos|amp|mdash|ndash|hellip|[lr][sd]quo|[a-z]{1,2}(?:acute|grave|uml|circ|cedil|caron)|#x?[\dA-Fa-f]{2,6});/gu, 'A sign as HTML writes it, with an & too much', 'Write the sign itself.', false),
  row('&', /&(?:nbsp|quot|copy|reg|mdash|ndash|hellip|[lr][sd]quo|[a-zA-Z]{1,2}(?:acute|grave|uml|circ|cedil|caron))(?![\w;=])/gu, 'A sign as HTML writes it, without the semicolon at its end', 'Write the sign itself.', false),
  // Manuals (man, Texinfo) and remarks of programs (Javadoc).
  row('.', /^[ \t]*\.(?:TH|SH|SS|PP|TP|IP|BR|IR|RS|RE|nf|fi)(?:[ \t]+\S.*)?$/gmu, 'A command of a manual page', 'Write it in Markdown: ## heading, **strong**, *emphasis*.', false),
  row('\\f', /\\f[BIRP](?=[\S])/gu, 'A face of a manual page (\\fB)', 'Write **strong** or *emphasis*.', false),
  row('@', /^[ \t]*@(?:chapter|section|subsection|node|item|itemize|end|menu|table|example|verbatim)(?:[ \t]+\S.*)?$|(?<![\w@.])@(?:code|samp|file|var|emph|strong|uref|url|ref|xref|pxref|command|option|kbd|key|dfn|cite|acronym|footnote|anchor|env)\{[^{}\n]*\}/gmu, 'A command of Texinfo', 'Write it in Markdown: ## heading, - item.', false),
  row('@', /^[ \t]*@(?:param|returns?|throws|see|since|deprecated)[ \t]+\S/gmu, 'A remark of a program (@param)', 'Write it in words.', false),
  row('{@', /\{@(?:link|linkplain|code|literal|value|inheritDoc)\b[^}\n]*\}/gu, 'A command of Javadoc ({@…})', 'Write `code`, or [text](address).', false),
  // Texts that were encoded for an e-mail, an address or a program.
  row('=', /(?:=[C-F][\dA-F](?:=[89AB][\dA-F])+)+/gu, 'A letter as e-mails encode it', 'Write the letter itself.'),
  row('%', /(?<![\w/.?=&-])\p{L}*(?:%[C-F][\dA-F]%[89AB][\dA-F])+\p{L}*(?![\w/])|(?<![\w/.?=&-])\p{L}+(?:%20\p{L}+)+(?![\w/.])/gu, 'A word as addresses encode it', 'Write its letters and spaces themselves.', false),
  row('\\n', /(?<=[\p{L}.!?])\\n[^\\\n]*\\n(?=\p{L})/gu, 'The end of a line as programs write it (\\n)', 'Begin a new line.', false),
  row('\\', /\\[vcHkru]\{\p{L}\}/gu, 'A letter as LaTeX writes it', 'Write the letter itself, such as š.', false),
  // Four asterisks between words: two pairs that a word processor wrote around nothing.
  row('****', /(?<=[\p{L}.,])\*{4}(?=\p{L})/gu, 'Four asterisks between words', 'Remove them, or write ** before and after what is to be strong.', false),
] // prettier-ignore
