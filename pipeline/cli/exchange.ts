import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { SITE } from '../catalog/store.ts'
import { derived } from '../exchange/addressed.ts'
import { exchanged, type Sheet } from '../exchange/exchanged.ts'
import { writeExchanged } from '../exchange/export.ts'
import { planFiles, sheetFor, type ReadFile } from '../exchange/import.ts'
import { readExchanged } from '../exchange/read-file.ts'
import { EXCHANGE_FORMATS } from '../exchange/registry.ts'
import { asCalled } from '../files/called.ts'
import { readText, realPath } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import { writeIfChanged } from '../files/write.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import { Failure, failure } from '../problem.ts'
import { PUBLICATION_FILE, selectDocuments, selectEditions } from '../publication/publication.ts'
import { openBegun } from '../server/workbench/begun.ts'
import { openImports } from '../server/workbench/imports.ts'
import { openJournal } from '../server/workbench/journal.ts'
import { memoryFolder } from '../server/workbench/memory.ts'
import { Steps } from '../server/workbench/replacing.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { planText } from './plan-text.ts'
import { reportFailures } from './report.ts'
import { say } from './terminal.ts'

interface ExportOptions {
  readonly edition: string
  readonly format: string
  readonly document?: string
  readonly out?: string
}

type Run = (code: Promise<ExitCode>) => Promise<void>

/** The command `editions export`: texts for translators’ tools. */
export function addExport(program: Command, run: Run): void {
  program
    .command('export')
    .description('write texts and translations for translators’ tools')
    .requiredOption('--edition <tag>', 'the language, such as sq')
    .requiredOption('--format <name>', Object.keys(EXCHANGE_FORMATS).join(' or '))
    .option('--document <document>', 'one document, or site for the interface; all where none is named')
    .option('--out <file>', 'the file, or the folder for several; this folder where none is named')
    .action((options: ExportOptions, command: Command) => run(runExport(options, command.optsWithGlobals())))
}

async function runExport({ edition, format: name, document, out = '.' }: ExportOptions, global: GlobalOptions): Promise<ExitCode> {
  const format = EXCHANGE_FORMATS[name]
  if (!format) throw unknownFormat(name)
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const [tag] = selectEditions(publication, [edition]) as [Tag]
  const origin = originOf(tag)
  if (origin !== undefined) throw derived(tag, origin, PUBLICATION_FILE)
  if (document !== undefined && document !== SITE) selectDocuments(publication, [document])
  const collection = await project.texts()
  reportFailures(collection)
  const sheets = sheetsFor(collection, tag, document)
  const isFolder = lookAt(resolve(out)).kind === 'other' || sheets.length > 1
  const files = sheets.map((sheet) => {
    const own = `${sheet.document}.${tag}${format.extension}`
    const path = isFolder ? join(out, own) : out
    return { path, sheet, content: writeExchanged(format, exchanged(sheet, tag, collection.questions), path) }
  })
  const taken: string[] = []
  for (const { path, content } of files) if (![undefined, content].includes(await readText(resolve(path)))) taken.push(path)
  if (taken.length > 0) throw new Failure(...taken.flatMap((path) => isThere(path).problems))
  for (const { path, content, sheet } of files) {
    await writeIfChanged(resolve(path), content)
    say(`written  ${path}  ${sheet.segments.length} texts`)
  }
  say(`\nTheir translations come back with: ${asCalled('import FILE')}`)
  return collection.failures.length > 0 ? 2 : 0
}

function sheetsFor(collection: Parameters<typeof sheetFor>[0], tag: Tag, document: string | undefined): Sheet[] {
  if (document !== undefined) return [sheetFor(collection, { document, tag }, PUBLICATION_FILE)]
  const ids = [...collection.documents.flatMap((each) => (each.english.tag === tag ? [] : [each.document.id])), SITE]
  const sheets = ids.map((id) => sheetFor(collection, { document: id, tag }, PUBLICATION_FILE))
  return sheets.filter(({ segments }) => segments.length > 0)
}

/** The command `editions import`: takes what translators’ tools have saved. */
export function addImport(program: Command, run: Run): void {
  program
    .command('import')
    .description('take translations from the files of translators’ tools')
    .argument('<file...>', 'the files; all of them are taken, or none')
    .option('--dry-run', 'show what would change, and write nothing')
    .action((files: string[], { dryRun }: { dryRun?: true }, command: Command) =>
      run(runImport(files, dryRun ?? false, command.optsWithGlobals())),
    )
}

async function runImport(paths: readonly string[], isDry: boolean, global: GlobalOptions): Promise<ExitCode> {
  const files: ReadFile[] = []
  for (const path of paths) files.push({ file: path, all: await readExchanged(resolve(path), path) })
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const collection = await project.texts()
  reportFailures(collection)
  const plans = planFiles(publication, collection, files)
  for (const plan of plans) say(planText(plan))
  const edits = plans.flatMap(({ edit }) => edit ?? [])
  if (edits.length === 0) say('Nothing is new in it; nothing was written.')
  if (isDry && edits.length > 0) say('Nothing was written: this was a dry run.')
  if (isDry || edits.length === 0) return 0
  const folder = memoryFolder(await realPath(publication.root))
  const steps = new Steps(openJournal(folder), openBegun(folder), openImports(folder))
  const at = new Date().toISOString()
  const byTag = Map.groupBy(plans, ({ tag }) => tag)
  const imported = [...byTag].map(([tag, own]) => ({
    tag,
    at,
    files: own.map(({ file }) => basename(file)),
    edits: own.flatMap(({ edit }) => edit ?? []),
    back: own.flatMap(({ back }) => back ?? []),
  }))
  const stepped = await steps.import(publication, imported)
  if (stepped.kind === 'conflict') throw savedMeanwhile(stepped.keys, paths.join(', '))
  say(
    folder === undefined
      ? 'Taken. To take it back: git checkout -- locales'
      : `Taken, as one step. To take it back, open the language’s page in the workbench: ${asCalled('workbench')}`,
  )
  return 0
}

function unknownFormat(name: string): Failure {
  return failure({
    rule: 'command-line',
    file: 'the command line',
    message: 'There is no such format for translators’ tools.',
    found: name,
    expected: `one of ${Object.keys(EXCHANGE_FORMATS).join(', ')}`,
    remedy: 'Name one of them with --format.',
  })
}

function isThere(file: string): Failure {
  return failure({
    rule: 'exists',
    file,
    message: 'This file is there already, and may hold translations that were not imported.',
    remedy: `Take them with ${asCalled(`import ${file}`)}, then remove the file; or name another with --out.`,
  })
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
