import { describe, expect, test } from 'vitest'
import { checkSource } from '../bench/checks/pairs.ts'
import { createPublication } from '../small-publication.ts'

/** A source, and the lines of it at which something is told. */
type Case = readonly [markdown: string, ...lines: number[]]

/** The lines at which something is told, and how gravely. */
const found = (markdown: string): string[] =>
  checkSource(markdown, ['broken-markdown', 'doubtful-markdown']).map(({ line, severity }) => `${line} ${severity}`)

/** Sources in which something would be printed as typed, or come out as something else, by the lines at which it is told. */
const BROKEN: Readonly<Record<string, readonly Case[]>> = {
  'emphasis and code': [
    ['This is **bold **and more.', 1],
    ['This is ** bold** and more.', 1],
    ['This is ** bold ** and more.', 1],
    ['This is **bold and more.', 1],
    ['This is bold** and more.', 1],
    ['One line.\nThis is **bold and more.', 2],
    ['The next *word is never closed.', 1],
    ['He said “*word and went.', 1],
    ['This is __bold __and more.', 1],
    ['This ~~is gone and more.', 1],
    ['Press `Enter and wait.', 1],
    ['**“Quoted”**word and more.', 1],
    ['## A **heading', 1],
    ['- **item', 1],
    ['| A | B |\n|---|---|\n| **a | b |', 3],
    ['> A *quoted **line', 1, 1],
  ],
  'links and pictures': [
    ['See [the report] (https://example.org/report).', 1],
    ['See [the report] (report.pdf).', 1],
    ['See [the report]\n(https://example.org/report).', 1],
    ['See [the report](https://example.org/a report).', 1],
    ['See [the report](https://example.org “Title”).', 1],
    ['See [the report](https://example.org', 1],
    ['See (the report)[https://example.org].', 1],
    ['See ![the map] (map.png).', 1],
    ['See ![the map](the map.png).', 1],
    ['A note[^9] that nobody wrote.', 1],
    ['A note[^ 9] that nobody wrote.\n\n[^9]: Text.', 1],
    ['See [the annex][annex].', 1],
    ['See [the annex][].', 1],
    ['See [the **annex**][annex].', 1],
  ],
  'headings and lists': [
    ['o one\no two', 1],
    ['\uF0B7 one\n\uF0B7 two', 1],
    ['##Heading', 1],
    ['Text\n##Heading', 2],
    ['## Heading\n\n####Heading four', 3],
    ['##\u00A0Heading', 1],
    ['#\u202FHeading', 1],
    ['####### Heading', 1],
    ['## Heading##', 1],
    ['-item one\n-item two', 1],
    ['-apples\n-pears', 1],
    ['*item one\n*item two', 1],
    ['+item one\n+item two', 1],
    ['1)item one\n2)item two', 1],
    ['1.item one\n2.item two', 1],
    ['-\u00A0item one\n-\u00A0item two', 1],
    ['1.\u00A0item one\n2.\u00A0item two', 1],
    ['Text:\n    - one\n    - two', 2],
    ['Text:\n     ## Heading', 2],
    ['• one\n• two', 1],
    ['Text:\n• one\n• two', 2],
    ['Text:\n2. two\n3. three', 2],
    ['a) one\nb) two', 1],
    ['– one\n– two', 1],
    ['→ one\n→ two', 1],
    ['I. one\nII. two', 1],
    ['Text:\nIII. three\nIV. four', 2],
    ['Text:\n— one\n— two', 2],
    ['(1) one\n(2) two', 1],
    ['> • one\n> • two', 1],
    ['Some text.\n\nThe end of the paragraph is this sentence.\n---\n\nMore.', 3],
    ['The paragraph goes on\nfor two lines\n---', 1],
    ['The end of the paragraph is this sentence.\n===', 1],
    ['The text ends here.\\', 1],
    ['The line ends here.\\ \nThe next.', 1],
    ['+------+----+\n| Town | No |\n+======+====+\n| Peja | 12 |\n+------+----+', 1],
    ['+------+\n| Box  |\n+------+', 1],
  ],
  'tables and code': [
    ['| Town | Result |\n| Prishtina | 12 |\n| Skopje | 9 |', 1],
    ['| Town | Result |\n|---|\n| Skopje | 9 |', 1],
    ['| Town | Result |\n|---|---|---|\n| Skopje | 9 |', 1],
    ['| Town | Result |\n\n|---|---|\n| Skopje | 9 |', 3],
    ['Town | Result\n--- | --- | ---\nSkopje | 9', 1],
    ['## Install\n\n```sh\nnpm install\n\n## Contact\n\nText.', 3],
    ['~~~\nnpm install\n\nText.', 1],
    ['````\nnpm install\n```\n\nText.', 1],
    ['```sh\nnpm install\n\n## Contact\n\n```js\nx\n```', 1],
    ['```\nnpm install\n``` ends here\n\nText.', 1],
    ['- item\n\n  ```\n  code', 3],
    ['Text.\n\n```', 3],
  ],
  'other tools': [
    ['{toc}', 1],
    ['${toc}', 1],
    ["import Foo from './foo'", 1],
    ["import * as Foo from './foo'", 1],
    ["import './style.css'", 1],
    ['#+BEGIN_QUOTE\nWords\n#+END_QUOTE', 1, 3],
    ['## Costs {#costs}', 1],
    ['A text{.class} and more.', 1],
    ['## Costs {: #costs }', 1],
    [':::tip\nAsk early.\n:::', 1, 3],
    ['::: {.callout-note}\n\nAsk early.\n\n:::', 1, 5],
    ['!!! note\n    Ask early.', 1],
    ['!!! warning "Title"\n    Ask early.', 1],
    ['> [!INFO]\n> Ask early.', 1],
    ['> [!tip]- A title\n> Ask early.', 1],
    ['\\newpage', 1],
    ['\\pagebreak', 1],
    ['A \\textbf{bold} word, \\cite{x}.', 1, 1],
    ['It costs ==nothing==.', 1],
    ['It costs ++nothing++.', 1],
    ['x^2^ is it, H~2~O.', 1, 1],
    ['![[picture.png]]', 1],
    ['[TOC]', 1],
    ['[[toc]]', 1],
    ['Text %%a remark%% here.', 1],
    ['Text^[a note] here.', 1],
    ['As said [@smith2004, p. 3].', 1],
    ['See @fig:map for it.', 1],
    ['*[HTML]: Hyper Text', 1],
    ['== Heading', 1],
    ['h2. Heading', 1],
    ['.. note:: Ask early.', 1],
    ['#+TITLE: A text', 1],
    ["import Tabs from '@theme/Tabs';", 1],
    ['[b]bold[/b]', 1],
    ["'''bold'''", 1],
    ['[https://example.org the text]', 1],
    ['A change {++added++} here.', 1],
    ['See :ref:`label`.', 1],
  ],
}

