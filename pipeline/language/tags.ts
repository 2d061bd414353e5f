import { nearestName } from '../files/slips.ts'
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
  const country = languageOfCountry(written)
  if (country === undefined) return canonical !== undefined && isKnownLanguage(canonical) ? [] : bySlip(written)
  // CLDR’s Montenegrin is Serbian of Montenegro.
  const ofCountry = knownTags().filter((tag) => new Intl.Locale(tag).region === written.toUpperCase())
  return ofCountry.length > 0 ? ofCountry : knownTags().filter((tag) => tag.split('-')[0] === country)
}

/** Fewer letters are near to too many tags. */
const SHORTEST_SLIP = 3

/** The tag, or the language of the name, that somebody has written with a slip: sr-Cryl, Turksih. */
function bySlip(written: string): readonly string[] {
  if (written.trim().length < SHORTEST_SLIP) return []
  const tags = new Map(knownTags().flatMap((tag) => [tag, ...namesOf(tag)].map((name) => [name, tag] as const)))
  const near = nearestName(written.trim(), [...tags.keys()])
  return near === undefined ? [] : [tags.get(near)!]
}

function isKnownLanguage(tag: string): boolean {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(new Intl.Locale(tag).language) !== undefined
}

/** Codes of regions that are no countries (ISO 3166-1, reserved). */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])

/** The language that most people of a country speak, by the country’s code; nothing for other texts. */
function languageOfCountry(code: string): string | undefined {
  const region = code.toUpperCase()
  if (!/^[A-Z]{2}$/.test(region) || NO_COUNTRIES.has(region)) return undefined
  const isKnown = (type: 'region' | 'language', of: string): boolean =>
    new Intl.DisplayNames('en', { type, fallback: 'none' }).of(of) !== undefined
  if (!isKnown('region', region)) return undefined
  const { language } = new Intl.Locale(`und-${region}`).maximize()
  // Of most countries whose language CLDR does not tell, it says English: a code that is a language’s too is that.
  return language === 'en' && isKnown('language', code.toLowerCase()) ? undefined : language
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
