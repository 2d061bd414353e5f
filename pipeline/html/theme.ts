import { join } from 'node:path'
import { list, readText } from '../disk.ts'
import { shown } from '../identifier.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, problem } from '../problem.ts'
import { addressesOf } from '../source/style-addresses.ts'
import { readFonts, type FontFile } from './fonts.ts'
import { compileTemplates, type Render } from './templates.ts'

/** What every page is made with: the templates, the style sheets by name, the faces. */
export interface Theme {
  readonly render: Render
  readonly styles: ReadonlyMap<string, string>
  readonly fonts: readonly FontFile[]
}

/**
 * Reads `templates/` of a publication's root.
 * @throws Failure for a template that does not compile, and for a style that leads elsewhere
 */
export async function readTheme({ root }: Publication): Promise<Theme> {
  const folder = join(root, 'templates')
  const [pages, partials, styles, fonts] = await Promise.all([
    readFolder(folder, '', '.hbs'),
    readFolder(folder, 'partials/', '.hbs'),
    readFolder(join(folder, 'styles'), '', '.css'),
    readFonts(),
  ])
  for (const [name, css] of styles) refuseAddresses(css, `templates/styles/${name}`)
  return { render: compileTemplates(new Map([...pages, ...partials])), styles, fonts }
}

/** A style reaches nothing: the page that is printed could not, and a web page would tell others who reads it. */
function refuseAddresses(css: string, file: string): void {
  const outward = addressesOf(css)
  if (outward.length === 0) return
  throw new Failure(
    ...outward.map(({ text, offset }) => {
      const before = css.slice(0, offset).split('\n')
      return problem({
        rule: 'style',
        file,
        position: { line: before.length, column: before.at(-1)!.length + 1 },
        message: 'The style asks for what is not in it.',
        found: shown(text),
        expected: 'no address but one that begins with data:',
        remedy: 'Remove the address, or write the picture into the style as a data: address.',
      })
    }),
  )
}

/** A link among the templates is met when it is read: it is refused by name, and not left out. */
async function readFolder(folder: string, under: string, ending: string): Promise<Map<string, string>> {
  const { files = [], links = [] } = (await list(join(folder, under))) ?? {}
  const names = [...files, ...links].filter((name) => name.endsWith(ending)).sort()
  const sources = await Promise.all(names.map(async (name) => [`${under}${name}`, (await readText(join(folder, under, name)))!] as const))
  return new Map(sources)
}
