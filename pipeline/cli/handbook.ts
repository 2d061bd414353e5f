import { Option, type Command } from 'commander'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openCache } from '../files/cache.js'
import { realPath } from '../files/disk.ts'
import { userLanguage } from '../language/user-language.ts'
import type { Publication } from '../model/publication.ts'
import type { Tag } from '../model/language.ts'
import { failure } from '../problem.ts'
import { BUILT_IN_TEMPLATES } from '../publication/overlay.ts'
import type { ExitCode } from './context.ts'
import { openInBrowser } from './open.ts'
import { say } from './terminal.ts'

interface HandbookOptions {
  readonly edition?: string
  readonly open: boolean
}

/** The handbook is a publication of its own, with one document of this name. */
const HANDBOOK = 'handbook'

/** `editions handbook`: the handbook in the user’s language. */
export function addHandbook(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .addOption(new Option('--edition <tag>', 'its language; that of this machine where none is given'))
    .option('--no-open', 'say where it is, and do not open a browser')
    .action((options: HandbookOptions) => run(runHandbook(options)))
}

/** Makes its web pages in the cache folder, where none of this version are, and opens one. */
async function runHandbook({ edition, open }: HandbookOptions): Promise<ExitCode> {
  const [{ openProject }, { build }] = await Promise.all([import('../project/project.ts'), import('../build.ts')])
  const project = openProject(await realPath(join(BUILT_IN_TEMPLATES, HANDBOOK)))
  const tag = languageOf(await project.publication(), edition)
  const request = { documents: [], editions: [], formats: ['html'], out: placeOf(), strict: false } as const
  const { folder, failures } = await build(project, request, () => undefined)
  if (failures.length > 0) throw failures[0]!
  const page = join(folder, tag, HANDBOOK, 'index.html')
  say(`The handbook: ${pathToFileURL(page).href}`)
  if (open) await openInBrowser(page)
  return 0
}

/** @throws Failure for a language that it is not in */
function languageOf(publication: Publication, edition: string | undefined): Tag {
  const { editions, source } = publication
  if (edition !== undefined && !editions.includes(edition)) {
    throw failure({
      rule: 'unknown-edition',
      file: 'the command line',
      message: 'The handbook is not in this language.',
      found: edition,
      expected: `one of ${editions.join(', ')}`,
      remedy: 'Name one of them with --edition.',
    })
  }
  if (edition !== undefined) return edition
  return userLanguage(process.env, new Intl.DateTimeFormat().resolvedOptions().locale, editions) ?? source
}

/** @throws Failure where there is no cache folder */
function placeOf(): string {
  const { folder, refused } = openCache()
  if (folder !== undefined) return join(folder, HANDBOOK)
  throw failure({
    rule: 'cache',
    file: 'cache',
    message: 'The handbook has no place to be laid out in.',
    found: refused,
    remedy: 'Name a folder of your own in the environment variable XDG_CACHE_HOME.',
  })
}
