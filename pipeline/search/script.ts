import { fileURLToPath } from 'node:url'
import { textNow } from '../files/disk.ts'

/** The library, as a script that needs no module: pages that are opened from a disk can load none. */
const LIBRARY = fileURLToPath(new URL('../umd/index.js', import.meta.resolve('minisearch')))
const BANNER = '/*! With MiniSearch by Luca Ongaro, MIT licence: https://github.com/lucaong/minisearch */'

/** What pages run of the program, each before what imports it. */
const MODULES = ['../language/search-form.js', '../language/search-terms.js', './engine.js'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/**
 * The script that searches, as one file for browsers.
 * @param own what it does in a page, from the templates
 */
export function searchScript(own: string): string {
  if (made?.own !== own) made = { own, script: scriptFrom(own) }
  return made.script
}

/** That of the templates that were last read: each package has it. */
let made: { readonly own: string; readonly script: string } | undefined

function scriptFrom(own: string): string {
  const modules = MODULES.map((path) => withoutModules(textNow(path)))
  return [BANNER, ...[textNow(LIBRARY), `{\n${[...modules, own].join('\n')}\n}`].map(withoutComments)].join('\n')
}

/** Statements of modules, which stand at the beginning of a line. */
function withoutModules(source: string): string {
  return source.replaceAll(/^import .*$/gm, '').replaceAll(/^export (?=function|const)/gm, '')
}

/** Comments that fill lines, and what is indented. */
function withoutComments(source: string): string {
  return source.replaceAll(/^\s*\/\*\*[^]*?\*\/\n/gm, '').replaceAll(/^\s*(?:\/\/.*)?/gm, '')
}
