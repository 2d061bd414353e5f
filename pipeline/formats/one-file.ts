import { registerHooks } from 'node:module'

/** Libraries that bring all their modules as one file too, and where that is from their entry: many small ones take longer to load than to run. */
const ONE_FILE: Readonly<Record<string, string>> = { '@cantoo/pdf-lib': '../dist/pdf-lib.esm.min.js' }

/** Has what is loaded after this in the same thread take these files. */
export function loadLibrariesWhole(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context)
      const file = ONE_FILE[specifier]
      return file === undefined ? found : { ...found, url: new URL(file, found.url).href }
    },
  })
}
