import { shown } from '../files/identifier.ts'
import { failure, type Failure } from '../problem.ts'

const FILE = 'content/publication.yaml'

/** The Failure for a file that is named in the place of the publication’s folder, such as its publication.yaml. */
export function notFolder(path: string): Failure {
  const root = path.endsWith(`/${FILE}`) ? path.slice(0, -FILE.length - 1) : undefined
  return failure({
    rule: 'no-publication',
    file: shown(path),
    message: 'This is a file, and no publication’s folder.',
    expected: 'a folder with content/publication.yaml in it',
    remedy: `Name the folder with --root${root === undefined ? '' : `: --root ${shown(root)}`}.`,
  })
}

/**
 * The Failure for a folder that is no publication’s.
 * @param files of its folder `content/`
 * @param folders of the folder itself, where it has no `content/`
 */
export function noPublication(root: string, files: readonly string[], folders: readonly string[]): Failure {
  const near = files.find((name) => /^publication\.(?:ya?ml|json)(?:\.txt)?$/i.test(name))
  const folderNear = folders.find((name) => name.toLowerCase() === 'content')
  return failure({
    rule: 'no-publication',
    file: FILE,
    message: `There is no publication in ${root}.`,
    ...(near !== undefined && { found: `content/${shown(near)}` }),
    ...(folderNear !== undefined && { found: `${shown(folderNear)}/` }),
    expected: 'a folder with content/publication.yaml in it',
    remedy:
      folderNear !== undefined
        ? `Rename ${shown(folderNear)} to content.`
        : near === undefined
          ? 'Run the command in the publication’s folder, or name the folder with --root.'
          : `Rename ${shown(near)} to publication.yaml.`,
  })
}
