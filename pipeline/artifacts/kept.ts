import { readText } from '../files/disk.ts'
import { writeIfChanged } from '../files/write.ts'
import { nameOf } from './store.ts'

/**
 * What an earlier run has kept in a file of the cache, as JSON holds it; nothing where there is none, where it is not, byte for
 * byte, what was written, or where it has another form.
 * @param form changes with the shape of what is kept
 */
export async function readKept(file: string, form: string): Promise<unknown> {
  try {
    const [digest, text] = ((await readText(file)) ?? '').split(/\n(.*)/s)
    return text && digest === nameOf(form, text) ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}

/** Keeps something for other runs. A cache that cannot be written is none. */
export async function writeKept(file: string, form: string, kept: unknown): Promise<void> {
  const text = JSON.stringify(kept)
  await writeIfChanged(file, `${nameOf(form, text)}\n${text}`).catch(() => undefined)
}
