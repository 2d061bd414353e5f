import { isTag, knownTags, packOf } from './registry.ts'

/** What to say was expected where something stands that is no tag of a language with a pack: those that are meant, or all. */
export function expectedTag(written: unknown): string {
  if (typeof written !== 'string') return `one of ${knownTags().join(', ')}`
  const direction = directionOf(written)
  if (direction === 'rtl')
    return `a language that is written from left to right: the templates cannot yet set one that is written from right to left; one of ${knownTags().join(', ')}`
  const near = nearest(written)
  if (near.length > 0) return near.join(' or ')
  const canonical = canonicalTag(written)
  const other = canonical === undefined ? '' : `; for another, a pack in languages/${canonical}/pack.yaml`
  return `one of ${knownTags().join(', ')}${other}`
}

/** The tags that are likely meant by what somebody wrote: another form of the tag, the language alone, its name, or its country. */
function nearest(written: string): readonly string[] {
  const canonical = canonicalTag(written)
  if (canonical !== undefined && isTag(canonical)) return [canonical]
  const named = written.trim().toLowerCase()
  const within = knownTags().filter((tag) => canonical?.startsWith(`${tag}-`))
  if (within.length > 0) return within
  // CLDR takes Montenegrin for Serbian: what is written counts before what it is an alias of.
  const byBeginning = knownTags().filter((tag) => tag.toLowerCase().split('-')[0] === named.split(/[-_]/)[0])
  if (byBeginning.length > 0) return byBeginning
  const byName = knownTags().filter((tag) => namesOf(tag).some((name) => name.toLowerCase() === named))
  if (byName.length > 0) return byName
  const language = canonical && new Intl.Locale(canonical).language
  const sameLanguage = knownTags().filter((tag) => new Intl.Locale(tag).language === language)
  if (sameLanguage.length > 0) return sameLanguage
  // Who writes “al” for Albanian means the country.
  const country = /^[a-z]{2}$/i.test(written) ? new Intl.Locale(`und-${written}`).maximize().language : undefined
  return knownTags().filter((tag) => new Intl.Locale(tag).language === country)
}

/** A tag as BCP 47 writes it; nothing for what is none. */
export function canonicalTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function namesOf(tag: string): string[] {
  const { autonym, names, locale } = packOf(tag)
  const { language } = new Intl.Locale(tag)
  const named = (inLanguage: string): string => new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? ''
  return [autonym ?? named(locale), names?.['en'] ?? named('en')]
}

function directionOf(written: string): 'ltr' | 'rtl' | undefined {
  const canonical = canonicalTag(written)
  return canonical === undefined ? undefined : textDirection(canonical)
}

/** Scripts that are written from right to left (Unicode 16, of those in use). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** Which way a language is written. */
export function textDirection(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
}
