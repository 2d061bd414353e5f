import { createLookup, type Lookup } from '../catalog/lookup.ts'
import { openReader } from '../catalog/text-collection.ts'
import type { Texts } from '../catalog/reconcile.ts'
import type { Site } from '../catalog/site.ts'
import { SITE } from '../catalog/store.ts'
import { checkForGates } from '../check/for-gates.ts'
import { readGlossary, type Glossary } from '../catalog/glossary.ts'
import { keepFindings, type KeptFindings } from '../check/kept-findings.ts'
import { createInterface, type Interface } from '../edition/interface.ts'
import type { webAssets } from '../html/assets.ts'
import type { Theme } from '../html/theme.ts'
import type { Picture } from '../model/document.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Problem } from '../problem.ts'
import { readLogo } from '../source/logo.ts'
import { statusOfSite, type Statuses } from '../gates/status.ts'

/** Status of texts, and their problems. */
export interface Assessment {
  readonly statuses: Statuses
  readonly problems: readonly Problem[]
  /** Rules that threw. */
  readonly failures: readonly Problem[]
}

/** The inputs that all documents share. */
export interface Shared {
  /**
   * Templates and styles, which are read when the first page is made.
   * @throws Failure if one of them is malformed
   */
  readonly theme: () => Promise<Theme>
  readonly glossary: Glossary
  /** Findings in documents, as long as the glossary and the packs stand. */
  readonly findings: KeptFindings
  readonly siteTexts: Site
  /** Checks and status of the interface. */
  readonly site: () => Promise<Assessment>
  /** Interface of a language’s editions. */
  readonly wordsOf: (tag: Tag) => Interface
  /** Shared files of web pages: style sheet, fonts, logo. */
  readonly assets: () => Promise<ReturnType<typeof webAssets>>
  /** The publisher’s logo. */
  readonly logo: Picture | undefined
}

/**
 * Reads the shared inputs.
 * @throws Failure if the interface, glossary or logo cannot be read
 */
export async function readShared(publication: Publication): Promise<Shared> {
  const [{ site: siteTexts }, glossary, logo] = await Promise.all([
    openReader(publication),
    readGlossary(publication),
    readLogo(publication),
  ])
  const { texts, all } = siteTexts
  const lookup = await lookupOf(all)
  const words = new Map<Tag, Interface>()
  const theme = once(async () => (await import('../html/theme.ts')).readTheme(publication))
  return {
    theme,
    glossary,
    findings: keepFindings(),
    siteTexts,
    site: once(() => assessSite(publication, texts, glossary)),
    wordsOf: (tag) => {
      const known = words.get(tag) ?? createInterface(tag, lookup, all)
      words.set(tag, known)
      return known
    },
    assets: once(async () => (await import('../html/assets.ts')).webAssets(await theme(), publication, logo)),
    logo,
  }
}

/** Makes an answer when it is first asked for. Whoever asks meets its error. */
function once<Answer>(make: () => Promise<Answer>): () => Promise<Answer> {
  let made: Promise<Answer> | undefined
  return () =>
    (made ??= make().catch((error: unknown) => {
      // Its cause may be removed by the next time.
      made = undefined
      throw error
    }))
}

/** Creates the lookup of a document’s texts or of interface texts. */
export function lookupOf({ english, translations }: Pick<Texts, 'english' | 'translations'>): Promise<Lookup> {
  return createLookup([english, ...translations], english.tag)
}

async function assessSite(publication: Publication, site: Texts, glossary: Glossary): Promise<Assessment> {
  const { countWrong, ...checked } = await checkForGates(publication, { documents: [], site, anchorsOf: () => undefined }, glossary)
  const wrong = (tag: Tag): number => countWrong(SITE, tag)
  return {
    ...checked,
    statuses: statusOfSite(publication, site, wrong),
  }
}
