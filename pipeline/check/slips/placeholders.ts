import type { MarkRow } from './mark-row.ts'
import { said, wording } from '../../wording.ts'

/** What a program or a person was to fill in, and did not. A program’s text about such a place has it as code. */
const row = (signs: string, mark: RegExp): MarkRow => ({
  signs: signs.split(' '),
  mark,
  sure: false,
  message: wording`${{ what: said('A place that is not filled in') }}: here it would be printed as it stands.`,
  expected: 'the text that a reader is to see',
  remedy: 'Write the text that it stands for; where it is to be seen so, write ` before it and after it.',
})

/** Words for what forms ask for. */
const ASKED =
  'NAME|FULL NAME|FIRST NAME|LAST NAME|DATE|TITLE|ADDRESS|E-?MAIL|PHONE|CITY|TOWN|COUNTRY|COMPANY|ORGANI[SZ]ATION|AMOUNT|NUMBER|LINK|URL|LOGO|SIGNATURE|TBC|TBD|XX+'

/** The same, as forms of the region have them with a capital. */
const NAMED =
  'Name|Full [Nn]ame|First [Nn]ame|Last [Nn]ame|Date|Title|Address|E-?mail|Phone|City|Town|Country|Company|Organi[sz]ation|Signature|Place|Emri|Data|Adresa|Titulli|Vendi|Nënshkrimi|Име|Датум|Адреса|Наслов|Место|Потпис|Назив|Ime|Datum|Naslov|Mesto|Mjesto|Potpis|Naziv'

/** The rows, by the program that fills them in, or by what a form leaves open. */
export const PLACEHOLDERS: readonly MarkRow[] = [
  // Shells, Make, JavaScript, Ruby, PHP, Smarty.
  row('${', /(?<![\w$])\$\{[A-Za-z_][\w.:-]*\}(?![/\w])/gu),
  row('#{', /(?<![\w#])#\{[A-Za-z_@][\w.]*\}/gu),
  row('{$', /(?<![\w{])\{\$[A-Za-z_][\w.>-]*\}(?!\})/gu),
  row('$(', /(?<![\w$])\$\((?!(?:this|document|window|function)\))[A-Za-z_]\w*\)(?![/\w])/gu),
  // Python, ICU, .NET, Swift: a name, or the number of a value. A path of an interface has names too: /users/{code}; and a
  // description of it has types.
  row('{', /(?<![\w{$#%@/=.\\:,^-])\{(?!(?:string|number|integer|int|float|boolean|bool|bigint|object|array|any|null|undefined|function|symbol|void|this|sic)\})(?:[a-z][a-z\d]*(?:[_.-][a-z\d]+)+|[a-z]{3,}|[a-z]+[A-Z]\w*|\d)\}(?![\w}/({=-])/gu),
  row('%(', /%\([A-Za-z_]\w*\)[sdif]/gu),
  row('%', /(?<=^|[\s"'“„(«])(?<!\d[ \u00A0])%(?:\d\$)?[sd](?=$|[\s.,;:!?"'”“)»])/gu),
  // Batch files and merges of letters. A path of Windows begins with a name as well: %APPDATA%\Editions.
  row('%', /(?<![\w%/\\])%(?!(?:APPDATA|LOCALAPPDATA|PROGRAMFILES|PROGRAMDATA|USERPROFILE|TEMP|TMP|PATH|HOME|WINDIR|SYSTEMROOT)%)[A-Z][A-Z\d_]+%(?![\w%/\\])/gu),
  // To Markdown, *|NAME|* is emphasis.
  row('|', /[*\uFFFC]\|[A-Z][A-Z\d_:]*\|[*\uFFFC]/gu),
  row('[%', /\[%-?[ \t]*[A-Za-z_][^[\]%\n]*%\]/gu),
  // Autoconf; substitutions of reStructuredText; variables of Pandoc and StringTemplate.
  row('@', /(?<![\w@.])@@?[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)*@@?(?![\w@])/gu),
  row('|', /(?<![\w|\\\uFFFC])\|(?:version|release|today|year|date|name|project|product|title|author|copyright|company)\|(?![\w|])/gu),
  row('$', /(?<![\w$\\])\$[a-z]{3,}(?:[._-][a-z]+)*\$(?![\w$])/gu),
  row('::', /(?<![\w:]):{2}[A-Za-z]\w+:{2}(?![\w:])/gu),
  // Forms and letters.
  row('X x', /(?<![\p{L}\p{N}.,])(?:[€£] ?[xX]{1,3}(?:[.,][xX]{2,3})*|\$ ?X{2,3}(?:[.,]X{2,3})*|X{1,3}(?:[.,]X{2,3})+)(?![\p{L}\p{N}])/gu),
  row('xx', /(?<=^|[\s(“„"])xx\.?(?=[ \u00A0]\p{L}{3,}\.?[ \u00A0]\d{4}(?!\d))/gu),
  row('XX', /(?<![\w.])XX?[./-][ \u00A0]?XX?[./-][ \u00A0]?(?:\d\dXX|XX(?:XX)?)(?![\w])/gu),
  row('[', new RegExp(String.raw`\[(?:(?:insert|enter|type|add|fill in|your|YOUR)[ \t][^\]\n]{2,60}|(?:[A-Z]+ )?(?:${ASKED})|d{1,2}[./-]m{1,2}[./-]y{2,4}|yyyy)\](?![([:])`, 'gu')),
  row('[', new RegExp(String.raw`(?<![\p{L}\p{N}\]])\[(?:${NAMED})\](?![([:])`, 'gu')),
  row('[', /\[(?:Insert|Enter|Type|Add|Fill in|Your|INSERT|ENTER|TYPE|ADD)[ \t][^\]\n]{2,60}\](?![([:])/gu),
] // prettier-ignore