/** What may be meant so, or harms little: it is told, and the edition is final. */
const DOUBTFUL: readonly Case[] = [
  ['Town | Result\nPrishtina | 5\nSkopje | 6', 1],
  ['| Town | Result |\nPrishtina | 5', 1],
  ['The values $x$ and $n$.', 1, 1],
  ['1 - one\n2 - two', 1],
  ['1– one\n2– two', 1],
  ['1 one\n2 two', 1],
  ['a: one\nb: two', 1],
  ['[x] done\n[ ] to do', 1],
  ['Hello, {props.name}.', 1],
  ['--8<-- "other.md"', 1],
  ['{!other.md!}', 1],
  ['[gallery ids="1,2"]', 1],
  ['[caption id="x"]A caption[/caption]', 1, 1],
  ['{note}Words{note}', 1],
  ['!image.png!', 1],
  ['[The office|https://example.org]', 1],
  ["A word in ''italics'' here.", 1],
  ['See `the report`_ there.', 1],
  ['As it says [1]_ there.', 1],
  ['See link:report.html[the report].', 1],
  ['This is ***bold and italic** here.', 1],
  ['The format is [Display Text](Link URL).', 1],
  ['-Wstack-protector\nWarns of it.\n-fstack-check=no\nChecks it.', 1],
  ['-Werror\n-Wall', 1],
  ['*word is never closed.', 1],
  ['The next _word is never closed.', 1],
  ['_Word is never closed, (_nor that.', 1, 1],
  ['– one that goes\non\n– two', 1],
  ['-item alone', 1],
  ['• one\n\n• two', 1, 3],
  ['See [[the other page]].', 1],
  ['Dear {{ name }}, {% if x %}yes{% endif %}.', 1, 1, 1],
  ['Dear <%= name %>.', 1],
  ['$$x^2$$', 1],
  ['It is $x_1 = 2$ here.', 1],
  ['Thank you :smile:', 1],
  ['Term\n: Explanation', 2],
  ['Text.\n\n    This sentence was indented by four spaces.', 3],
  ['- item\n\n      This sentence was indented too far to the right.', 3],
  ['• one\\\n• two', 1],
  ['Town        Result\nPrishtina   12\nSkopje      9', 1],
  ['Town\tResult\nSkopje\t9', 1],
  ['> Town      Result\n> Skopje    9', 1],
  ['1. one\n3. three\n4. four', 2],
  ['Press Enter` and wait.', 1],
  ['Then njs` said so.', 1],
  ['A bundle is a signature *capability *prerequisite and pack.', 1, 1],
  ["The section entitled ``GNU\nFree Documentation License'' is here.", 1],
  ['1. one\n2. two\n2. two again', 3],
  ['3. three\n2. two\n1. one', 2],
  ['2. two\n2. two', 2],
  ['1) one\n3) three', 2],
  ['Thank you :trophy:', 1],
  ['- item\n\n  1. one\n  1. two\n  2. three', 4],
]

