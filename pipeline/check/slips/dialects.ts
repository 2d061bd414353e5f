import type { MarkRow } from './mark-row.ts'
import { said, wording } from '../../wording.ts'

/**
 * Marks that other tools know and this one prints as they are typed. Each row names the tools that know it; what GitHub
 * knows, and is read here, is in none.
 */
const row = (signs: string, mark: RegExp, what: string, remedy: string, sure = true): MarkRow => ({
  signs: signs.split(' '),
  mark,
  sure,
  message: wording`${{ what: said(what) }}: here it would be printed as it is typed.`,
  expected: 'words, and the marks that are known here: ## heading, - item, 1. item, > quotation, *emphasis*, **strong**, [words](address)',
  remedy,
})

const REMOVE = 'Remove it.'
const QUOTE = 'Write it as a quotation that begins with its kind: > [!NOTE], and on the next line > the text.'

/** Words between single slashes. One alone may be a path or a sound: /docs/, /ng/; a word that is none of these is stressed. */
const EMPHASIZED =
  /(?<![\p{L}\p{N}/.~:\\\uFFFB\uFFFC)}\]*<>"'_-])\/(?:\p{L}+(?:[ ,’'-]+\p{L}+){1,8}[.!?]?|(?:not|never|always|only|must|very|all|any|every|really|should|is|are|can|and|or|this|that))\/(?![\p{L}\p{N}/._~-])/giu

