/** The texts in the content of a locale file. A file that is not JSON, such as one with conflict markers, has none. */
export function textsIn(content: string): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''))
    const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return new Map()
  }
}
