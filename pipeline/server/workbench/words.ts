import { createLookup } from '../../catalog/lookup.ts'
import { SITE } from '../../catalog/store.ts'
import { createInterface, type Interface } from '../../edition/interface.ts'
import { workbenchTexts } from '../../language/interface-texts.ts'
import { originOf } from '../../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../../model/language.ts'

/**
 * The words of the pages in a language: English where it has none of its own.
 * @param root of the publication, whose own languages may bring some
 * @throws Failure where a file of them is malformed
 */
export async function wordsFor(root: string, tag: Tag): Promise<Interface> {
  const tags = [...new Set([SOURCE_TAG, originOf(tag) ?? tag, tag])]
  const catalogs = await Promise.all(
    tags.map(async (each) => ({ tag: each, namespace: SITE, file: '', entries: await workbenchTexts(root, each) })),
  )
  const [english, ...translations] = catalogs
  return createInterface(tag, await createLookup(catalogs), { english: english!, translations })
}
