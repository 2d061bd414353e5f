import { shown } from '../files/identifier.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, problem, type Position } from '../problem.ts'
import { readTemplates } from '../publication/overlay.ts'
import { addressesOf } from '../source/style-addresses.ts'
import { readFonts, type FontFile } from './fonts.ts'
import { templateAddresses } from './template-addresses.ts'
import { compileTemplates, type Render } from './templates.ts'

/** What every page is made with: the templates, the style sheets by name, the script of web pages, the faces. */
export interface Theme {
  readonly render: Render
  readonly styles: ReadonlyMap<string, string>
  readonly script: string
  /** What the script that searches does in a page. */
  readonly searchScript: string
  readonly fonts: readonly FontFile[]
}

/**
 * Reads a publication’s own templates over the built-in ones.
 * @throws Failure for a template that does not compile, and for a template or a style that leads elsewhere
 */
export async function readTheme({ root }: Publication): Promise<Theme> {
  const [all, fonts] = await Promise.all([readTemplates(root), readFonts()])
  const styles = new Map([...all].flatMap(([name, css]) => (name.startsWith(STYLES) ? [[name.slice(STYLES.length), css]] : [])))
  const templates = new Map([...all].filter(([name]) => !name.startsWith(STYLES) && !name.startsWith(SCRIPTS)))
  for (const [name, css] of styles) refuseAddresses(css, `templates/styles/${name}`)
  for (const [name, source] of templates) await refuseHosts(source, `templates/${name}`)
  return {
    render: compileTemplates(templates),
    styles,
    script: all.get(`${SCRIPTS}site.js`)!,
    searchScript: all.get(`${SCRIPTS}search.js`)!,
    fonts,
  }
}

/** The style sheets of a medium: what all share, then what is its alone. */
export function stylesOf({ styles }: Theme, ...medium: readonly string[]): string[] {
  return ['shared.css', ...medium].map((name) => styles.get(name)!)
}

const STYLES = 'styles/'
const SCRIPTS = 'scripts/'

/** Neither does a template. */
async function refuseHosts(source: string, file: string): Promise<void> {
  const outside = await templateAddresses(source)
  if (outside.length === 0) return
  throw new Failure(
    ...outside.map(({ text, offset }) =>
      problem({
        rule: 'template',
        file,
        position: positionIn(source, offset),
        message: 'This tag asks another website for a file: the page would tell it who reads, and the print reaches no network.',
        found: shown(text),
        expected: 'no address of another website but in a link (<a href="…">)',
        remedy: 'Remove the tag, or write the style, the picture or the face into templates/styles/ as a data: address.',
      }),
    ),
  )
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** A style reaches nothing: the page that is printed could not, and a web page would tell others who reads it. */
function refuseAddresses(css: string, file: string): void {
  const outward = addressesOf(css)
  if (outward.length === 0) return
  throw new Failure(
    ...outward.map(({ text, offset }) =>
      problem({
        rule: 'style',
        file,
        position: positionIn(css, offset),
        message: 'The style asks for what is not in it.',
        found: shown(text),
        expected: 'no address but one that begins with data:',
        remedy: 'Remove the address, or write the picture into the style as a data: address.',
      }),
    ),
  )
}
