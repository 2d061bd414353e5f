import * as fontkit from 'fontkit'
import type { FontFile } from '../../pipeline/html/fonts.ts'

/** What of a face’s table of substitutions the tests read: ligatures, and for each language the glyphs of its own. */
interface Substitutions {
  readonly lookupList: { toArray(): readonly { readonly lookupType: number; readonly subTables: readonly Subtable[] }[] }
  readonly scriptList: readonly {
    readonly tag: string
    readonly script: { readonly langSysRecords: readonly { readonly langSys: { readonly featureIndexes: readonly number[] } }[] }
  }[]
  readonly featureList: readonly { readonly tag: string; readonly feature: { readonly lookupListIndexes: readonly number[] } }[]
}
interface Subtable {
  readonly extension?: Subtable
  readonly coverage: {
    readonly glyphs?: readonly number[]
    readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[]
  }
  readonly ligatureSets?: { toArray(): readonly (readonly { readonly components: readonly number[] }[])[] }
}

const covered = ({ coverage: { glyphs, rangeRecords = [] } }: Subtable): readonly number[] =>
  glyphs ?? rangeRecords.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, index) => start + index))

/** The sequences of characters that a file’s face joins, and the letters that it draws otherwise in some language. */
export function joinedIn({ bytes }: FontFile): string[] {
  const font = fontkit.create(bytes as Buffer) as fontkit.Font & { GSUB?: Substitutions }
  const table = font.GSUB
  if (!table) return []
  const characters = new Map(font.characterSet.toReversed().map((point) => [font.glyphForCodePoint(point).id, String.fromCodePoint(point)]))
  const lookups = table.lookupList.toArray()
  const joined = lookups
    .filter(({ lookupType }) => lookupType === 4)
    .flatMap(({ subTables }) => subTables.map((each) => each.extension ?? each))
    .flatMap((subtable) =>
      covered(subtable).flatMap((first, index) =>
        subtable.ligatureSets!.toArray()[index]!.map(({ components }) => [first, ...components].map((glyph) => characters.get(glyph))),
      ),
    )
    .filter((sequence) => sequence.every((each) => each !== undefined && /[\p{L}\p{P}]/u.test(each)))
    .map((sequence) => sequence.join(''))
  const own = table.scriptList
    .flatMap(({ script }) => script.langSysRecords)
    .flatMap(({ langSys }) => langSys.featureIndexes.map((index) => table.featureList[index]!))
    .filter(({ tag }) => tag === 'locl')
    .flatMap(({ feature }) => feature.lookupListIndexes.flatMap((index) => lookups[index]!.subTables))
    .flatMap((each) => covered(each.extension ?? each).flatMap((glyph) => characters.get(glyph) ?? []))
    .filter((each) => /[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(each))
  return [...new Set([...joined, ...own.map((letter) => `${letter}${letter}`)])]
}