/** Sources that come out as they are meant. */
const RIGHT: readonly string[] = [
  'Home | About | Contact',
  'Either a | b or\nneither of them',
  'It costs $5 and not $6.',
  'Set $HOME and $PATH.',
  'In 2019 a law was passed.\n2020 brought another.',
  'The address is /users/{code} here.',
  'THE SOFTWARE IS PROVIDED',
  '**bold**, *emphasis*, __bold__, _emphasis_, ~~gone~~, `code`, ``a ` b``.',
  'Kosovo* and Serbia met. Kosovo*, (Kosovo*) and “Kosovo*”.\n\n*This designation is without prejudice to positions on status.',
  'Five * three is 15, 5 \\* 3, **/ and a\\_b; snake_case_name and _.',
  'Fees are $5 and $10, or £3; 50% of 3%; a = b == c; x += y++.',
  'See [the report](https://example.org "Title"), [annex][annex], [annex][] and [annex].\n\n[annex]: https://example.org',
  'An aside [sic] (see below), a list [1][2], a call f[x](y).',
  'A note[^1].\n\n[^1]: The text.',
  'It was _good_ and _very good_; the _id and the _private_name, __init__, a _b and _config.yml.',
  'It was late\n– as they say –\nand it ended\n– so they say.',
  '– Where do you go?',
  'From Tetovo to Skopje\n→ two hours.\nKing Peter\nI. and his son.',
  'This is ***both*** and **bold***.',
  'An active M**V framework.',
  'The regular expression [^a-z] is one.',
  '# One\n\n## Two ##\n\n### C#\n\n#hashtag and #4 are two.',
  '- one\n- two\n\n1. one\n2. two\n\n1) one\n2) two\n\n* [ ] open\n* [x] done',
  'It was in\n2018. And so on, since\n- as they say -\nit ended.',
  'At night it was\n-5 °C.',
  'Website • Docs • Contact',
  '| A | B |\n|:--|--:|\n| a | b |\n| c |',
  'Home | About | Contact',
  '```sh\nnpm **install\n## x\n```\n\n~~~\n```\n~~~\n\n````md\n```js\n```\n````',
  '> ```\n> code\n> ```\n\n- item\n\n  ```\n  code\n  ```',
  'Text:\n\n    npm install --save x\n\n    { "a": 1 }',
  'A heading\n---\n\nA Title of Several Words Here\n===\n\nBugs, Requests, Contributions and so on, etc.\n---',
  'Text.\n\n---\n\nMore.',
  'One\\\nTwo  \nthree.',
  'Press `**bold **`, `[a] (b.md)`, `{#id}` or `\\newpage`.',
  'Escaped: \\*\\*bold, \\`code, \\[^9], \\[a](b c).',
  '> [!NOTE]\n> Offices are closed on Friday.',
  'The meeting is at 10:30:15, room 3::4, on C:\\ and \\\\server.',
  '<!-- a remark -->\n\nA text <!-- ##of {#id} --> with one.',
  'H<sub>2</sub>O, <kbd>Ctrl</kbd>, <abbr title="Hyper Text">HT</abbr> and a<br>break.',
  'He wrote {sic} and {a, b}, set {1, 2}.',
  'An @mention, office@example.org, https://example.org/a_b_c/*x and www.example.org/~user/~x.',
  'See https://example.org/?a==b&c==d and 2^31, ~5 and ~6.',
  'The year 1.5 and\n3.x versions of it.',
  '(a) one alone stands here.',
  '1. one\n1. two\n1. three\n\nText.\n\n0. none\n0. none\n\nText.\n\n4. four\n5. five',
  '1. one\n2. two\n\n   Text.\n3. three\n10. ten'.replace('10. ten', '4. four'),
  'Two sentences.  Two spaces between them.\nThe next line.  And the next.',
  'This  text  is   set  to  the  full\nwidth   of   each  of   its   lines.',
  'One line   with a gap.\nAnother.',
  'He says so.^[9] And ^[10] too.',
  'Passing char ** as argument 1 of test(const char **) or T** to char **argv.',
  'The methods :local:, :ext: and :pserver: are known.',
  '-v::\nThe option.',
  'It is in C:\\Program Files\\bin\\',
  'It is in \\\\server\\share\\',
]

