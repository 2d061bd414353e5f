import { compareMarks } from '../markup/same-marks.ts'
import { withoutLanguage } from '../markup/language-of-address.ts'
import { isOtherAddress } from '../markup/other-address.ts'
import type { TranslationRule } from '../rule.ts'

/** An address on a host that is kept for examples (RFC 2606), by host and the rest. */
const EXAMPLE = /^(?:https?:\/\/)?((?:[\w-]+\.)*example(?:\.(?:com|net|org))?)((?:[/:?#].*)?)$/i
const ADDRESS = /^(?:https?:\/\/)?([^/:?#]+)(.*)$/i

/** True if the translator replaced an example by one of their own, with another host and another path. A slip changes one of the two. */
function isExample(lost: string, added: string | undefined): boolean {
  const [theirs, own] = [EXAMPLE.exec(lost), ADDRESS.exec(added ?? '')]
  return theirs !== null && own !== null && !EXAMPLE.test(added!) && theirs[1] !== own[1] && theirs[2] !== own[2]
}

/** An address whose host has no point shows the form of one, and its words are translated: http://address. */
const FORM = /^https?:\/\/(?!localhost(?![\w-]))[\p{L}\d_-]+(?:\/[\p{L}_/-]*)?$/iu

/** True if the translator put the language's words into the form of an address. */
function isForm(lost: string, added: string | undefined): boolean {
  return FORM.test(lost) && FORM.test(added ?? '')
}

/** Encyclopedias and libraries with an edition in each language, where a page has the name that it has in the language. */
const WIKI = /^(?:https?:\/\/)?(\w[\w-]*)\.(?:m\.)?((?:wikipedia|wiktionary|wikisource|wikibooks|wikiquote|wikivoyage|wikinews)\.org)\//i

/** True if the translator gave the page of the same encyclopedia in another language. */
function isOfOtherEdition(lost: string, added: string | undefined): boolean {
  const [theirs, own] = [WIKI.exec(lost), WIKI.exec(added ?? '')]
  return theirs !== null && own !== null && theirs[1] !== own[1] && theirs[2] === own[2]
}

/** Addresses that are to be read. */
export const urls: TranslationRule = {
  id: 'urls',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an address on the web is not the one of the source, or is missing',
  example: { bad: 'https://example.org/raporti', good: 'https://example.org/report' },
  find: (translation) =>
    compareMarks(translation, 'urls', {
      message: 'The addresses on the web are not those of the source.',
      remedy: 'Copy the address from the source, or keep that of the page in the language of the edition if there is one.',
      alike: withoutLanguage,
      isSure: (lost, added) => lost.length > 0 && !isOtherAddress(lost, added),
      otherwise: 'links',
      mayReplace: (lost, added) => isExample(lost, added) || isForm(lost, added) || isOfOtherEdition(lost, added),
    }),
}
