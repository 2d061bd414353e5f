import type { Interface, Label } from '../edition/interface.ts'
import { autonym, territoryName } from '../language/formats.ts'
import { languageOf, territoriesOf, territoriesSource } from '../language/territories.ts'
import type { Tag } from '../model/language.ts'
import { drawTall, drawWide, type Space, type SpacesDrawing } from './spaces-drawing.ts'

/** The picture of languages and territories in the shapes that pages need, and the same in words. */
export interface SpacesView {
  readonly drawings: readonly SpacesDrawing[]
  readonly description: string
  readonly source: string
  readonly rows: readonly {
    readonly names: Space['names']
    readonly many: Label | false
    readonly official: string
    readonly regional: string
  }[]
}

/** A language that is official in more territories than these has no columns of its own: it would be all that is seen. */
const MOST_TERRITORIES = 12

/**
 * Shows how languages reach over borders, and share places: languages as rows, territories as columns.
 * @param own the language that the page is about, where it is one
 * @returns nothing where there are no two languages, or nothing is known of where they are official
 */
export function spacesOf(tags: readonly Tag[], words: Interface, own?: Tag): SpacesView | undefined {
  const byLanguage = [...Map.groupBy(tags, languageOf).values()]
  const drawn = new Set(byLanguage.flatMap((of) => few(of[0]!)))
  if (byLanguage.length < 2 || drawn.size === 0) return undefined
  const spaces = byLanguage.map((of) => spaceOf(of, own, drawn, words))
  const columns = columnsOf(spaces, drawn).map((code) => ({ code, name: territoryName(words.tag, code) }))
  const namesIn = (codes: readonly string[]): string => columns.flatMap(({ code, name }) => (codes.includes(code) ? [name] : [])).join(', ')
  const rows = spaces.map(({ names, official, regional, many }) => ({
    names,
    many: many ?? (false as const),
    official: namesIn(official),
    regional: namesIn(regional),
  }))
  const sentences = rows.map(({ names, many, official, regional }) => {
    const parts = [
      many && `${words.message('spaces.official').text}: ${many.text}`,
      official && `${words.message('spaces.official').text}: ${official}`,
      regional && `${words.message('spaces.regional').text}: ${regional}`,
    ]
    return `${names.map(({ name }) => name).join(', ')}. ${parts.filter(Boolean).join('. ')}.`
  })
  return {
    drawings: [...drawWide(spaces, columns), drawTall(spaces, columns)],
    description: sentences.join(' '),
    source: territoriesSource(),
    rows,
  }
}

/** The territories of a language that has few. */
function few(tag: Tag): readonly string[] {
  const { official, regional } = territoriesOf(tag)
  const all = [...official, ...regional]
  return all.length > MOST_TERRITORIES ? [] : all
}

function spaceOf(tags: readonly Tag[], own: Tag | undefined, drawn: ReadonlySet<string>, words: Interface): Space {
  const { official, regional } = territoriesOf(tags[0]!)
  const count = official.length + regional.length
  const isDrawn = [...official, ...regional].some((code) => drawn.has(code))
  return {
    names: [...new Map(tags.map((tag) => [autonym(tag), tag]))].map(([name, tag]) => ({ tag, name })),
    isOwn: own !== undefined && tags.includes(own),
    official: official.filter((code) => drawn.has(code)),
    regional: regional.filter((code) => drawn.has(code)),
    many: !isDrawn && count > 0 ? words.message('spaces.many', { count }) : undefined,
  }
}

/** Territories that share languages stand side by side: by the mean place of their languages. */
function columnsOf(spaces: readonly Space[], drawn: ReadonlySet<string>): string[] {
  const place = (code: string): number => {
    const rows = spaces.flatMap(({ official, regional }, row) => (official.includes(code) || regional.includes(code) ? [row] : []))
    return rows.reduce((sum, row) => sum + row, 0) / rows.length
  }
  return [...drawn].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
