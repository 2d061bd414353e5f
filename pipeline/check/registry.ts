import { acronyms } from './facts/acronyms.ts'
import { dates } from './facts/dates.ts'
import { emails } from './facts/emails.ts'
import { measures } from './facts/measures.ts'
import { names } from './facts/names.ts'
import { negation } from './facts/negation.ts'
import { numbers } from './facts/numbers.ts'
import { urls } from './facts/urls.ts'
import { diacritics } from './language/diacritics.ts'
import { doubledWord } from './language/doubled-word.ts'
import { ekavian } from './language/ekavian.ts'
import { packLacks } from './language/pack-lacks.ts'
import { spelling } from './language/spelling.ts'
import { code } from './markup/code.ts'
import { emphasis } from './markup/emphasis.ts'
import { footnotes } from './markup/footnotes.ts'
import { images } from './markup/images.ts'
import { lineBreaks } from './markup/line-breaks.ts'
import { links } from './markup/links.ts'
import { markdown } from './markup/markdown.ts'
import { noteUncalled } from './markup/note-uncalled.ts'
import { noteUndefined } from './markup/note-undefined.ts'
import { rawHtml } from './markup/raw-html.ts'
import { icuApostrophe } from './messages/icu-apostrophe.ts'
import { icuArguments } from './messages/icu-arguments.ts'
import { icuPlurals } from './messages/icu-plurals.ts'
import { icuSyntax } from './messages/icu-syntax.ts'
import { parity } from './parity/parity.ts'
import { blank } from './presence/blank.ts'
import { inconsistent } from './presence/inconsistent.ts'
import { missing } from './presence/missing.ts'
import { reused } from './presence/reused.ts'
import { stale } from './presence/stale.ts'
import { unchanged } from './presence/unchanged.ts'
import { unknownKey } from './presence/unknown-key.ts'
import { strayFile } from './presence/stray-file.ts'
import { vanished } from './presence/vanished.ts'
import type { Rule } from './rule.ts'
import { confusable } from './script/confusable.ts'
import { decomposed } from './script/decomposed.ts'
import { foreignLetter } from './script/foreign-letter.ts'
import { invisible } from './script/invisible.ts'
import { mixedScript } from './script/mixed-script.ts'
import { wreckage } from './script/wreckage.ts'
import { unprintable } from './script/unprintable.ts'
import { wrongScript } from './script/wrong-script.ts'
import { length } from './shape/length.ts'
import { sentences } from './shape/sentences.ts'
import { altText } from './source/alt-text.ts'
import { cutText } from './source/cut-text.ts'
import { brokenMarkdown } from './source/broken-markdown.ts'
import { doubtfulMarkdown } from './source/doubtful-markdown.ts'
import { duplicateHeading } from './source/duplicate-heading.ts'
import { emptySection } from './source/empty-section.ts'
import { formerAddress } from './source/former-address.ts'
import { headingOrder } from './source/heading-order.ts'
import { linkTarget } from './source/link-target.ts'
import { longSentence } from './source/long-sentence.ts'
import { picture } from './source/picture.ts'
import { secondTitle } from './source/second-title.ts'
import { shownNowhere } from './source/shown-nowhere.ts'
import { unprintableCode } from './source/unprintable-code.ts'
import { untoldCorrections } from './source/untold-corrections.ts'
import { strayDocument } from './source/stray-document.ts'
import { term } from './terms/term.ts'
import { termForbidden } from './terms/term-forbidden.ts'
import { apostrophe } from './typography/apostrophe.ts'
import { brackets } from './typography/brackets.ts'
import { dash } from './typography/dash.ts'
import { dateForm } from './typography/date-form.ts'
import { ellipsis } from './typography/ellipsis.ts'
import { endPunctuation } from './typography/end-punctuation.ts'
import { noBreak } from './typography/no-break.ts'
import { ordinal } from './typography/ordinal.ts'
import { percent } from './typography/percent.ts'
import { quotes } from './typography/quotes.ts'
import { spacing } from './typography/spacing.ts'
import { startCase } from './typography/start-case.ts'

/** All checks by family, in the order of the list. */
export const FAMILIES: Readonly<Record<string, readonly Rule[]>> = {
  presence: [missing, stale, blank, unchanged, unknownKey, vanished, strayFile, inconsistent, reused],
  facts: [numbers, measures, dates, negation, urls, emails, names, acronyms],
  markup: [links, emphasis, code, footnotes, noteUndefined, noteUncalled, images, lineBreaks, markdown, rawHtml],
  messages: [icuSyntax, icuArguments, icuPlurals, icuApostrophe],
  script: [mixedScript, confusable, foreignLetter, wrongScript, decomposed, invisible, wreckage, unprintable],
  typography: [
    quotes, apostrophe, dash, spacing, noBreak, percent, ellipsis, ordinal, dateForm, endPunctuation, brackets, startCase,
  ],
  terms: [term, termForbidden],
  language: [spelling, doubledWord, diacritics, ekavian, packLacks],
  shape: [length, sentences],
  source: [shownNowhere, brokenMarkdown, doubtfulMarkdown, headingOrder, secondTitle, cutText, linkTarget, picture, altText, emptySection, duplicateHeading, longSentence, unprintableCode, strayDocument, untoldCorrections, formerAddress],
  parity: [parity],
} // prettier-ignore

/** All checks. */
export const RULES: readonly Rule[] = Object.values(FAMILIES).flat()