describe.each(Object.entries(BROKEN))('broken %s', (_, cases) => {
  test.each(cases.map(([markdown, ...lines]) => ({ markdown, lines })))('$markdown', ({ markdown, lines }) => {
    expect(found(markdown)).toEqual(lines.map((line) => `${line} error`))
  })
})

test.each(DOUBTFUL.map(([markdown, ...lines]) => ({ markdown, lines })))('doubtful: $markdown', ({ markdown, lines }) => {
  expect(found(markdown)).toEqual(lines.map((line) => `${line} warning`))
})

test.each(RIGHT)('right: %j', (markdown) => {
  expect(found(markdown)).toEqual([])
})

test.each(['title: A **bold word', 'title: A [text] (https://example.org)', 'title: "Costs {#costs}"'])(
  'in the front matter: %s',
  (line) => {
    const publication = createPublication({
      'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
      'content/paper/document.md': `---\n${line}\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## A\n\nText.\n`,
    })
    try {
      expect(publication.run('check', '--rule', 'broken-markdown').said).toContain('content/paper/document.md:2:')
    } finally {
      publication.remove()
    }
  },
)

test('what manuals and old texts write is neither a slip nor an error', () => {
  expect(found("This is provided ``AS IS'' and so on.")).toEqual(['1 warning'])
  expect(found("The variable `TAPE' is read.")).toEqual(['1 warning'])
  expect(found('The class [[:alnum:]] and [_[:digit:]] are told.')).toEqual([])
})

