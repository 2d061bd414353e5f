import { unzipSync } from 'fflate'
import { packFiles } from '../publish/package.ts'

/** The file that tells of what kind the others are. It stands first, as Word writes it. */
const TYPES = '[Content_Types].xml'

/** When the document was made and changed. */
const DATES = /(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g

/** Names that the library makes up, or counts on from document to document, and what each begins with. */
const NAMES: readonly (readonly [pattern: RegExp, beginning: string])[] = [
  [/(?<=\b(?:r:id|Id)=")rId[\w-]{21}(?=")/g, 'rIdLink'],
  [/(?<=\bw:(?:name|anchor)="|<w:instrText[^>]*>\s*PAGEREF )_Toc\d+/g, '_Toc'],
  [/(?<=<w:bookmark(?:Start|End)\b[^>]*\bw:id=")\d+/g, ''],
  [/(?<=<wp:docPr id=")\d+/g, ''],
]

/**
 * Packs a document anew, so that it is the same to the byte whenever and wherever it is made.
 * @param date of the files in it, ISO 8601
 * @param modified when it was last changed
 */
export async function fixed(document: Uint8Array, date: string, modified: Date): Promise<Uint8Array> {
  const renamed = NAMES.map(([pattern, beginning]) => ({ pattern, beginning, names: new Map<string, string>() }))
  const time = modified.toISOString().replace(/\.\d+Z$/, 'Z')
  const written = (xml: string): string =>
    renamed.reduce(
      (text, { pattern, beginning, names }) =>
        text.replaceAll(pattern, (name) => {
          if (!names.has(name)) names.set(name, `${beginning}${names.size + 1}`)
          return names.get(name)!
        }),
      xml.replaceAll(DATES, time),
    )
  const files = Object.entries(unzipSync(document)).map(([path, bytes]) => ({
    path,
    bytes: /\.(?:xml|rels)$/.test(path) ? new TextEncoder().encode(written(new TextDecoder().decode(bytes))) : bytes,
  }))
  const types = files.filter(({ path }) => path === TYPES)
  return packFiles([...types, ...files.filter((file) => !types.includes(file))], date)
}
