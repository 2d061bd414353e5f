import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foldersNow, textNow } from '../files/disk.ts'
import type { Tag } from '../model/language.ts'
import { DERIVATIONS } from './derivations.ts'
import type { Pack, PackData, Script } from './pack.ts'

const BUILT_IN = fileURLToPath(new URL('packs', import.meta.url))
const FILE = 'pack.json'

let own: ReadonlyMap<Tag, PackData> = new Map()
let builtIn: ReadonlySet<Tag> | undefined
let packs = new Map<Tag, Pack>()

/** Takes the packs of a publication’s own beside the built-in ones, in place of those of another publication. Of a language that is built in, they replace field by field. */
export function useOwnPacks(all: ReadonlyMap<Tag, PackData>): void {
  if (own.size === 0 && all.size === 0) return
  own = all
  packs = new Map()
}

/** The tags of all languages that have a pack, by the alphabet. */
export function knownTags(): readonly Tag[] {
  return [...new Set([...builtInTags(), ...own.keys()])].sort()
}

/** Whether a text is the tag of a language that has a pack. */
export function isTag(text: string): boolean {
  return own.has(text) || builtInTags().has(text)
}

/** What is known of a language. A pack is read when its language is first used. @throws for a tag that has no pack */
export function packOf(tag: Tag): Pack {
  const known = packs.get(tag)
  if (known) return known
  if (!isTag(tag)) throw new Error(`There is no language pack for “${tag}”.`)
  const read = resolved(tag, { ...readBuiltIn(tag), ...own.get(tag) })
  packs.set(tag, read)
  return read
}

/** What is made of a pack once, when it is first asked for. */
export function ofPack<T>(make: (pack: Pack) => T): (tag: Tag) => T {
  const made = new WeakMap<Pack, { readonly value: T }>()
  return (tag) => {
    const pack = packOf(tag)
    let known = made.get(pack)
    if (!known) made.set(pack, (known = { value: make(pack) }))
    return known.value
  }
}

/** The language whose texts another is derived from letter by letter. */
export function originOf(tag: Tag): Tag | undefined {
  return packOf(tag).derivedFrom?.language
}

function builtInTags(): ReadonlySet<Tag> {
  return (builtIn ??= new Set(foldersNow(BUILT_IN)))
}

function readBuiltIn(tag: Tag): PackData | undefined {
  const text = builtInTags().has(tag) ? textNow(join(BUILT_IN, tag, FILE)) : undefined
  return text === undefined ? undefined : (JSON.parse(text) as PackData)
}

/** What dates and numbers are formatted as where CLDR knows nothing of a language: otherwise it would be the system’s own. */
export const UNKNOWN_LOCALE = 'en-150'

const SCRIPTS: Readonly<Record<string, Script>> = { Latn: 'Latin', Cyrl: 'Cyrillic' }

function resolved(tag: Tag, data: PackData): Pack {
  const pack = {
    ...data,
    tag,
    locale: data.locale ?? (Intl.NumberFormat.supportedLocalesOf(tag).length > 0 ? tag : UNKNOWN_LOCALE),
    script: SCRIPTS[new Intl.Locale(tag).maximize().script ?? ''] ?? 'Latin',
  }
  const { derivedFrom } = data
  return derivedFrom ? withDerived(pack, packOf(derivedFrom.language), DERIVATIONS[derivedFrom.by]!.facts) : pack
}

/** What a language says, which another script says letter by letter. */
const SPOKEN = [
  'typography',
  'dates',
  'ordinals',
  'clock',
  'timeUnits',
  'negation',
  'numbers',
  'acronyms',
  'doubledWords',
  'neverDoubled',
  'dialects',
  'word',
  'territories',
  'search',
] as const

/** What packs say in words of the tool’s own, and what readers type to find words, which is in Latin letters in all. */
const IN_ANY_SCRIPT: ReadonlySet<string> = new Set(['typography.percent', 'ordinals.day', 'ordinals.example', 'search'])

/** A pack with what it has of its origin; each is written anew when it is first asked for. */
function withDerived(pack: Pack, origin: Pack, write: (text: string) => string): Pack {
  for (const field of SPOKEN) {
    if (pack[field] !== undefined) continue
    let value: unknown
    let isMade = false
    Object.defineProperty(pack, field, {
      enumerable: true,
      get() {
        if (!isMade) [value, isMade] = [inScript(field, origin[field], write), true]
        return value
      },
    })
  }
  return pack
}

function inScript(field: string, value: unknown, write: (text: string) => string): unknown {
  if (IN_ANY_SCRIPT.has(field)) return value
  if (typeof value === 'string') return write(value)
  if (Array.isArray(value)) return value.map((each) => inScript(field, each, write))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inScript(`${field}.${name}`, each, write)]))
}