test('English that careless rules would find fault with', () => {
  const rules = ['doubled-word', 'brackets', 'dash', 'ellipsis', 'spacing', 'quotes', 'apostrophe']
  const told = (markdown: string): string[] => checkSource(markdown, rules).map(({ ruleId }) => ruleId!)
  expect(
    [
      'The NAME Name and what is managed Managed by others.',
      'Thanks for the name :)',
      'Thanks for the name ;-)',
      'The signs ?, +, {, |, (, and ) are told.',
      'Listing 15-18 shows the words.',
      'Figure 2-34 shows them.',
      'Usage: ls [OPTION]... [FILE]... and FILE... too.',
      'grep [OPTION...] -e PATTERNS ... [FILE...] and [-v] pattern filename...',
      'gcloud beta [--labels=KEY=VALUE,...] [ -e ] "pattern" ( INSTANCE : --zone=ZONE )',
      'The files ../images and .. and src/.../main, lines 1..5 or v1.0..2, in f(...) and f(x, ...), or [...list] and {...object}.',
      'The names KEY=VALUE,... and [REGION_NAME,...] are lists.',
      'This is npm:name or utils.js:random_number, file:line:column and about:blank.',
      'It has a . in it, !Unpin for env.Path, style.WebkitAppearance and a=b,c=d.',
      'The class [ and ] and the brackets ( or ).',
      'Two sentences.  Two spaces.  (Three.)  And “four.”  Five.',
      '2020-11-29  Ana Example and MA  02110-1301 in 1989,1998  The Open Group',
      'This  line  is   set   to  its  full  width.',
      'A 3.5" disk, 5\'10" tall, <lang="en"> and name="value" are told.',
      'Write the -- alone, x - y, 5 - 3 and `a` - `b`.',
      'The key sends ESC [ 3 or (ESC [) here.',
      'The range v2.5..v2.6 and master..stable, but not ....',
      '$ git add . && git commit -m "x" $ git reset -- a.c work work',
      'if [ upgrade != "$1 ] || exit 1 ; then ( x ',
      'Call (877) 472-6716 and ask, or write {.usa-link--external}.',
      "Run it with -S'blame' now.",
      'A number in [0, 1) or (a, b] is drawn.',
      'words:    53 (  0%)      13 (  0%)      20 ( 99%)',
      '[ Ana Example ] and [ -e ]',
      'Hack hack hack it. Section 4.9 Games games and fun.',
      'pack = ... and git-read-tree A B C... or debian/rules args... and [name-of-test ...] or --errors ... too.',
      'TL;DR it is very very small, and only so so.',
      'The first, cv(1,1) , and the second.',
      'The event CSV,Conf and csv,conf,v4, marked TLP:CLEAR in re:Work, in the tl;dr version, TL,DR: it works.',
      'Give -La,b or -Lc,d, iam:CreateUser, status.Canceled and status.Aborted, or He;She;They;Ze.',
      'References marked with ! are free, and a contrast of 2.93 : 1 is low.',
      'Thanks to Fredrik, Brett.Buskirk, and Rui; see s.append( content ).',
      'The text is at . <https://example.org> . Unless you know.',
      'See [](ref). The key  * value is one.',
      'The branches B0^..D and A...B, --format=..., <file>..., %(trailers...), group[,group...], |...| and Map<...>.',
      'The command “git add paths...” and “git-commit -a paths...” were slow.',
      'It is really really big, and what goes on on the team is what one one would find in in H2.',
      'They have access to to an area, a.k.a a zone, of Peri Peri, v v good, with context context:all.',
      'From turbojpeg-mapfile turbojpeg-mapfile to A A.',
      '**Schedule** Schedule a day. [Function](https://example.org) Function is called.',
      "It made me :'( (but not for long).",
      'The aim is to 1.) allow and 2.) ask, or a.) wait.',
      'Avoid signs (?!@*%{[<>) and blanks; /^I (run|try) ([^x]+)$/ and “(” into “(?:”.',
      'See ([https://example.org/1)](https://example.org/1).',
    ].flatMap(told),
  ).toEqual([])
  const wrong = {
    'doubled-word': ['The the words.', 'It ends. The the words.', 'They went to to town.'],
    brackets: ['The institute (ISD came.', 'The institute) came.', 'The institute (ISD [x) came.'],
    dash: ['From 2010-2012 it stood.', 'It came - late - home.', 'It came -- late.', 'The report - a draft - came.', 'Plan B - the other one - holds.'],
    ellipsis: ['And so on...', '...and then', 'He said (...) so.', 'He left [...] it.', 'The end..', 'Wait...what?', 'In 2018... it was.'],
    spacing: ['The end , then.', 'The end,then.', 'The words:The end.', 'The HTTP  connection.', 'The sentence ends.Another begins.', 'The ( end) is here.', 'The [ end] is here.', 'The [end ] is here.', 'What is it ?'],
    quotes: ['He said "yes" and went.', '"The quotation goes on', 'and ends here."', 'He said "yes and went.', 'Version "5" is here.', 'He said „yes“.'],
    apostrophe: ["It doesn't work.", 'It doesn`t work.'],
  } // prettier-ignore
  for (const [rule, texts] of Object.entries(wrong)) for (const text of texts) expect([text, ...new Set(told(text))]).toEqual([text, rule])
})

