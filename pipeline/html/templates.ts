// The library in one file: its many modules take longer to load than to run.
import Handlebars from 'handlebars/dist/handlebars.min.js'
import { wordsOfColumn, type Interface, type Label, type Values } from '../edition/interface.ts'
import { failure, type Position } from '../problem.ts'
import type { Phrase } from '../model/edition.ts'
import { labelHtml, phraseHtml, type Addresses } from './body.ts'
import type { Hyphenation } from './typography.ts'

/** Name → source: `web.hbs`, `partials/cover.hbs`. */
export type TemplateSources = ReadonlyMap<string, string>

/** Renders a page of `templates/`; the words are those of the edition. */
export type Render = (template: string, view: object, words: Interface, addresses: Addresses, hyphenation?: Hyphenation) => string

const FOLDER = 'templates'
const PARTIAL = /^partials\/(.+)\.hbs$/

/**
 * What templates may call, and no more: `{{words phrase}}`, `{{message "id" argument=value}}`, `{{attribute "id"}}` for attributes,
 * and `{{#column tag}}` around what stands in a column of a parallel edition: its words are in that language.
 */
const HELPERS = { words: true, message: true, attribute: true, column: true } as const

/**
 * Compiles the templates. A field that the view lacks is an error, not an empty place in the page.
 * Everything is escaped but what the helpers and the body give, which has passed the sanitizer.
 * @throws Failure, when a page is rendered, that names the template and the line
 */
export function compileTemplates(sources: TemplateSources): Render {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('words', function (this: unknown, words: Phrase | Label, { data }: Handlebars.HelperOptions) {
    const { addresses, hyphenation } = data as Given
    return new Handlebars.SafeString(
      'nodes' in words ? phraseHtml(words, interfaceOf(data), addresses, hyphenation) : labelHtml(words, hyphenation),
    )
  })
  handlebars.registerHelper('message', function (this: unknown, id: string, { data, hash }: Handlebars.HelperOptions) {
    return new Handlebars.SafeString(labelHtml(interfaceOf(data).message(id, hash as Values), (data as Given).hyphenation))
  })
  handlebars.registerHelper('attribute', function (this: unknown, id: string, { data, hash }: Handlebars.HelperOptions) {
    return interfaceOf(data).message(id, hash as Values).text
  })
  handlebars.registerHelper('column', function (this: unknown, tag: string, { data, fn }: Handlebars.HelperOptions) {
    return fn(this, { data: { ...(data as Given), interface: wordsOfColumn(interfaceOf(data), tag) } })
  })
  const compiled = new Map(
    [...sources].map(([name, source]) => {
      const template = handlebars.compile<object>(source, { strict: true, knownHelpers: HELPERS, knownHelpersOnly: true })
      const guarded: typeof template = (view, options) => naming(name, source, () => template(view, options))
      const partial = PARTIAL.exec(name)?.[1]
      if (partial !== undefined) handlebars.registerPartial(partial, guarded)
      return [name, guarded]
    }),
  )
  return (name, view, words, addresses, hyphenation) => {
    const data: Given = { interface: words, addresses, hyphenation }
    return compiled.get(name)!(view, { data })
  }
}

/** What every page gives its helpers. */
interface Given {
  readonly interface: Interface
  readonly addresses: Addresses
  /** For print. */
  readonly hyphenation: Hyphenation | undefined
}

function interfaceOf(data: unknown): Interface {
  return (data as Given).interface
}

/** Runs a template and gives what goes wrong its name; the innermost template is the one at fault. */
function naming<T>(name: string, source: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if ((error as Error).name === 'Failure') throw error
    const message = (error as Error).message
    throw failure({
      rule: 'template',
      file: `${FOLDER}/${name}`,
      position: placeOf(error as Error, source),
      message: 'This template fails.',
      // Handlebars shows the object in which it looked as [object Object].
      found: [...new Set([message.split('\n').at(0), message.split('\n').at(-1)])].join(' ').replace(/ in \[object Object\].*/, ''),
      expected: 'a template that can be rendered',
      remedy: 'Correct the template at this line; the fields that it may use are those of the page’s view in pipeline/html/.',
    })
  }
}

/** Handlebars tells the place as properties of a runtime error, and inside the message of a syntax error. */
function placeOf(error: Error & { lineNumber?: number; column?: number }, source: string): Position | undefined {
  const partial = /The partial (\S+) could not be found/.exec(error.message)?.[1]
  const before = partial === undefined ? undefined : source.split(new RegExp(`\\{\\{> *${RegExp.escape(partial)}`), 1)[0]!.split('\n')
  if (before) return { line: before.length, column: before.at(-1)!.length + 1 }
  if (error.lineNumber !== undefined) return { line: error.lineNumber, column: (error.column ?? 0) + 1 }
  const inMessage = /line (\d+)/.exec(error.message) ?? / - (\d+):(\d+)/.exec(error.message)
  return inMessage ? { line: Number(inMessage[1]), column: Number(inMessage[2] ?? 0) + 1 } : undefined
}