export const DIALECTS: readonly MarkRow[] = [
  // Attributes: kramdown, Pandoc, Docusaurus, VitePress, Jekyll.
  row('{', /(?<!\{)\{:?\s*[#.][A-Za-z][\w:-]*(?:\s[^{}\n]*)?\}|\{:[^{}\n]*\}/gu, 'An id or a class for a heading or a text', 'Remove it: headings have ids of their own.'),
  row('{-}', /(?<=\S )\{-\}[ \t]*$/gmu, 'A property of a heading of Pandoc ({-})', REMOVE),
  // Boxes: Docusaurus, VitePress, Pandoc, MyST, Material for MkDocs.
  row(':::', /^[ \t>]*:{3,}[ \t]*(?:\{[^{}\n]*\}|[A-Za-z][^\n:]*)?$/gmu, 'The beginning or the end of a box of another tool (:::)', QUOTE),
  row('///', /^[ \t>]*\/{3,}(?:[ \t]+[a-z][\w-]*(?:[ \t]*\|[^\n]*)?)?[ \t]*$/gmu, 'The beginning or the end of a box of another tool (///)', QUOTE, false),
  row('!!! ???', /^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+[a-z]+(?:[ \t]+"[^"\n]*")?[ \t]*$/gmu, 'The beginning of a box of another tool (!!!)', QUOTE),
  row('===', /^[ \t>]*===[+!]?[ \t]+"[^"\n]*"[ \t]*$/gmu, 'A tab of another tool (===)', 'Write a heading in its place.'),
  row('..', /^[ \t>]*\.\.[ \t]+(?:(?:\|[^|\n]+\|[ \t]+)?[a-z][\w-]*::|_[^:\n]+:|\[[\w#*]+\][ \t])/gmu, 'A directive of reStructuredText (.. name::)', 'Write what it is meant to show in words, or remove it.'),
  row('::', /^[ \t>]*(?:image|include|video|toc|ifdef|endif)::\S*\[[^\]\n]*\]/gmu, 'A macro of AsciiDoc', 'Write a picture as ![what it shows](file.png), or remove it.'),
  row('[', /^[ \t>]*\[(?:(?:source|quote|verse|discrete|appendix|abstract|example|sidebar|listing|NOTE|TIP|IMPORTANT|WARNING|CAUTION)(?:,[^\]\n]*)?|[.%][A-Za-z][\w.%-]*)\]$/gmu, 'An attribute of AsciiDoc', REMOVE),
  row('==', /^[ \t>]*={2,6}[ \t]+\S/gmu, 'A heading of AsciiDoc or of a wiki (==)', 'Write ## in place of ==.'),
  row('{|', /^[ \t>]*\{\|(?:[ \t]+(?:class|style|border|width|align|cellpadding|cellspacing)=.*)?$/gmu, 'The beginning of a table of a wiki ({|)', 'Write the table as | Town | Result |, then | --- | --- |, then the other lines.'),
  row('|===', /^[ \t>]*\|={3,}[ \t]*$/gmu, 'The beginning or the end of a table of AsciiDoc (|===)', 'Write the table as | Town | Result |, then | --- | --- |, then the other lines.'),
  row('=', /^=[ \t]+\p{L}[^=\n]*?(?:[ \t]=)?$/gmu, 'A title of AsciiDoc or of a wiki (=)', 'Write ## in place of =; the title of the document stands in its front matter.', false),
  row('h1 h2 h3 h4 h5 h6', /^[ \t>]*h[1-6](?:\([^()\n]*\))?\.[ \t]+\S/gmu, 'A heading of a wiki (h2.)', 'Write ## in place of h2., ### in place of h3.'),
  row('#+', /^[ \t>]*#\+(?:[A-Za-z_]+:|(?:BEGIN|END)_\w+)/gimu, 'A setting of Org mode (#+)', 'Remove it, or write it in the front matter at the top of the document.'),
  row('import export', /^[ \t>]*(?:import\s+(?:(?:\w+|\*\s+as\s+\w+|(?:\w+,\s*)?\{[^}\n]*\})\s+from\s+)?['"][^'"\n]+['"];?[ \t]*$|export\s+(?:const|default|function)\s.*)$/gmu, 'A line of program text (MDX)', REMOVE),
  row('==== .... ++++', /^(?:={4,}|\.{4,}|\+{4,})$/gmu, 'A line of signs of another tool (====)', 'Remove it; write code between two lines of ```.', false),
  row('=', /^=(?:head[1-6]|over|item|back|cut|pod|begin|end|for|encoding)(?![\w=-])[^\n]*/gmu, 'A command of Perl’s manuals (=head1)', 'Write it in Markdown: ## heading, - item.'),
  row('<', /(?<!\w)[BCEFILSX]<(?![\s=<-])[^<>\n]{1,80}>(?!\w)/gu, 'A mark of Perl’s manuals (C<…>)', 'Write `code`, *emphasis* or [text](address).', false),
  // Callouts: Obsidian; GitHub knows five of them.
  row('[!', /^[ \t>]*\[![\p{L}|-]+\][^\n\r]*/gimu, 'The beginning of a box of another tool ([!…])', 'GitHub knows > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION], alone on the first line of a quotation: write one of them, and > before each line.'),
  // Pages and contents: Pandoc and LaTeX, Typora, Python-Markdown, kramdown.
  row('\\', /\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle|bigskip|medskip|smallskip|vspace\{[^}\n]*\}|hfill|noindent|centering)(?![A-Za-z])/gu, 'A command of LaTeX', 'Remove it: pages and contents are set by themselves.'),
  row('\\', /\\(?:begin|end|ref|cite[a-z]*|label|text(?:bf|it|tt|sc|sf|rm|sl|up|normal|superscript|subscript)|emph|section|subsection|footnote|url|href|includegraphics|caption|item|underline|mbox|texorpdfstring|hypertarget|passthrough|verb)\b\*?(?:\[[^\]\n]*\])?\{/gu, 'A command of LaTeX', 'Write it in Markdown: *emphasis*, **strong**, ## heading, [text](address).'),
  row('[ {', /^[ \t>]*(?:\[\[?[_\uFFFC]?toc[_\uFFFC]?\]?\]|@\[toc\](?:\([^)\n]*\))?|\$?\{\{?:?_?toc_?(?:[:|][^{}\n]*)?\}?\})[ \t]*$/gimu, 'A place for the contents ([TOC])', 'Remove it: the contents are made by themselves.'),
  row('+++ --- <<< {p [p', /^[ \t>]*(?:\+{3,}pagebreak|---\s*page\s*---|<<<|[{[]page-?break[}\]])[ \t]*$/gimu, 'The end of a page', 'Remove it: pages are set by themselves.'),
  // Embedded and linked notes: Obsidian, MediaWiki, Logseq.
  row('![[', /!\[\[[^\]\n]+\]\]/gu, 'A file that another tool shows here (![[…]])', 'Write a picture as ![what it shows](file.png).'),
  row('[[', /(?<![\p{L}\p{N}[])\[\[(?!:[a-z]+:\])[^\][\n]*\p{L}[^\][\n]*\]\]/gu, 'A link of a wiki ([[…]])', 'Write [text](address).', false),
  row('[[', /\[\[\uFFFB+\](?:\[[^\]\n]*\])?\]/gu, 'A link of Org mode ([[…][…]])', 'Write [text](address).', false),
  row('%%', /%%[^%\n]+%%|^%%\n[^%]+\n%%$/gmu, 'A remark that another tool hides (%%…%%)', 'Write it as <!-- remark -->, or remove it.'),
  row('{', /(?<!\w)\{(?:\+\+|--|>>|~~|==).{1,500}?(?:\+\+|--|<<|~~|==)\}/gsu, 'A change or a remark of CriticMarkup', 'Write the text as it is to be.'),
  row('==', /(?<![=\w!<>/&?])==(?=[^\s=])[^=\n]{0,200}(?<=[^\s=])==(?![=\w/&])/gu, 'A highlight (==…==)', 'Write **strong** or *emphasis*.'),
  row('++', /(?<![+\w])\+\+[a-z\d-]+(?:\+[a-z\d-]+)+\+\+(?![+\w])/gu, 'Keys to be pressed (++…++)', 'Write <kbd>Ctrl</kbd>+<kbd>C</kbd>.'),
  row('++', /(?<![+\w])\+\+(?=[^\s+])[^+\n]{0,200}(?<=[^\s+])\+\+(?![+\w])/gu, 'A text underlined or inserted (++…++)', 'Write **strong** or *emphasis*.'),
  row('^', /(?<![\^\s])\^(?=[^\s^[])[^\s^]{1,12}\^(?![\d^])/gu, 'A raised text (^…^)', 'Write <sup>2</sup>, or the sign itself, such as ².'),
  row('~', /(?<![~\s])~(?=[^\s~])[^\s~]{1,12}~(?![\d~])/gu, 'A lowered text (~…~)', 'Write <sub>2</sub>, or the sign itself, such as ₂.'),
  // GitHub strikes through what stands between single tildes; here they are for H~2~O.
  row('~', /(?<![~\w/`\uFFFC])~(?=[\p{L}\d])[^~\n\r/]{1,80}(?<=[\p{L}\d.!?)])~(?![~\w/])/gu, 'A text between single tildes (~…~)', 'Write ~~two~~ on either side for what is struck through, ` for code.', false),
  row(',,', /(?<![\p{L}\p{N},]),,(?=[^\s,])[^,\n]{1,80}(?<=[^\s,]),,(?!,)|(?<=[\p{L}\p{N}]),,[\p{L}\p{N}+-]{1,6},,/gu, 'A lowered text of a wiki (,,…,,)', 'Write <sub>2</sub>, or the sign itself, such as ₂; for words that are quoted, quotation marks.', false),
  row('--', /(?<![\p{L}\p{N}\-.[\uFFFC])--(?=\p{L})[^\n-]{1,80}(?<=[\p{L}\p{N}.!?])--(?![\p{L}\p{N}\->])/gu, 'A text between two hyphens (--…--)', 'Write ~~ on either side for what is struck through, – for a dash.', false),
  row('||', /(?<!\|)\|\|(?=[^\s|])[^|\n]{1,200}(?<=[^\s|])\|\|(?!\|)/gu, 'A hidden text (||…||)', 'Write the text alone.', false),
  row('^[', /\^\[(?!\d+\])[^\]\n]+\]/gu, 'A footnote within the text (^[…])', 'Write [^1] here, and the note on a line of its own at the end: [^1]: The text.'),
  row('@', /(?<![\w[])\[(?:(?:see |e\.g\. )-?@[A-Za-z][\w:.#$%&+?<>~/-]*(?:[;,][^\]\n]*)?|-?@[A-Za-z][\w:.#$%&+?<>~/-]*[;,][^\]\n]*|-?@[A-Za-z][\w:.-]*(?:1[89]|20)\d{2}[a-z]?)\](?!\()/gu, 'A reference to a list of literature ([@…])', 'Write a footnote: [^1], and the work on a line of its own: [^1]: Author, title.'),
  // A name alone may be a person’s.
  row('@', /(?<![\w[])\[-?@[A-Za-z](?![\w:.-]*(?:1[89]|20)\d{2}[a-z]?\])[\w:.#$%&+?<>~/-]*\](?!\()/gu, 'A reference to a list of literature ([@…])', 'Write a footnote: [^1], and the work on a line of its own: [^1]: Author, title.', false),
  row('@', /(?<=^|[.;(]\s|\(|\b(?:see|as|in|of|and|following|cf\.) )@[A-Za-z][\w:-]*?(?:1[89]|20)\d{2}[a-z]?(?![\w-])(?=\s+[[(\p{Ll}]|[.)])/gimu, 'A reference to a list of literature (@…)', 'Write a footnote: [^1], and the work on a line of its own: [^1]: Author, title.', false),
  row('@', /^[ \t>]*@(?:include|import)[ \t]+\S.*$/gmu, 'A file that another tool shows here (@include)', 'Write the text of the file here.', false),
  row('(@', /^[ \t>]*\(@[\w-]*\)[ \t]+\S/gmu, 'A numbered example of Pandoc ((@))', 'Write a list: 1. the first example.'),
  row('{', /(?<=[\uFFFC\]])\{[ \t]*[\w-]+=["\w#.%-][^{}\n]*\}/gu, 'A property of a picture, a link or code ({name=…})', REMOVE),
  row('{=', /(?<=\uFFFC)\{=[a-z]+\}/gu, 'Text for one format of Pandoc alone ({=…})', REMOVE),
  row('@', /(?<![\w@`])@(?:fig|tbl|tab|eq|sec|lst):[\w-]+/gu, 'A reference of Pandoc (@fig:…)', 'Name the figure or the section in words.'),
  row('*[', /^\*\[[^\]\n]+\]:[ \t]/gmu, 'An abbreviation explained (*[…]:)', 'Write <abbr title="the full name">the abbreviation</abbr> where it stands.'),
  row(':', /(?<=[\n\r]):[ \t]{1,3}\S/gu, 'An explanation of the word above (: …)', 'Write a list: - **word**: explanation.', false),
  // Templates: Jekyll, Hugo, Handlebars, Zola; embedded Ruby.
  row('](', /\]\([^()\n]*(?:\{\{[^{}\n]+\}\}|\{%[^\n]*?%\})[^()\n]*\)/gu, 'An address that a template fills ({{ … }})', 'Write the address itself.'),
  row('{', /\{\{[<%][^\n]*?[>%]\}\}|\{%[^\n]*?%\}/gu, 'A command of a template ({% … %})', 'Write the text that it stands for.', false),
  row('{{', /\{\{[^{}\n]+\}\}/gu, 'A place that a template fills ({{ … }})', 'Write the text that it stands for.', false),
  row('<', /<\uFFFB+\|[^<>\n]+>/gu, 'A link of Slack (<address|text>)', 'Write [text](address).'),
  row('<@ <#', /<[@#][A-Z][A-Z\d]{2,}(?:\|[^<>\n]*)?>/gu, 'The name of a person or a channel in Slack (<@…>)', 'Write the name.', false),
  row('<%', /<%[^\n]*?%>/gu, 'A command of a template (<% … %>)', 'Write the text that it stands for.', false),
  row('{', /(?<![\w{$])\{(?:props|frontmatter|metadata|site|page)\.[\w.]+\}/giu, 'A place that a template fills ({ … })', 'Write the text that it stands for.', false),
  row('8<', /^[ \t>]*-{2,}8<-{2,}.*$/gmu, 'A file that another tool shows here (--8<--)', 'Write the text of the file here.', false),
  row('={', /<[A-Za-z][\w.]*(?:\s[^<>\n]*?)?=\{[^<>\n]*>/gu, 'A tag of MDX', 'Write a picture as ![what it shows](file.png), a link as [text](address).'),
  row('+++', /^\+{3}[ \t]*$/gmu, 'The beginning or the end of a front matter in TOML (+++)', 'Write the front matter at the top of the document, between two lines of ---.', false),
  row('::', /(?<=[\p{L})])[ \t]?::$(?<!^-{1,2}[\w-]+::)|^::$/gmu, 'The two colons before code of reStructuredText (::)', 'Write one colon.', false),
  row('{/*', /\{\/\*[^]*?\*\/\}/gu, 'A remark of MDX ({/* … */})', 'Write it as <!-- remark -->, or remove it.'),
  row(']:', /(?<=[\n\r])[ \t>]*\[(?:\/\/|#|_|comment|\^_\^)\]:[ \t]*(?:#|<>)[ \t]*[("'][^\n\r]*/giu, 'A remark right below a text ([//]: # …)', 'Put an empty line before it, or write it as <!-- remark -->.'),
  row('<', /<!(?:[–—]-?|-(?!-)[–—]?)[^<>\n\r]{0,300}?[-–—]{1,3}>|<[ \t]+!--[^<>\n\r]{0,300}?-->/gu, 'A remark without the signs of one, <!-- and -->', 'Write it as <!-- remark -->, or remove it.'),
  row('{#', /\{#[ \t][^{}\n]*[ \t]#\}/gu, 'A remark of a template ({# … #})', 'Write it as <!-- remark -->, or remove it.', false),
  row('//', /^\/\/[ \t]+\p{L}[^\n\r]*/gmu, 'A remark of AsciiDoc or of a program (// …)', 'Write it as <!-- remark -->, or remove it.', false),
  row('^^', /(?<=^\uFFFC*)\^\^(?=\uFFFC*$)/gu, 'A cell that is joined with the one above it (^^)', 'Write the text of the cell above here too, or leave the cell empty.', false),
  row('::', /^\p{L}[\p{L}\d _-]{0,40}(?<=[\p{L}\d])::[ \t]+[^\s:][^\n\r]*/gmu, 'A word and its value, as Obsidian and AsciiDoc write them (word:: value)', 'Write a list: - **word**: value.', false),
  row('::', /^[ \t>]*::[a-z][\w-]*(?:\[[^\]\n]*\](?:\{[^}\n]*\})?|\{[^}\n]*\})[ \t]*$/gmu, 'A command of another tool (::name)', 'Write the text that it stands for.'),
  row(':', /(?<![\w:\uFFFC]):[a-z][\w-]*\[[^\]\n]+\](?:\{[^}\n]*\})?(?!\()/gu, 'A command of another tool (:name[…])', 'Write the text alone.', false),
  row('!include !INCLUDE !Include', /^[ \t>]*!include(?:sub|raw)?[ \t(]+\S[^\n]*$/gimu, 'A file that another tool shows here (!include)', 'Write the text of the file here.', false),
  row('<<<', /^[ \t>]*<<<[ \t]+\S+$/gmu, 'A file that another tool shows here (<<<)', 'Write the text of the file here.', false),
  row('%{', /%\{\w+\}/gu, 'A place that a program fills (%{ … })', 'Write the text that it stands for.', false),
  row('{+ {- [+ [-', /\{([+-]) [^{}\n]+ \1\}|\[([+-]) [^[\]\n]+ \2\]/gu, 'A text that GitLab shows as added or deleted', 'Write the text as it is to be.', false),
  row('{!', /\{![^{}!\n]+!\}/gu, 'A file that another tool shows here ({! … !})', 'Write the text of the file here.', false),
  // Shortcodes: WordPress; macros: Confluence.
  row('[', /\[(caption|gallery|embed|video|audio|playlist|button|accordion|tabs?)(?: [\w-]+=[^\]\n]*)\]|\[\/(?:caption|gallery|embed|video|audio|playlist|button|accordion|tabs?)\]/gu, 'A command of WordPress ([ … ])', 'Write the text that it stands for.', false),
  row('{', /(?<![\w/{$])\{(note|info|tip|warning|panel|code|quote|noformat|expand|color)(?::[^{}\n]*)?\}(?=[^{}]*\{\1\})/gu, 'A macro of Confluence ({note})', QUOTE, false),
  row('{', /(?<![\w/{$])\{(?:status|anchor|children|attachments|jira|excerpt|include|gallery|pagetree|contentbylabel)(?::[^{}\n]*)\}/gu, 'A macro of Confluence ({status:…})', 'Write the text that it stands for.', false),
  row('!', /(?<![\w!\]])![\w./-]+\.(?:png|jpe?g|gif|svg|webp)(?:\|[^!\n]*)?!(?!\w)/giu, 'A picture of a wiki (!file.png!)', 'Write a picture as ![what it shows](file.png).', false),
  row('\uFFFB', /\[[^\][\n|]+\|\uFFFB+[^\][\n]*\]?/gu, 'A link of a wiki ([text|address])', 'Write [text](address).', false),
  row('[[ ::', /\[[\w -]+:: [^\]\n]+\]/gu, 'A property of Obsidian ([name:: value])', 'Write it in words.', false),
  row('^', /(?<=\S)[ \t]\^(?=[a-z-]*\d|[a-z]+-[a-z])[a-z\d-]{4,}$/gmu, 'The name of a paragraph (^name)', REMOVE, false),
  row('<<', /(?<![\w<])<<[\w-]+(?:,[^<>\n]+)?>>(?!>)/gu, 'A reference of AsciiDoc (<<…>>)', 'Write a link to the heading: [text](#its-name).', false),
  row('[~', /\[~[\w.:-]+\]/gu, 'The name of a user in Confluence ([~name])', 'Write the name alone.', false),
  row('->', /^->[^\n]*<-$/gmu, 'A centred line (-> … <-)', 'Remove the arrows.', false),
  row(';', /^;[ \t]*[^\n]*\S[ \t]+:[ \t]+\S/gmu, 'A word and its explanation (; word : explanation)', 'Write a list: - **word**: explanation.', false),
  row('^^', /\^\^[^\s^][^^\n]{0,30}\^\^/gu, 'A raised text (^^…^^)', 'Write <sup>2</sup>, or the sign itself, such as ².', false),
  row('//', /(?<![\w:/\\\uFFFB])\/\/(?=[\p{L}])[^/\n\\]{2,60}(?<=[\p{L}.!?])\/\/(?![\w/])/gu, 'Emphasis of a wiki (//…//)', 'Write *emphasis*.', false),
  row('#', /(?<![\p{L}\p{N}_#&/])#(?=\p{L})[^#\n]{2,80}(?<=[\p{L}\p{N}.!?])#(?![\p{L}\p{N}_#])/gu, 'A highlight of another tool (#…#)', 'Write **strong** or *emphasis*.', false),
  row('/', EMPHASIZED, 'Emphasis of another tool (/…/)', 'Write *emphasis*.', false),
  row('=', /(?<![\w=!<>/&?"'.:\-+*|\uFFFC])=(?=[.~/]?\p{L})[^=\n]{0,60}(?<=[\p{L}\d])=(?![\w=>"'\uFFFC])/gu, 'Code or emphasis of another tool (=…=)', 'Write `code` or *emphasis*.', false),
  row('fn:', /\[fn:\w+\]/gu, 'A footnote of Org mode ([fn:1])', 'Write [^1] here, and the note on a line of its own at the end: [^1]: The text.', false),
  // Formulas: GitHub shows them, no edition does.
  row('\uFFFA', /(?<![\p{L}[])\uFFFA\uFFFA(?:[A-Za-z](?!\uFFF9\uFFF9[\p{Lu}\uFFFC])|[^\uFFF9-\uFFFC]*[\\^=<>≤≥≈×·±][^\uFFF9-\uFFFC]*)\uFFF9\uFFF9/gu, 'A formula (\\( … \\))', 'Write it in words and signs, or as a picture.', false),
  row('$', /\$\uFFFC{3,}\$/gu, 'A formula ($` … `$)', 'Write it in words and signs, or as a picture.', false),
  row('~', /(?<=(?<!\p{L})(?:Figs?|Eqs?|Secs?|Tabs?|Dr|Mr|Mrs|Ms|Prof|No|pp?|Section|Figure|Table|Chapter|Equation|Ref)\.?)~(?=[\p{L}\d\\])/gu, 'A space of LaTeX (~)', 'Write a space.', false),
  row('\\', /(?<![\w\\:/.\uFFFC])\\[A-Za-z]{2,30}\*?(?:\[[^\]\n]{0,200}\])?\{[^{}\n]*\}/gu, 'A command of LaTeX', 'Write it in Markdown: *emphasis*, **strong**, ## heading, [text](address).', false),
  row('\\', /(?<![\w\\:/.\uFFFC])\\(?:alpha|beta|gamma|delta|epsilon|theta|lambda|mu|sigma|omega|Delta|Sigma|Omega|text(?:less|greater|asciitilde|asciicircum|backslash|quotesingle|quotedbl|bar|underscore|bullet|dollar|ldots|trademark|copyright|registered|degree|endash|emdash)|tightlist|frac|sqrt|sum|int|prod|cdot|times|leq|geq|neq|approx|infty|rightarrow|Rightarrow|ldots|quad|mathrm|mathbf|text)(?![\w\\/.])/gu, 'A command of LaTeX', 'Write the sign itself, such as α or ≤.', false),
  row('$$', /\$\$[^$]+\$\$/gu, 'A formula ($$ … $$)', 'Write it in words and signs, or as a picture.', false),
  row('$', /(?<![\w$\\])\$(?![\s\d$({])[^$\n"]{0,200}[\\^_=][^$\n"]{0,200}(?<![\s$\\])\$(?![\w$])|(?<![\w$\\])\$[A-Za-z]\$(?![\w$])/gu, 'A formula ($ … $)', 'Write it in words and signs, or as a picture.', false),
  row(':', /:(?:material|fontawesome|octicons|simple)-[\w-]+:|(?<![\w:/.[])(?::(?!(?:alt|target|width|height|scale|align|class|name|figclass|depth|caption|maxdepth|param|type|returns?|rtype|raises|author|date|version|toc\w*|icons|local|ext|pserver):)[a-z][a-z_]{1,30}:|:\+1:|:-1:)(?![\w:`\uFFFC])/gu, 'The name of a small picture (:smile:)', 'Write it in words.', false),
  // Other marks for strong and emphasis, links and pictures: BBCode, wikis, roles of reStructuredText.
  row('[/', /\[(b|i|u|s|code|quote|url|img|size|color|list|center|left|right|spoiler|youtube|latex|font|email|indent|table)(?:=[^\]\n]*)?\][^[\n]*\[\/\1\]/giu, 'A mark of a forum ([b]…[/b])', 'Write **strong**, *emphasis* or [text](address).'),
  row('\'\'\'', /'''(?=\S)(?:[^'\n]|'(?!''))+'''/gu, 'Strong text of a wiki', 'Write **strong**.'),
  row('\'\'', /(?<![`'\w])''(?=[<[(]?\p{L})[^'`\n]{1,80}(?<=[\p{L}\p{N}.!?)\]>])''(?!['\w])/gu, 'Emphasis of a wiki (\'\'…\'\')', 'Write *emphasis*.', false),
  row('[hr] [*]', /\[hr\]|^[ \t>]*\[\*\](?=[ \t]*\p{L})/gimu, 'A mark of a forum ([hr], [*])', 'Write --- between two empty lines for a rule, - and a space for an item.', false),
  row('!<', /(?<=^!)[^\n]+(?=!<$)/gmu, 'A hidden text (>!…!<)', 'Write the text alone.', false),
  row('":', /"[^"\n]+":\uFFFB+/gu, 'A link of Textile ("text":address)', 'Write [text](address).', false),
  row('=>', /^=>[ \t]+[\uFFFB/]/gmu, 'A link of Gemini (=> address)', 'Write [text](address).', false),
  row('bq. fn', /^(?:bq|fn\d+)\.[ \t]+\S/gmu, 'A mark of Textile (bq. or fn1.)', 'Write > before a quotation, [^1]: before a note.', false),
  // Links and footnotes of reStructuredText; inline macros of AsciiDoc.
  row('_', /(?<![\w`_\uFFFC\uFFFB/.-])\p{Lu}\p{Ll}+_(?=$|[\s.,;:!?)])/gmu, 'A link of reStructuredText (Name_)', 'Write [text](address).', false),
  row('\uFFFC_', /\uFFFC_{1,2}(?![\w\uFFFC_]|:\uFFFC)/gu, 'A link of reStructuredText (`…`_)', 'Write [text](address).', false),
  row(']_', /\[(?:\d+|#\w*|\*)\]_(?!\w)/gu, 'The call of a footnote of reStructuredText ([1]_)', 'Write [^1] here, and the note on a line of its own at the end: [^1]: The text.', false),
  row('[', /(?<![\w:/])(?:link|xref|kbd|btn|menu|footnote|image|icon|stem|latexmath|asciimath):[^\s[\]]*\[[^\]\n]*\](?!\()/gu, 'A macro of AsciiDoc', 'Write it in Markdown: [text](address), <kbd>Ctrl</kbd>, [^1].', false),
  row('\uFFFB', /(?<![\w[(<|:"=])\uFFFB+\[[^\]\n]+\]/gu, 'A link of AsciiDoc (address[text])', 'Write [text](address).', false),
  row('\uFFFB', /(?<!\w)\[\uFFFB+ [^\]\n]+\]/gu, 'A link of a wiki ([address text])', 'Write [text](address).'),
  row('\uFFFC', /(?<![\w:{$#])(?::[a-z][\w+-]*(?::[a-z][\w+-]*)*:|\{(?:ref|doc|term|abbr|class|func|meth|mod|py:\w+|rst:\w+|numref|math|code|file|command|sup|sub)\})(?=\uFFFC)/gu, 'A role of reStructuredText or MyST (:name:`…`)', 'Write the text alone, or a link: [text](address).'),
] // prettier-ignore
