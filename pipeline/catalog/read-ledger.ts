import { join } from 'node:path'
import { sidesOf } from '../files/conflict-markers.ts'
import { readRevision } from '../files/swap.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { Failure } from '../problem.ts'
import { UNKNOWN, digestOf, ledgerFile, type Answer, type Known, type Ledger } from './ledger.ts'
import { parseLedger } from './ledger-form.ts'

/**
 * Reads a ledger. A missing one is empty. One with conflict markers is joined from both versions.
 * @param textOf gives the translation at a key; of two answers, the one for this text counts
 * @throws Failure if the file is damaged, newer than this program, or has a conflict inside an entry; it is never overwritten
 * then
 */
export async function readLedger(
  { root }: Publication,
  tag: Tag,
  namespace: string,
  textOf: (key: string) => string = () => '',
): Promise<Ledger> {
  const file = ledgerFile(tag, namespace)
  const read = await readRevision(join(root, file))
  if (read === undefined) return { tag, file, answers: new Map(), retired: [] }
  const text = read.text.replaceAll('\r\n', '\n')
  const sides = sidesOf(text)
  const both = sides && [sides.ours, sides.theirs].map((side) => parseSide(side, file))
  const known = both?.[0] && both[1] ? { ...joinLedgers(both[0], both[1], textOf), halfMerged: true } : parseLedger(text, file)
  return { tag, file, ...known, digest: read.digest }
}

/** English that a text answers according to a ledger’s content. Absent if the content does not know it. */
export function recordedIn(content: string, key: string, text: string): string | undefined {
  const known = parseSide(content, '')?.answers.get(key)
  return known && known.digest === digestOf(text) && known.basis !== UNKNOWN ? known.basis : undefined
}

/** Parses one version of a ledger. Returns nothing if it is not valid by itself. */
function parseSide(text: string, file: string): Known | undefined {
  try {
    return parseLedger(text, file)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** Joins two versions of a ledger. */
function joinLedgers(ours: Known, theirs: Known, textOf: (key: string) => string): Known {
  const knows = (key: string, its: Answer | undefined): boolean => its?.digest === digestOf(textOf(key))
  const answers = new Map([...theirs.answers, ...ours.answers])
  for (const [key, its] of theirs.answers) if (knows(key, its) && !knows(key, ours.answers.get(key))) answers.set(key, its)
  const known = new Set(ours.retired.map((each) => JSON.stringify(each)))
  const retired = [...ours.retired, ...theirs.retired.filter((each) => !known.has(JSON.stringify(each)))]
  const replaced = new Map([...(theirs.replaced ?? []), ...(ours.replaced ?? [])])
  return { answers, retired, ...(replaced.size > 0 && { replaced }) }
}
