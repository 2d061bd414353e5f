import { join } from 'node:path'
import { readBytes } from '../files/disk.ts'
import { shown } from '../files/identifier.ts'
import { nearestName } from '../files/slips.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'
import { BUILT_IN_TEMPLATES, builtInTemplates } from '../publication/overlay.ts'
import { writeNew } from './write-new.ts'

/**
 * Brings a built-in template or style out into the publication, to be changed there.
 * @param name as in `partials/cover.hbs`; the last part is enough where there is one of that name, with or without its ending
 * @returns the path that was written
 * @throws Failure where there is no such template, several, or the publication has its own already
 */
export async function copyTemplate({ root }: Publication, name: string): Promise<string[]> {
  const known = await builtInTemplates()
  const asked = name.replace(/^templates\//, '')
  const last = (path: string): string => path.split('/').at(-1)!
  const found = [
    known.filter((each) => each === asked),
    known.filter((each) => last(each) === asked),
    known.filter((each) => last(each).replace(/\.\w+$/, '') === asked),
  ].find(({ length }) => length > 0)
  if (found?.length !== 1) {
    const near = nearestName(asked, [...known, ...known.map(last)])
    throw failure({
      rule: 'template',
      file: 'templates/',
      message: found ? 'There are several built-in files of this name.' : 'There is no built-in file of this name.',
      found: shown(name),
      expected: found ? `one of ${found.join(', ')}` : near === undefined ? `one of ${known.join(', ')}` : `perhaps ${near}`,
      remedy: 'Correct the name.',
    })
  }
  const bytes = (await readBytes(join(BUILT_IN_TEMPLATES, found[0]!)))!
  return writeNew(root, new Map([[`templates/${found[0]!}`, bytes]]), 'Change it where it is; or remove it to have the built-in one again.')
}
