import { join } from 'node:path'
import { readText } from '../files/disk.ts'
import { BUILT_IN_TEMPLATES } from '../publication/overlay.ts'

/**
 * A file of `templates/start/`, as the bytes that a new one has.
 * @param values what stands in its places `{{name}}`
 */
export async function skeleton(name: string, values: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const text = (await readText(join(BUILT_IN_TEMPLATES, 'start', name)))!
  return new TextEncoder().encode(text.replaceAll(/\{\{([a-z-]+)\}\}/g, (_, place: string) => values[place]!))
}

/** The day on which something begins, as the writer’s calendar has it. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
