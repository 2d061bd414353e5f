import { registerHooks } from 'node:module'

/**
 * Libraries that include a bundle of all their modules, by its path from their entry. Loading many small modules takes longer
 * than running them.
 */
const ONE_FILE: Readonly<Record<string, string>> = { '@cantoo/pdf-lib': '../dist/pdf-lib.esm.min.js' }

/** Makes later imports in this thread use the bundles. */
export function loadLibrariesWhole(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context)
      const file = ONE_FILE[specifier]
      return file === undefined ? found : { ...found, url: new URL(file, found.url).href }
    },
  })
}
