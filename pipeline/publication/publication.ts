import { join } from 'node:path'
import * as v from 'valibot'
import { list, readText, realPath } from '../files/disk.ts'
import { IDENTIFIER_FORM, isDeviceName, isIdentifier, shown } from '../files/identifier.ts'
import { lookAt } from '../files/sighting.ts'
import { useOwnPacks } from '../language/registry.ts'
import { FORMAT_NAMES, USUAL_FORMATS, type FormatName } from '../model/format-name.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Gate, Publication } from '../model/publication.ts'
import { Failure, failure, problem } from '../problem.ts'
import { linked } from '../files/file-errors.ts'
import { formerLogo, look, logoWordsOf, lookOf } from './look.ts'
import { noPublication, notFolder } from './no-publication.ts'
import { readOwnPacks } from './own-packs.ts'
import { byLanguage, filled, group, languageTag, oneOf, siteUrl, yesOrNo } from './schema.ts'
import { parseYaml } from '../files/yaml.ts'

/** Where a publication says what it is. */
export const PUBLICATION_FILE = 'content/publication.yaml'
const FILE = PUBLICATION_FILE

/** What holds for an edition that `gates` does not name. */
const STANDARD_GATE: Gate = { requires: 'translated', below: 'draft' }

const COLUMNS = 'two or three tags of editions, such as [sq, sr-Latn]'

const FORMATS = `a list of formats, of ${FORMAT_NAMES.join(', ')}`

/** Editions that stand side by side. */
const sideBySide = v.pipe(
  v.array(languageTag, COLUMNS),
  v.minLength(2, COLUMNS),
  v.maxLength(3, COLUMNS),
  v.check((tags) => new Set(tags).size === tags.length, 'each language tag once'),
)

/** The fields of `publication.yaml`. */
export const publicationSchema = group({
  title: filled('a title in quotation marks', 'a title'),
  publisher: filled('the name of who publishes'),
  about: v.optional(filled('a few sentences about who publishes')),
  address: v.optional(filled('the address of who publishes')),
  url: v.optional(siteUrl),
  contact: v.optional(filled('whom to ask, such as “Press office, press@example.org”')),
  disclaimer: v.optional(filled('whose views are given, and who answers for them')),
  licence: v.optional(filled('the terms under which what is published may be used')),
  theme: v.optional(look, {}),
  logo: formerLogo,
  paper: v.optional(v.picklist(['A4', 'A5', 'Letter'], 'A4, A5 or Letter'), 'A4'),
  formats: v.optional(
    v.pipe(
      v.array(oneOf(FORMAT_NAMES), FORMATS),
      v.minLength(1, FORMATS),
      v.transform((names): readonly FormatName[] => [...new Set(names)]),
    ),
    [...USUAL_FORMATS],
  ),
  source: v.optional(languageTag, SOURCE_TAG),
  editions: v.pipe(
    v.array(languageTag, 'a list of language tags, such as [sq, mk]'),
    v.minLength(1, 'at least one language tag'),
    v.check((tags) => new Set(tags).size === tags.length, 'each language tag once'),
  ),
  parallel: v.optional(v.array(sideBySide, 'a list of pairs, such as [[sq, sr-Latn], [mk, sq]]'), []),
  versions: v.optional(yesOrNo, false),
  gates: v.optional(
    byLanguage(
      group({
        requires: v.optional(v.picklist(['translated', 'reviewed'], 'translated or reviewed'), STANDARD_GATE.requires),
        below: v.optional(v.picklist(['draft', 'skip', 'fail'], 'draft, skip or fail'), STANDARD_GATE.below),
      }),
      'gates by language tag',
    ),
    {},
  ),
  ignores: v.optional(
    v.array(
      group({
        rule: filled('the id of a rule'),
        edition: languageTag,
        document: filled('the id of a document, or site'),
        key: filled('a key, as it stands in the locale file'),
        reason: filled('why the text is right as it is'),
      }),
      'a list of findings to ignore',
    ),
    [],
  ),
})

/** Names of files that people write texts in. */
const TEXT_FILE = /\.(?:md|markdown|mdown|txt|docx?|odt|rtf|html?)$/i

/**
 * Reads `content/publication.yaml` and lists the documents beside it.
 * @param folder absolute path of the publication's root, which may lead through links
 * @throws Failure where the file is missing or malformed, or a folder's name is no id
 */
