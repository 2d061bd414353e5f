import { readText } from '../files/disk.ts'
import { writeIfChanged } from '../files/write.ts'
import { nameOf } from './store.ts'

/**
 * Reads a JSON value that an earlier run wrote to a cache file. Returns nothing if the file is missing, damaged, or of another
 * form.
 * @param form name of the value’s shape, which changes with it
 */
export async function readKept(file: string, form: string): Promise<unknown> {
  try {
    const [digest, text] = ((await readText(file)) ?? '').split(/\n(.*)/s)
    return text && digest === nameOf(form, text) ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}

/** Writes a JSON value for later runs. Errors are ignored. */
export async function writeKept(file: string, form: string, kept: unknown): Promise<void> {
  const text = JSON.stringify(kept)
  await writeIfChanged(file, `${nameOf(form, text)}\n${text}`).catch(() => undefined)
}
