import { base64 } from './base64.ts'
import { readFont, type FontFile } from './fonts.ts'

/** Address of a face in a page for print: its file’s name, since whoever prints has the same files. */
export function faceAddress({ name }: Pick<FontFile, 'name'>): string {
  return `face:${name}`
}

/** The address in a rule of `fontFaces`. */
const NAMED = /(?<=@font-face\{font-family:[^\n]*;src:url\(")face:([\w.-]+)(?="\))/g

/** The faces as `data:` addresses, by file name. They are the program’s own, some ten megabytes in all. */
const known = new Map<string, Promise<string | undefined>>()

/**
 * Embeds the faces that the head of a page names. An unknown name stays, which the browser cannot read.
 * Law: a page whose faces have the address `faceAddress` becomes the one in which the same faces are `data:` addresses.
 */
export async function withFaces(page: string): Promise<string> {
  const start = page.indexOf('<body')
  const head = start < 0 ? page : page.slice(0, start)
  const names = [...new Set([...head.matchAll(NAMED)].map(([, name]) => name!))]
  if (names.length === 0) return page
  const faces = new Map(await Promise.all(names.map(async (name) => [name, await embedded(name)] as const)))
  return head.replaceAll(NAMED, (address, name: string) => faces.get(name) ?? address) + page.slice(head.length)
}

function embedded(name: string): Promise<string | undefined> {
  const load = async (): Promise<string | undefined> => {
    const file = await readFont(name)
    return file && `data:;base64,${base64(file.bytes)}`
  }
  const present = known.get(name) ?? load()
  known.set(name, present)
  return present
}
