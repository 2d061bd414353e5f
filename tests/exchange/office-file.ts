import { unzipSync, zipSync } from 'fflate'

/** An office file with one of its parts written anew. */
export function withPart(file: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file)
  const before = parts[path] ? new TextDecoder().decode(parts[path]) : ''
  return zipSync({ ...parts, [path]: new TextEncoder().encode(change(before)) }, { level: 1 })
}

/** A part of an office file. */
export function partOf(file: Uint8Array, path: string): string {
  return new TextDecoder().decode(unzipSync(file)[path])
}

/** What Word notes down of a change, and of a comment. */
export const inserted = (text: string, by = 'Ana'): string => `<w:ins w:id="9001" w:author="${by}" w:date="2026-11-20T10:00:00Z"><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:ins>` // prettier-ignore
export const deleted = (text: string, by = 'Ana'): string => `<w:del w:id="9002" w:author="${by}" w:date="2026-11-20T10:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>` // prettier-ignore
export const comments = (...texts: readonly string[]): string =>
  `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${texts.map((text, id) => `<w:comment w:id="${id}" w:author="Ben" w:date="2026-11-21T10:00:00Z"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`).join('')}</w:comments>`
export const commented = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`

/** An office file with its parts under other paths. */
export function withPaths(file: Uint8Array, paths: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [paths[path] ?? path, bytes])), { level: 1 })
}
