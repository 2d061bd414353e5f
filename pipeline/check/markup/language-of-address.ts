/** Names of the edition languages, and of English, in addresses. */
const NAMES =
  'en|eng|english|en-(?:us|gb)|sq|sqi|alb|al|shq|shqip|sq-al|sq-xk|mk|mkd|mak|mk-mk|sr|srp|srb|sr-(?:latn|cyrl|rs|ec|el)|rs|lat|cir|latinica|cirilica'
const WITHIN = new RegExp(`(?<=^|[/.?&=_-])(?:${NAMES})(?=$|[/.?&#_-])`, 'gi')
/** A host may begin with one; at its end, `al`, `mk` and `rs` are countries. */
const HOST = new RegExp(`^([a-z]+:\\/\\/)(?:www\\.)?(?:(?:${NAMES})\\.)?([^/?#]+)`, 'i')

/**
 * An address without what names a language: where two are the same so, they are pages of one site in two languages
 * (deed.en and deed.mk, ?lang=en, /sq/ or nothing for the site’s own). http and https lead to the same page.
 */
export function withoutLanguage(address: string): string {
  const host = HOST.exec(address)
  const path = address
    .slice(host?.[0].length ?? 0)
    .replaceAll(/(?<=[?&])(?:lang|language|locale|hl|lng|l|setlang|uselang)=[^&#]*&?/gi, '')
    .replaceAll(WITHIN, '')
    .replaceAll(/([/._-])[/._-]+/g, '$1')
    .replace(/[/.?&_-]+(?=$|#)/, '')
  return `${host ? `${host[1]!.replace(/^https?:/i, '')}${host[2]}` : ''}${path}`.toLowerCase()
}
