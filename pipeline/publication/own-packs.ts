import { join } from 'node:path'
import { list, readText } from '../files/disk.ts'
import { shown } from '../files/identifier.ts'
import { nearestName } from '../files/slips.ts'
import { parseYaml } from '../files/yaml.ts'
import type { PackData } from '../language/pack.ts'
import { canonicalTag, textDirection } from '../language/tags.ts'
import type { Tag } from '../model/language.ts'
import { failure, type Position } from '../problem.ts'

/** Where a publication has language packs of its own, one folder a language. */
const FOLDER = 'languages'
/** JSON is YAML too. */
const FILES = ['pack.yaml', 'pack.json']
/** What else a language may bring: words around the texts, of the workbench, and of findings. */
const TEXTS = ['interface.json', 'workbench.json', 'findings.json']

/**
 * The language packs that a publication brings.
 * @param root absolute path of the publication
 * @throws Failure for a folder that is no language’s, and a pack that is malformed or contradicts CLDR
 */
export async function readOwnPacks(root: string): Promise<ReadonlyMap<Tag, PackData>> {
  const { files, folders } = (await list(join(root, FOLDER))) ?? { files: [], folders: [] }
  for (const file of files) refuseLoose(file)
  if (folders.length === 0) return new Map()
  const packs = new Map<Tag, PackData>()
  for (const tag of folders) {
    const read = await readPack(root, tag)
    if (read) packs.set(tag, read)
  }
  return packs
}

async function readPack(root: string, tag: string): Promise<PackData | undefined> {
  for (const name of FILES) {
    const file = `${FOLDER}/${tag}/${name}`
    const text = await readText(join(root, file))
    if (text === undefined) continue
    refuseTag(tag)
    // Few publications have one.
    const { packSchema } = await import('./pack-schema.ts')
    const { value, position } = parseYaml(text, file, packSchema)
    refusePlurals(tag, value, file, position(['plurals']))
    return value
  }
  await refuseMisnamed(root, tag)
  return undefined
}

/** Refuses a pack that lies in no folder of a language. */
function refuseLoose(file: string): void {
  const [, tag] = /^([^.].*)\.(?:ya?ml|json)$/.exec(file) ?? []
  if (tag === undefined) return
  throw failure({
    rule: 'language-pack',
    file: `${FOLDER}/${shown(file)}`,
    message: 'A language pack lies in a folder that is called as its language.',
    found: shown(file),
    expected: `${FOLDER}/${canonicalTag(tag) ?? 'sl'}/${FILES[0]!}`,
    remedy: 'Make the folder, and move the file there.',
  })
}

/** Refuses a file whose name is nearly one that is read, in a folder that has no pack. */
async function refuseMisnamed(root: string, tag: string): Promise<void> {
  const read = [...FILES, ...TEXTS]
  const { files } = (await list(join(root, FOLDER, tag))) ?? { files: [] }
  const misnamed = files.find((file) => !read.includes(file) && nearestName(file, read) !== undefined)
  if (misnamed === undefined) return
  throw failure({
    rule: 'language-pack',
    file: `${FOLDER}/${shown(tag)}/${shown(misnamed)}`,
    message: 'No language is read from a file of this name.',
    found: shown(misnamed),
    expected: `perhaps ${nearestName(misnamed, read)!}`,
    remedy: 'Rename the file.',
  })
}

/** Refuses a folder that is not called as BCP 47 writes its language, and one whose script the templates cannot set. */
function refuseTag(tag: string): void {
  const canonical = canonicalTag(tag)
  if (canonical !== tag) {
    throw failure({
      rule: 'language-pack',
      file: `${FOLDER}/${shown(tag)}`,
      message: 'The name of this folder is no language tag.',
      found: shown(tag),
      expected: canonical ?? 'a language, and where it has several a script, such as sl or sr-Latn (BCP 47)',
      remedy: 'Rename the folder.',
    })
  }
  if (textDirection(tag) === 'rtl') {
    throw failure({
      rule: 'language-pack',
      file: `${FOLDER}/${tag}`,
      message: 'This language is written from right to left, which the templates cannot set yet.',
      found: tag,
      expected: 'a language that is written from left to right',
      remedy: 'Remove the folder.',
    })
  }
}

/** Refuses plural categories that are not those of CLDR, by which interface texts are formatted. */
function refusePlurals(tag: string, { plurals, locale = tag }: PackData, file: string, position: Position): void {
  if (!plurals || Intl.PluralRules.supportedLocalesOf(locale).length === 0) return
  const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  if ([...plurals].sort().join() === [...known].sort().join()) return
  throw failure({
    rule: 'language-pack',
    file,
    position,
    message: `The plural categories of ${tag} contradict those of CLDR, by which texts are formatted.`,
    found: plurals.join(', '),
    expected: [...known].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).join(', '),
    remedy: 'Write CLDR’s, or leave the field out: they are known.',
  })
}

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other']
