import type { Doubt } from '../model/catalog.ts'
import { readBlobs } from './git.ts'
import { textsIn } from './texts-in.ts'
import { versionsOf, type Version } from './versions.ts'

/** The texts of a locale file on a day, and the days on which some of them have changed since. */
export interface Since {
  /** Texts by key, in the last commit of the day. */
  readonly former: ReadonlyMap<string, string>
  /** The last day (ISO 8601, UTC) of a change, by key. A change that is in no commit yet has none. */
  readonly changedOn: ReadonlyMap<string, string>
}

/**
 * Compares a locale file with what it was on a day. Returns nothing for a file that was not there then, and a doubt where the
 * history does not go back so far.
 * @param versions of the present commit’s history, the latest first
 * @param paths present and former paths of the file
 * @param day ISO 8601; it ends at midnight UTC
 * @throws NoAnswer
 */
export async function textsSince(
  root: string,
  versions: readonly Version[],
  isShallow: boolean,
  paths: readonly string[],
  day: string,
): Promise<Since | Doubt | undefined> {
  const end = Date.parse(day) / 1000 + SECONDS_OF_DAY
  const own = versionsOf(versions, paths)
  if (own.length === 0) return 'untracked'
  const last = own.find(({ committed }) => committed < end)
  if (!last) return isShallow ? 'shallow' : undefined
  const later = own.filter(({ committed }) => committed >= end)
  const blobs = await readBlobs(root, [last.after, ...later.flatMap(({ after, before }) => [after, ...before])])
  const textsOf = (blob: string): ReadonlyMap<string, string> => textsIn(blobs.get(blob) ?? '')
  const changedOn = new Map<string, string>()
  for (const { after, before, committed } of later.toSorted((a, b) => a.committed - b.committed)) {
    const [texts, former] = [textsOf(after), before.map(textsOf)]
    const keys = new Set([...texts.keys(), ...former.flatMap((each) => [...each.keys()])])
    for (const key of keys)
      if (former.every((each) => each.get(key) !== texts.get(key)))
        changedOn.set(key, new Date(committed * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length))
  }
  return { former: textsOf(last.after), changedOn }
}

const SECONDS_OF_DAY = 86_400
