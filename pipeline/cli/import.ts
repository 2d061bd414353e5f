import { basename, resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { GLOSSARY_FILE } from '../catalog/glossary.ts'
import { readMemory, remember } from '../catalog/memory.ts'
import { planFiles, type FilePlan } from '../exchange/import.ts'
import { foreignPairs, type FilePairs } from '../exchange/memory.ts'
import { readExchanged } from '../exchange/read-file.ts'
import { asCalled } from '../files/called.ts'
import { realPath } from '../files/disk.ts'
import { ENGLISH, type Wordings } from '../language/wordings.ts'
import type { Project } from '../project/project.ts'
import { today } from '../project/today.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, failure } from '../problem.ts'
import { wording, type Worded } from '../wording.ts'
import { openBegun } from '../server/workbench/begun.ts'
import { openImports } from '../server/workbench/imports.ts'
import { openJournal } from '../server/workbench/journal.ts'
import { memoryFolder } from '../server/workbench/memory.ts'
import { Steps } from '../server/workbench/replacing.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { pairsText, planText } from './plan-text.ts'
import { reportFailures, reportProblems } from './problem-text.ts'
import { wordsOfAllTables } from './table-words.ts'
import { say } from './terminal.ts'
import { planGlossary, termsText, writeGlossary } from './terms.ts'
import { selectWordings } from './wordings.ts'

/** The command `editions import`: takes what translators’ tools and office programs have saved. */
export function addImport(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .argument('<file...>', 'the files; all of them are taken, or none')
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--keep-tracked', 'list the changes that Word has tracked, and take none of them')
    .option('--reviewed-by <name>', 'who found right what XLIFF says is reviewed')
    .addOption(new Option('--lang <tag>', 'language of the report, such as mk').default(ENGLISH.tag))
    .action((files: string[], options: ImportOptions, command: Command) => run(runImport(files, options, command.optsWithGlobals())))
}

interface ImportOptions {
  readonly dryRun?: boolean
  readonly keepTracked?: boolean
  readonly reviewedBy?: string
  readonly lang: string
}

async function runImport(paths: readonly string[], options: ImportOptions, global: GlobalOptions): Promise<ExitCode> {
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const wordings = await selectWordings(publication.root, options.lang)
  try {
    return await importFiles(project, publication, paths, options, wordings)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    reportProblems(error.problems, wordings)
    return 2
  }
}

async function importFiles(
  project: Project,
  publication: Publication,
  paths: readonly string[],
  { dryRun = false, keepTracked = false, reviewedBy }: ImportOptions,
  wordings: Wordings,
): Promise<ExitCode> {
  const told = (words: Worded): void => say(wordings.say(words))
  const reading = { known: await wordsOfAllTables(publication.root), keepsTracked: keepTracked }
  const files = []
  for (const path of paths) files.push({ file: path, ...(await readExchanged(resolve(path), path, reading)) })
  const collection = await project.texts()
  reportFailures(collection, wordings)
  const pairs = files.flatMap((each) => (each.kind === 'memory' ? [{ file: each.file, pairs: foreignPairs(each, publication) }] : []))
  const plans = planFiles(
    publication,
    collection,
    files.filter((each) => each.kind === 'texts'),
    today(),
    reviewedBy,
  )
  const ofTerms = files.filter((each) => each.kind === 'terms')
  const terms = await planGlossary(publication, ofTerms)
  // What has been brought before is read before anything is taken: all is taken, or nothing.
  for (const tag of new Set(pairs.flatMap((each) => [...each.pairs.keys()]))) await readMemory(publication, tag)
  for (const plan of plans) say(planText(plan, wordings))
  for (const each of pairs) say(pairsText(each, wordings))
  for (const plan of terms) say(termsText(plan, wordings))
  const hasTerms = terms.some(({ changes }) => changes.length > 0)
  const isNothing = pairs.length === 0 && !hasTerms && plans.every(({ edit }) => edit === undefined)
  if (isNothing) told(wording`Nothing is new in it; nothing was written.`)
  else if (dryRun) told(wording`Nothing was written: this was a dry run.`)
  if (isNothing || dryRun) return 0
  await writeGlossary(publication, terms)
  if (hasTerms) told(wording`The terms are taken. To take them back: ${{ command: `git checkout -- ${GLOSSARY_FILE}` }}`)
  await take(project, publication, plans, paths, told)
  await keep(publication, pairs, told)
  return collection.failures.length > 0 ? 2 : 0
}

type Told = (words: Worded) => void

/** Takes the plans as one step. */
async function take(
  project: Project,
  publication: Publication,
  plans: readonly FilePlan[],
  paths: readonly string[],
  told: Told,
): Promise<void> {
  const changed = plans.filter(({ edit }) => edit !== undefined)
  if (changed.length === 0) return
  const folder = memoryFolder(await realPath(publication.root))
  const steps = new Steps(openJournal(folder), openBegun(folder), openImports(folder))
  const at = new Date().toISOString()
  const imported = [...Map.groupBy(changed, ({ tag }) => tag)].map(([tag, own]) => ({
    tag,
    at,
    files: own.map(({ file }) => basename(file)),
    edits: own.flatMap(({ edit }) => edit ?? []),
    back: own.flatMap(({ back }) => back ?? []),
  }))
  const stepped = await steps.import(publication, imported, (id) => project.source(id))
  if (stepped.kind === 'conflict') throw savedMeanwhile(stepped.keys, paths.join(', '))
  told(
    folder === undefined
      ? wording`Taken. To take it back: ${{ command: 'git checkout -- locales' }}`
      : wording`Taken, as one step. To take it back, open the language’s page in the workbench: ${{ command: asCalled('workbench') }}`,
  )
}

async function keep(publication: Publication, all: readonly FilePairs[], told: Told): Promise<void> {
  for (const { file, pairs } of all) for (const [tag, own] of pairs) await remember(publication, tag, basename(file), own, 'import')
  if (all.length > 0)
    told(
      wording`Kept in ${{ folder: 'locales/memory/' }}, and suggested in the workbench where a source is alike. To take it back, remove its lines there.`,
    )
}

function savedMeanwhile(keys: readonly string[], file: string): Failure {
  return failure({
    rule: 'exchange',
    file,
    message: 'Texts were saved here while the file was being imported; nothing was taken from it.',
    found: keys.join(', '),
    expected: 'the texts as they were when the command began',
    remedy: 'Run the command again.',
  })
}
