import { extname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { GLOSSARY_FILE } from '../catalog/glossary.ts'
import { SITE } from '../catalog/store.ts'
import { derived } from '../exchange/addressed.ts'
import { TERMS, termFile } from '../exchange/export-terms.ts'
import { FORMAT_NAMES, MEMORY, exportFiles, isFormat } from '../exchange/export.ts'
import type { ExportFile } from '../exchange/export-file.ts'
import { asCalled } from '../files/called.ts'
import { readBytes, readText } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import { writeIfChanged } from '../files/write.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, failure } from '../problem.ts'
import { PUBLICATION_FILE, selectDocuments, selectEditions } from '../publication/publication.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { reportFailures } from './problem-text.ts'
import { wordsOfTables } from './table-words.ts'
import { say } from './terminal.ts'
import { termPlace } from './terms.ts'

interface ExportOptions {
  readonly edition?: string
  readonly format: string
  readonly document?: string
  readonly out?: string
}

type Run = (code: Promise<ExitCode>) => Promise<void>

/** The command `editions export`: texts for translators’ tools, and tables for reviewers. */
export function addExport(added: Command, run: Run): void {
  added
    .option('--edition <tag>', 'the language, such as sq; of terms (tbx) all where none is named')
    .requiredOption('--format <name>', FORMAT_NAMES.join(', '))
    .option('--document <document>', 'one document, or site for the interface; all where none is named')
    .option('--out <file>', 'the file, or the folder for several; this folder where none is named')
    .action((options: ExportOptions, command: Command) => run(runExport(options, command.optsWithGlobals())))
}

async function runExport({ edition, format: name, document, out = '.' }: ExportOptions, global: GlobalOptions): Promise<ExitCode> {
  if (!isFormat(name)) throw unknownFormat(name)
  const project = await openOwnProject(global)
  const publication = await project.publication()
  if (name === TERMS) return exportTerms(publication, edition, out)
  if (edition === undefined) throw noLanguage()
  const [tag] = selectEditions(publication, [edition]) as [Tag]
  const origin = originOf(tag)
  if (origin !== undefined) throw derived(tag, origin, PUBLICATION_FILE)
  if (document !== undefined && document !== SITE) selectDocuments(publication, [document])
  const collection = await project.texts()
  reportFailures(collection)
  const files = exportFiles(collection, tag, name, document, await wordsOfTables(publication.root, tag))
  await write(files, out, ['text', 'texts'])
  if (name !== MEMORY) say(`\nTheir translations come back with: ${asCalled('import FILE')}`)
  return collection.failures.length > 0 ? 2 : 0
}

async function exportTerms(publication: Publication, edition: string | undefined, out: string): Promise<ExitCode> {
  const place = termPlace(publication)
  const [tag] = edition === undefined ? [] : selectEditions(publication, [edition])
  const text = (await readText(join(publication.root, GLOSSARY_FILE))) ?? ''
  await write([termFile(text, place, tag && (originOf(tag) ?? tag))], out, ['term', 'terms'])
  say(`\nThey come back with: ${asCalled('import FILE')}`)
  return 0
}

/**
 * Writes the files of an export, none over another.
 * @throws Failure for each that is there with another content, and for several files where one is named
 */
async function write(files: readonly ExportFile[], out: string, [one, many]: readonly [string, string]): Promise<void> {
  const isThereAsFolder = lookAt(resolve(out)).kind === 'other'
  const isFolder = files.length > 1 || isThereAsFolder
  if (isFolder && !isThereAsFolder && files.some(({ name }) => extname(name) === extname(out))) throw severalFiles(files, out)
  const placed = files.map((file) => ({ ...file, path: isFolder ? join(out, file.name) : out }))
  const taken: string[] = []
  for (const { path, content } of placed) {
    const there = await readBytes(resolve(path))
    if (there && Buffer.compare(there, Buffer.from(content)) !== 0) taken.push(path)
  }
  if (taken.length > 0) throw new Failure(...taken.flatMap((path) => isThere(path).problems))
  for (const { path, content, count } of placed) {
    await writeIfChanged(resolve(path), content)
    say(`written  ${path}  ${count} ${count === 1 ? one : many}`)
  }
}

function noLanguage(): Failure {
  return failure({
    rule: 'command-line',
    file: 'the command line',
    message: 'A translator’s file is of one language.',
    found: 'no --edition',
    expected: 'a language, such as --edition sq',
    remedy: 'Name the language to translate into.',
  })
}

function unknownFormat(name: string): Failure {
  return failure({
    rule: 'command-line',
    file: 'the command line',
    message: 'There is no such format for translators’ tools.',
    found: name,
    expected: `one of ${FORMAT_NAMES.join(', ')}`,
    remedy: 'Name one of them with --format.',
  })
}

function severalFiles(files: readonly ExportFile[], out: string): Failure {
  return failure({
    rule: 'command-line',
    file: out,
    message: `This is the name of one file, and ${files.length} are to be written.`,
    found: files.map(({ name }) => name).join(', '),
    expected: 'one document, or the name of a folder',
    remedy: 'Name the document with --document, or a folder with --out.',
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