export async function readPublication(folder: string): Promise<Publication> {
  const root = await realPath(folder)
  if (lookAt(root).kind === 'file') throw notFolder(root)
  const text = await readText(join(root, FILE))
  const content = await list(join(root, 'content'))
  if (text === undefined || !content) {
    throw noPublication(root, content?.files ?? [], content ? [] : ((await list(root))?.folders ?? []))
  }
  useOwnPacks(await readOwnPacks(root))
  const { value, position } = parseYaml(text, FILE, publicationSchema)
  refuseUnknownColumns(value, position)
  const { folders, files, links } = content
  if (links.length > 0) throw linked(`content/${shown(links[0]!)}`)
  const misnamed = folders.filter((name) => !isIdentifier(name))
  if (misnamed.length > 0) {
    throw new Failure(
      ...misnamed.map((name) =>
        problem({
          rule: 'document-id',
          file: `content/${shown(name)}`,
          message: 'The name of this folder cannot be the id of a document.',
          found: shown(name),
          expected: IDENTIFIER_FORM,
          remedy: 'Rename the folder.',
        }),
      ),
    )
  }
  const devices = folders.filter(isDeviceName)
  if (devices.length > 0) {
    throw new Failure(
      ...devices.map((name) =>
        problem({
          rule: 'document-id',
          file: `content/${name}`,
          message: 'Windows keeps this name for a device: nobody could have this folder there, or its files.',
          found: name,
          expected: 'another name than con, prn, aux, nul, com0 to com9 and lpt0 to lpt9',
          remedy: 'Rename the folder.',
        }),
      ),
    )
  }
  // `site` is the namespace of the interface texts in locales/<tag>/site.json.
  if (folders.includes('site')) {
    throw failure({
      rule: 'document-id',
      file: 'content/site',
      message: 'A document cannot be called “site”: locales/<tag>/site.json holds the interface texts.',
      remedy: 'Rename the folder.',
    })
  }
  const { gates, ignores, theme, logo, ...rest } = value
  return {
    root,
    ...rest,
    logoWords: logoWordsOf(theme),
    look: await lookOf({ theme, logo }, FILE, position),
    places: new Map([
      ...Object.keys(rest).map((field) => [field, position([field])] as const),
      ['logoWords', position(['theme', 'logo', 'alternative'])],
    ]),
    ignores: ignores.map((each, index) => ({ ...each, position: position(['ignores', index]) })),
    gates: new Map(value.editions.map((tag) => [tag, gates[tag] ?? STANDARD_GATE])),
    documents: folders,
    strays: files.filter((name) => TEXT_FILE.test(name) && !/^readme\./i.test(name)).map(shown),
  }
}

/** @throws Failure for a pair of an edition that the publication has not */
function refuseUnknownColumns({ editions, parallel }: Pick<Publication, 'editions' | 'parallel'>, position: PositionOf): void {
  const unknown = parallel.flatMap((tags, at) => tags.flatMap((tag, index) => (editions.includes(tag) ? [] : [{ tag, at, index }])))
  if (unknown.length === 0) return
  throw new Failure(
    ...unknown.map(({ tag, at, index }) =>
      problem({
        rule: 'unknown-edition',
        file: FILE,
        position: position(['parallel', at, index]),
        message: 'An edition that this publication does not have cannot stand beside another.',
        found: `“${shown(tag)}”`,
        expected: `one of ${editions.join(', ')}`,
        remedy: 'Add it to “editions:”, or correct the pair.',
      }),
    ),
  )
}

type PositionOf = ReturnType<typeof parseYaml>['position']

/**
 * The documents that a command names; all where it names none.
 * @throws Failure for a name that is no document of the publication, and where it has none
 */
export function selectDocuments({ documents }: Publication, names: readonly string[]): readonly string[] {
  if (names.length === 0 && documents.length === 0) {
    throw failure({
      rule: 'no-document',
      file: 'content/',
      message: 'This publication has no document.',
      found: 'no folder beside publication.yaml',
      expected: 'a folder for each document, with a document.md in it',
      remedy: 'Make one; README.md says how, under “Adding a document”.',
    })
  }
  return select(names, documents, 'document', 'content/')
}

/**
 * The editions that a command names; all where it names none.
 * @throws Failure for a tag that is no edition of the publication
 */
export function selectEditions({ editions }: Publication, tags: readonly string[]): readonly Tag[] {
  return select(tags, editions, 'edition', FILE)
}

/** The parallel editions that a build of some editions makes: those that have one of them as a column. */
export function parallelOf({ parallel }: Pick<Publication, 'parallel'>, tags: readonly Tag[]): readonly (readonly Tag[])[] {
  return parallel.filter((columns) => columns.some((tag) => tags.includes(tag)))
}

function select<T extends string>(names: readonly string[], known: readonly T[], what: string, file: string): readonly T[] {
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name))
  if (unknown.length > 0) {
    throw new Failure(
      ...unknown.map((name) =>
        problem({
          rule: `unknown-${what}`,
          file,
          message: `This publication has no ${what} of this name.`,
          found: `“${shown(name)}”`,
          expected: known.length > 0 ? `one of ${known.join(', ')}` : `a ${what}; there is none yet`,
          remedy: `Correct the name on the command line.`,
        }),
      ),
    )
  }
  return names.length > 0 ? known.filter((each) => names.includes(each)) : known
}
