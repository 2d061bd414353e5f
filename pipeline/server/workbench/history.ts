import { isDeepStrictEqual } from 'node:util'
import { UNKNOWN, ledgerFile, type Ledger } from '../../catalog/ledger.ts'
import { recordedIn } from '../../catalog/read-ledger.ts'
import { SITE, catalogFile } from '../../catalog/store.ts'
import { siteMemory } from '../../catalog/witnesses.ts'
import { formerTexts } from '../../history/former-texts.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import { standingOf } from './changes.ts'
import type { Journal, Noted, Standing } from './journal.ts'
import type { Row } from './rows.ts'

/** A former text of a segment. */
export interface Former extends Standing {
  /** ISO 8601 date and time, where it is known. */
  readonly at?: string | undefined
  readonly by?: string | undefined
}

/** More are no help. */
const MOST = 50

/**
 * The former texts of a segment, each once, the latest first: what was changed here, what git knows, and what the ledger keeps of
 * former sources.
 */
export async function historyOf(
  { root }: Publication,
  journal: Journal,
  { tag, id, row, ledger }: { readonly tag: Tag; readonly id: string; readonly row: Row; readonly ledger: Ledger | undefined },
): Promise<Former[]> {
  const { key, sourceTag } = row
  const noted = (await journal.read(tag, id)).filter((each) => each.key === key)
  const english = [...(id === SITE ? [siteMemory(sourceTag)] : []), catalogFile(sourceTag, id)]
  const committed = await formerTexts(root, { key, file: catalogFile(tag, id), english, ledger: ledgerFile(tag, id), recordedIn })
  const retired = (ledger?.retired ?? []).filter((each) => each.key === key)
  const known: Former[] = [
    ...retired.map(({ text, basis, origin, review }) => ({ text, basis, origin, review })),
    ...committed.map(({ text, basis, written, by }) => ({ text, basis: basis ?? UNKNOWN, by, at: new Date(written * 1000).toISOString() })),
    ...noted.flatMap(({ before, after, at, by }): Former[] => [before, { ...after, at, by }]),
  ]
  const byText = new Map<string, Former>()
  for (const each of known) byText.set(each.text, { ...byText.get(each.text), ...present(each) })
  byText.delete('')
  byText.delete(row.text)
  return [...byText.values()].sort((a, b) => compare(b.at ?? '', a.at ?? '')).slice(0, MOST)
}

/** The last change of a segment in the workbench, if what it brought still stands: the text, and where that was only confirmed, what it answers and who reviewed it. */
export async function lastChange(journal: Journal, tag: Tag, id: string, row: Row): Promise<Noted | undefined> {
  const last = (await journal.read(tag, id)).findLast((each) => each.key === row.key)
  if (last?.after.text !== row.text) return undefined
  const { before, after } = last
  return before.text !== after.text || isAnsweredAlike(standingOf(row), after) ? last : undefined
}

function isAnsweredAlike(a: Standing, b: Standing): boolean {
  return (a.basis ?? UNKNOWN) === (b.basis ?? UNKNOWN) && isDeepStrictEqual(a.review, b.review)
}

/** The fields that are known. */
function present(former: Former): Former {
  return Object.fromEntries(Object.entries(former).filter(([, value]) => value !== undefined)) as unknown as Former
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
