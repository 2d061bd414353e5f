import { join } from 'node:path'
import { list, readText } from '../disk.ts'
import type { Publication } from '../model.ts'
import { readFonts, type FontFile } from './fonts.ts'
import { compileTemplates, type Render } from './templates.ts'

/** What every page is made with: the templates, the style sheets by name, the faces. */
export interface Theme {
  readonly render: Render
  readonly styles: ReadonlyMap<string, string>
  readonly fonts: readonly FontFile[]
}

/** Reads `templates/` of a publication's root. */
export async function readTheme({ root }: Publication): Promise<Theme> {
  const folder = join(root, 'templates')
  const [pages, partials, styles, fonts] = await Promise.all([
    readFolder(folder, '', '.hbs'),
    readFolder(folder, 'partials/', '.hbs'),
    readFolder(join(folder, 'styles'), '', '.css'),
    readFonts(),
  ])
  return { render: compileTemplates(new Map([...pages, ...partials])), styles, fonts }
}

async function readFolder(folder: string, under: string, ending: string): Promise<Map<string, string>> {
  const names = ((await list(join(folder, under)))?.files ?? []).filter((name) => name.endsWith(ending))
  const sources = await Promise.all(names.map(async (name) => [`${under}${name}`, (await readText(join(folder, under, name)))!] as const))
  return new Map(sources)
}
