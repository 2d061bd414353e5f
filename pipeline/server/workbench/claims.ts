import { join } from 'node:path'
import * as v from 'valibot'
import { readText } from '../../files/disk.ts'
import { writeIfChanged } from '../../files/write.ts'
import type { Tag } from '../../model/language.ts'

/** Who works on a section, so that others take another. It hinders nobody. */
export interface Claim {
  readonly by: string
  /** ISO 8601 date. */
  readonly since: string
}

/** The days of a week, as messages select them. */
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Since when a section is somebody’s: within a week that is `today` or a day of it, before that `other`. @param today ISO 8601 date, as `since` */
export function sinceWhen({ since }: Claim, today: string): 'today' | 'other' | (typeof DAYS)[number] {
  const day = new Date(since)
  const past = (Date.parse(today) - day.getTime()) / 86_400_000
  return past === 0 ? 'today' : past > 0 && past < DAYS.length ? DAYS[day.getUTCDay()]! : 'other'
}

/** Who works where. */
export interface Claims {
  /** By the key of the section’s first segment. */
  of(tag: Tag, document: string): Promise<ReadonlyMap<string, Claim>>
  /** @param claim nothing where a section is free again */
  set(tag: Tag, document: string, section: string, claim: Claim | undefined): Promise<void>
}

const schema = v.record(v.string(), v.record(v.string(), v.object({ by: v.string(), since: v.string() })))
type Kept = v.InferOutput<typeof schema>

/** @param folder absent if claims are to be remembered for this run alone */
export function openClaims(folder: string | undefined): Claims {
  const file = folder && join(folder, 'claims.json')
  let kept: Promise<Kept> | undefined
  const read = (): Promise<Kept> => (kept ??= readKept(file))
  return {
    of: async (tag, document) => new Map(Object.entries((await read())[nameOf(tag, document)] ?? {})),
    set: async (tag, document, section, claim) => {
      const all = await read()
      const { [section]: _, ...rest } = all[nameOf(tag, document)] ?? {}
      const now = { ...all, [nameOf(tag, document)]: { ...rest, ...(claim && { [section]: claim }) } }
      kept = Promise.resolve(now)
      if (file) await writeIfChanged(file, `${JSON.stringify(now, undefined, 2)}\n`)
    },
  }
}

function nameOf(tag: Tag, document: string): string {
  return `${tag}/${document}`
}

/** What cannot be read is begun anew: a claim is a courtesy. */
async function readKept(file: string | undefined): Promise<Kept> {
  try {
    const read = v.safeParse(schema, JSON.parse((file && (await readText(file))) ?? '{}'))
    return read.success ? read.output : {}
  } catch {
    return {}
  }
}