test.each([
  ['<a id="costs"></a>\n\n## Costs'],
  ['<a name="costs"/>\n\nA <span id="x">word</span> and <a name="y" id="z">another</a>.'],
  ['<a id="costs">Costs', '1 error'],
  ['<a id="x" onclick="y()"></a>', '1 error'],
  ['<span style="color: red">Costs</span> and <span>more</span>', '1 error', '1 error'],
  ['<a href="#x">Costs</a> and <a id="y"><a href="#x">more</a></a>', '1 error', '1 error'],
  ['A <b>bold</b> word and an <i>emphasized</i> one.', '1 error', '1 error'],
  ['A <b>bold <b>word</b> here</b>.', '1 error', '1 error'],
  ['A word</b> and <b>another.', '1 error', '1 error'],
  ['<Note kind="tip">\n\nThe text.\n\n</Note>', '1 error'],
  ['<div>\n\nThe text.\n\n</div>\n\n</div>', '1 error', '7 error'],
  ['<details><summary>More</summary>\n\nThe text.\n\n</details>', '1 error'],
  ['Type <file>, or <your name>.', '1 warning', '1 warning'],
  ['Type <file>this</file>.', '1 error'],
  ['<head>...::\nIn addition to objects.', '1 warning'],
  ['<img src="map.png" alt="A map">', '1 error'],
  ['H<sub>2</sub>O, 5 < 6 and a<b, \\<b> and `<b>`.'],
])('raw HTML is told once: %j', (markdown, ...expected) => {
  const told = checkSource(markdown, ['raw-html']).map(({ line, severity }) => `${line} ${severity}`)
  expect(told).toEqual(expected)
})

test.each([
  ['<b>x</b>', '**strong**'],
  ['<em>x</em>', '*emphasis*'],
  ['<a href="https://example.org">x</a>', '[words](address)'],
  ['<a id="x">', '<a id="name"></a>'],
  ['<img src="a.png">', '![what'],
  ['<h2 align="center">x</h2>', '## Heading'],
  ['<p align="center">x</p>', 'the words alone'],
  ['<file>', '\\<file>'],
])('what to write in the place of %s', (html, expected) => {
  expect(checkSource(html, ['raw-html'])[0]!.expected![0]!.startsWith(expected)).toBe(true)
})

test('what English writes after a closing mark parts no pair', () => {
  const told = checkSource('All "conffile"s that were "cvs import"ed.', ['quotes']).map(({ reason }) => reason)
  expect(told).toEqual(Array.from({ length: 4 }, () => 'This quotation mark is not the language’s.'))
})
