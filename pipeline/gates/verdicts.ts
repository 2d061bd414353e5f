import { asCalled } from '../files/called.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { DraftReasons } from '../model/edition.ts'
import { Failure, problem } from '../problem.ts'
import type { EditionStatus, Statuses } from './status.ts'

/** An edition below its gate, and the gate’s action. */
export interface GatedEdition {
  readonly document: string
  readonly tag: Tag
  readonly outcome: 'draft' | 'skip' | 'fail'
  readonly status: EditionStatus
}

/**
 * Lists the editions of a document that are below their gates.
 * @param strict makes every gate fail
 */
export function gateEditions({ gates }: Publication, document: string, statuses: Statuses, strict: boolean): GatedEdition[] {
  return [...gates].flatMap(([tag, { below }]) => {
    const status = statuses[tag]
    return !status || status.publishable ? [] : [{ document, tag, outcome: strict ? ('fail' as const) : below, status }]
  })
}

/**
 * Fails if a gate forbids to publish a draft.
 * @throws Failure that names the editions
 */
export function refuseFailed(editions: readonly GatedEdition[]): void {
  const failed = editions.filter(({ outcome }) => outcome === 'fail')
  if (failed.length === 0) return
  throw new Failure(
    ...failed.map(({ document, tag, status }) =>
      problem({
        rule: 'gate',
        file: `locales/${tag}/${document}.json`,
        message: 'This edition does not pass its gate, and the gate lets no draft be published.',
        found: `of ${status.segments} texts ${status.missing} are missing, ${status.stale} stale, ${status.wrong} with errors, ${status.reviewed} reviewed${status.pictures > 0 ? `; ${status.pictures} of its pictures cannot be shown` : ''}`,
        expected: 'every text as content/publication.yaml requires it under “gates”, those of the interface too',
        remedy: `${asCalled('check')} lists what waits; or build without --strict, or with a gate that gives a draft.`,
      }),
    ),
  )
}

/** Reasons why an edition is a draft, including interface texts. Absent if it is final. */
export function draftReasons(own: EditionStatus, site: EditionStatus): DraftReasons | undefined {
  if (own.publishable) return undefined
  const isOnlyUnreviewed = own.missing + own.stale + own.wrong + own.pictures + site.missing + site.stale + site.wrong === 0
  return {
    missing: own.missing + site.missing,
    stale: own.stale + site.stale,
    wrong: own.wrong + site.wrong,
    pictures: own.pictures,
    unreviewed: isOnlyUnreviewed ? own.translated + own.staleMinor + site.translated + site.staleMinor : 0,
  }
}
