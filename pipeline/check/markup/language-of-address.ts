import { languageNamesInAddresses } from '../../language/in-addresses.ts'

interface Expressions {
  readonly names: readonly string[]
  readonly within: RegExp
  /** A host may begin with a language; at its end, `al`, `mk` and `rs` are countries. */
  readonly host: RegExp
}

let made: Expressions | undefined

/** The expressions for the languages that have a pack; those of another publication may be others. */
function expressions(): Expressions {
  const names = languageNamesInAddresses()
  if (made?.names !== names) {
    const any = `(?:${names.join('|')})`
    made = {
      names,
      within: new RegExp(`(?<=^|[/.?&=_-])${any}(?=$|[/.?&#_-])`, 'gi'),
      host: new RegExp(`^([a-z]+:\\/\\/)(?:www\\.)?(?:${any}\\.)?([^/?#]+)`, 'i'),
    }
  }
  return made
}

/** A text without the names of languages between its points, dashes and slashes: messages.en.yml, messages.sq.yml. */
export function withoutLanguageNames(text: string): string {
  return text.replaceAll(expressions().within, '')
}

/** The page of a licence in a language (by/4.0/deed.mk), and a wiki’s way to that in the reader’s own. */
const KNOWN = /(?<=\/)(?:deed(?=[./]*(?:$|#))|Special:MyLanguage\/)/gi

/**
 * An address without what names a language: where two are the same so, they are pages of one site in two languages
 * (deed.en and deed.mk, ?lang=en, /sq/ or nothing for the site’s own). http and https lead to the same page.
 */
export function withoutLanguage(address: string): string {
  const { within, host: expression } = expressions()
  const host = expression.exec(address)
  const path = address
    .slice(host?.[0].length ?? 0)
    .replaceAll(/(?<=[?&])(?:lang|language|locale|hl|lng|l|setlang|uselang)=[^&#]*&?/gi, '')
    .replaceAll(within, '')
    .replace(KNOWN, '')
    .replaceAll(/([/._-])[/._-]+/g, '$1')
    .replace(/[/.?&_-]+(?=$|#)/, '')
  return `${host ? `${host[1]!.replace(/^https?:/i, '')}${host[2]}` : ''}${path}`.toLowerCase()
}
